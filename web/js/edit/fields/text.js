import { element } from '../../panels/markup.js'
import { number } from '../../text/format.js'
import { t } from '../../text/text.js'
import { longest } from '../local-checks.js'

const isLong = ({ name }) => name.startsWith('description') || /(^|_)(notes?|vat_note)$/.test(name) && name !== 'price_vat_note'

/** A text; a long one in several lines, with how much room is left. */
export function textControl(attribute, { id, onChange }) {
  const most = longest(attribute)
  const long = isLong(attribute)
  const field = element(long ? 'textarea' : 'input', { id, class: 'field', maxlength: most, autocomplete: 'off', rows: long ? '4' : null, type: long ? null : 'text', lang: attribute.language,
    on: { input: () => { count(); onChange(field.value.trim() === '' ? null : field.value) } } })
  const counter = element('p', { class: 'edit-counter', hidden: !long })
  const count = () => {
    counter.hidden = !long && field.value.length < most * 0.8
    counter.textContent = t('edit.count', { used: number(field.value.length, 0), most: number(most, 0) })
  }
  return { root: [field, counter], inputs: [field], set: (value) => { field.value = value ?? ''; count() } }
}

/** A list of texts, one in a line. */
export function linesControl(attribute, { id, onChange }) {
  const lines = () => field.value.split('\n').map((line) => line.trim()).filter(Boolean)
  const field = element('textarea', { id, class: 'field', rows: '3', on: { input: () => onChange(lines().length === 0 ? null : lines()) } })
  return { root: [field], inputs: [field], hint: t('edit.lines'), set: (value) => (field.value = (value ?? []).join('\n')) }
}
