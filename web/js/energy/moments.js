import { day } from '../text/format.js'
import { t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { labelled } from '../panels/fields.js'
import { today } from './texts.js'

/**
 * A date, and the days on which rules change as quick choices. @param value YYYY-MM-DD, or null for today @param onChange is given a date, or null for today
 * @param changes promise of the days
 */
export function dateField({ label, hint = null, value, onChange, changes, withToday = true }) {
  const field = element('input', { type: 'date', min: '2010-01-01', max: '2100-12-31', value: value ?? (withToday ? today() : ''), on: { change: () => field.value && choose(field.value) } })
  const chips = element('div', { class: 'side-chips', role: 'group', 'aria-label': t('energy.date.changes') })
  let days = []
  show()
  changes.then((found) => {
    days = found
    show()
  }, () => {})
  return element('div', { class: 'energy-moment' }, labelled(label, field, hint), chips)

  function choose(chosen) {
    value = withToday && chosen === today() ? null : chosen
    field.value = chosen
    show()
    onChange(value)
  }

  function show() {
    const had = chips.contains(document.activeElement) ? document.activeElement.dataset.day : null
    const now = value ?? (withToday ? today() : null)
    chips.replaceChildren(...[...(withToday ? [[today(), t('energy.date.today')]] : []), ...days.map((one) => [one, day(one)])].map(([one, text]) =>
      element('button', { type: 'button', class: 'side-chip', 'data-day': one, 'aria-pressed': String(one === now), on: { click: () => choose(one) } }, text)))
    if (had) chips.querySelector(`[data-day="${had}"]`)?.focus()
  }
}
