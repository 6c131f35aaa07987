import { draw } from '../state/search.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'

/** Says over the map what to do while a shape is being drawn. */
export function drawBar({ store, signal }) {
  const said = element('p', { role: 'status' })
  const root = element('div', { class: 'draw-bar', hidden: true }, said, textButton(t('plots.draw.cancel'), 'close', () => store.change(draw, null)))
  store.watch((state) => state.drawing, (kind) => {
    root.hidden = !kind
    said.replaceChildren(...(kind ? [t(`plots.draw.${kind}`), ' ', element('span', { class: 'by-keys' }, t('plots.draw.keys'))] : []))
  }, { signal })
  return root
}
