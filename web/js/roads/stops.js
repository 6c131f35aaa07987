import { addStop, dropStop, MOST_STOPS, moveStop, reverseStops } from '../state/roads.js'
import { t } from '../text/text.js'
import { element, iconButton, textButton } from '../panels/markup.js'
import { stopField, stopText } from './stop-field.js'

/** The stops of a way in their order, which buttons change, so that it works by keyboard and by finger alike. */
export function stopList(parts) {
  const { store, signal } = parts
  const list = element('ol', { class: 'roads-stops', 'aria-label': t('roads.stops') })
  const said = element('p', { class: 'visually-hidden', role: 'status' })
  const add = textButton(t('roads.stop.add'), 'plus', () => {
    store.change(addStop)
    list.lastElementChild.querySelector('input').focus()
  })
  const turn = textButton(t('roads.stop.reverse'), 'exchange-circle', () => {
    store.change(reverseStops)
    said.textContent = t('roads.stop.reversed')
  })
  store.watch((state) => state.roads.stops, render, { signal })

  function render(stops) {
    const focused = document.activeElement?.closest?.('[data-stop]')?.dataset.stop
    const does = document.activeElement?.dataset?.does
    list.replaceChildren(...stops.map((stop, i) => element('li', {}, stopField({ which: i, label: labelOf(i, stops.length), stop, more: tools(i, stops) }, parts))))
    add.hidden = stops.length >= MOST_STOPS
    if (focused === undefined) return
    const field = list.querySelector(`[data-stop="${Math.min(focused, stops.length - 1)}"]`)
    ;(field?.querySelector(does ? `[data-does=${does}]:not(:disabled)` : 'input') ?? field?.querySelector('input'))?.focus({ preventScroll: true })
  }

  function tools(i, stops) {
    const label = labelOf(i, stops.length)
    const move = (by) => () => {
      store.change(moveStop, i, by)
      said.textContent = t('roads.stop.moved', { name: stopText(stops[i]) || label, place: i + by + 1 })
      list.querySelector(`[data-stop="${i + by}"] [data-does=${by < 0 ? 'up' : 'down'}]:not(:disabled)`)?.focus() ?? list.querySelector(`[data-stop="${i + by}"] input`).focus()
    }
    return [
      iconButton(t('roads.stop.up', { label }), 'arrow-up', move(-1), { disabled: i === 0, 'data-does': 'up' }),
      iconButton(t('roads.stop.down', { label }), 'arrow-down', move(1), { disabled: i === stops.length - 1, 'data-does': 'down' }),
      iconButton(t('roads.stop.drop', { label }), 'close', () => store.change(dropStop, i), { disabled: stops.length === 2 && !stops[i], 'data-does': 'drop' }),
    ]
  }

  return element('div', {}, list, element('div', { class: 'button-row' }, add, turn), said)
}

export const labelOf = (i, count) => (i === 0 ? t('roads.stop.from') : i === count - 1 ? t('roads.stop.to') : t('roads.stop.via', { number: i }))
