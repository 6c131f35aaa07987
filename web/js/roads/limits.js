import { limitTo, MINUTES, MOST_MINUTES } from '../state/roads.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'

/** The minutes that areas are asked for: the usual ones to tick, any others to write. */
export function limitsForm({ store, signal }) {
  const boxes = element('div', { class: 'roads-limits' })
  const other = element('input', { type: 'text', inputmode: 'numeric', id: 'roads-other', class: 'field', autocomplete: 'off', 'aria-describedby': 'roads-other-hint',
    on: { keydown: (event) => { if (event.key === 'Enter') { event.preventDefault(); add() } } } })
  store.watch((state) => state.roads.minutes, (minutes) => {
    const focused = document.activeElement?.id
    boxes.replaceChildren(...[...new Set([...MINUTES, ...minutes])].sort((a, b) => a - b).map((one) => {
      const id = `roads-minutes-${one}`
      return element('span', { class: 'roads-limit' }, element('input', { type: 'checkbox', id, checked: minutes.includes(one), on: { change: ({ target }) =>
        store.change(limitTo, target.checked ? [...store.get().roads.minutes, one] : store.get().roads.minutes.filter((m) => m !== one)) } }),
      element('label', { for: id }, t('roads.minutes', { count: one })))
    }))
    if (focused?.startsWith('roads-minutes')) document.getElementById(focused)?.focus()
  }, { signal })

  function add() {
    const wanted = other.value.split(/[\s,;]+/).filter(Boolean).map(Number)
    const sound = wanted.length > 0 && wanted.every((one) => Number.isInteger(one) && one >= 1 && one <= MOST_MINUTES)
    sound ? other.removeAttribute('aria-invalid') : other.setAttribute('aria-invalid', 'true')
    if (!sound) return
    store.change(limitTo, [...store.get().roads.minutes, ...wanted])
    other.value = ''
  }

  return element('fieldset', { class: 'roads-field' }, element('legend', {}, t('roads.limits')), boxes,
    element('label', { for: other.id }, t('roads.limits.other')),
    element('div', { class: 'field-with-button' }, other, textButton(t('roads.limits.add'), 'plus', add)),
    element('p', { class: 'field-hint', id: 'roads-other-hint' }, t('roads.limits.hint', { most: MOST_MINUTES })))
}
