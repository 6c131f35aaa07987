import { element } from '../../panels/markup.js'
import { language } from '../../text/text.js'
import { readNumber, writeNumber } from '../numbers.js'

/** A number as the language writes it, its unit behind it; what can not be read is NaN and stays as it was typed. */
export function numberControl(attribute, { id, onChange }) {
  const read = () => {
    const value = readNumber(field.value, language())
    return value === undefined ? null : value
  }
  const field = element('input', { id, class: 'field', type: 'text', inputmode: attribute.type === 'integer' ? 'numeric' : 'decimal', autocomplete: 'off', on: {
    input: () => onChange(read()),
    change: () => Number.isFinite(read()) && (field.value = writeNumber(read(), language())),
  } })
  const unit = attribute.unit && element('span', { class: 'edit-unit', id: `${id}-unit` }, attribute.unit)
  return { root: [element('div', { class: 'edit-with-unit' }, field, unit)], inputs: [field], described: unit ? [`${id}-unit`] : [],
    set: (value) => (field.value = typeof value === 'number' && !Number.isFinite(value) ? field.value : writeNumber(value, language())) }
}
