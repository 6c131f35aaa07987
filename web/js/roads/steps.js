import { boxOf } from '../api/territories.js'
import { lookAt } from '../state/view.js'
import { t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { distance, duration } from '../text/way.js'

/** Signs of GraphHopper's instructions as arrows; they only adorn the text, which says the same. */
const ARROWS = { '-98': '↩', '-8': '↩', 8: '↩', '-7': '↖', '-6': '↻', '-3': '↙', '-2': '←', '-1': '↖', 0: '↑', 1: '↗', 2: '→', 3: '↘', 4: '⚑', 5: '◉', 6: '↻', 7: '↗' }

/** The turns of a way; the one that has the pointer or the focus is shown on the map. @param onStep is given its coordinates, or null */
export function stepList({ instructions, geometry }, { store, onStep }) {
  const stretch = ({ interval: [from, to] }) => geometry.coordinates.slice(from, to + 1)
  return element('ol', { class: 'roads-steps', 'aria-label': t('roads.steps') }, ...instructions.map((step) => {
    const show = () => onStep(stretch(step))
    const hide = () => onStep(null)
    const look = () => store.change(lookAt, boxOf({ coordinates: stretch(step) }))
    return element('li', {}, element('button', { type: 'button', class: 'roads-step', on: { mouseenter: show, focus: show, mouseleave: hide, blur: hide, click: look } },
      element('span', { class: 'roads-arrow', 'aria-hidden': 'true' }, ARROWS[step.sign] ?? '↑'),
      element('span', { class: 'roads-step-text' }, step.text),
      step.metres > 0 && element('span', { class: 'roads-step-far' }, `${distance(step.metres)} · ${duration(step.seconds)}`)))
  }))
}
