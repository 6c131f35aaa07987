import { legendRows } from '../state/style.js'
import { swatch } from '../map/swatch.js'
import { element } from '../panels/markup.js'
import { pick, t } from '../text/text.js'
import { titleOf } from './model.js'

export const stateTag = (state) => element('span', { class: `tag tag-proposal tag-proposal-${state}` }, t(`proposal.state.${state}`))

/** What the page is about: the layer, what is done to it, its name, and how far it is. */
export function describe({ heading, eyebrow, panel }, model) {
  const { layer, kind, proposal } = model
  eyebrow.replaceChildren(swatch(legendRows(layer.style)[0].style, layer.geometry), pick(layer.title), ' · ', t(`proposal.kind.${kind}`), ' ', stateTag(proposal?.state ?? 'draft'))
  heading.textContent = titleOf(model) ?? t('edit.new', { layer: pick(layer.title) })
  panel.setAttribute('aria-label', heading.textContent)
  document.title = `${heading.textContent} – Comparto`
}
