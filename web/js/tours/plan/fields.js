import { element } from '../../panels/markup.js'
import { minutesOf } from './clock.js'

/**
 * A time of day, told when the field is left or Enter is pressed: browsers call every digit a change. Half a time is wrong and changes nothing.
 * @param onChange(HH:MM, or null where `optional` and emptied)
 */
export function timeField(value, onChange, { optional = false, ...attributes } = {}) {
  let told = value ?? ''
  const field = element('input', { type: 'time', value: told, required: !optional, ...attributes, on: { blur: tell, keydown: (event) => event.key === 'Enter' && tell() } })
  return field

  function tell() {
    const time = field.value.slice(0, 5)
    const wrong = field.validity.badInput || (time === '' ? !optional : minutesOf(time) === null)
    wrong ? field.setAttribute('aria-invalid', 'true') : field.removeAttribute('aria-invalid')
    if (wrong || time === told) return
    told = time
    onChange(time || null)
  }
}

/** A whole number within bounds, or nothing (null). */
export function wholeNumber(value, { min, max }, onChange, attributes = {}) {
  const field = element('input', { type: 'number', inputmode: 'numeric', min, max, step: '1', value: value ?? '', ...attributes, on: { change: () => {
    const wrong = !field.validity.valid
    wrong ? field.setAttribute('aria-invalid', 'true') : field.removeAttribute('aria-invalid')
    if (!wrong) onChange(field.value === '' ? null : Number(field.value))
  } } })
  return field
}
