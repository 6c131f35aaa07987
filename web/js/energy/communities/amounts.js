import { readNumber, writeNumber } from '../../edit/numbers.js'
import { number, withUnit } from '../../text/format.js'
import { language, t } from '../../text/text.js'
import { element } from '../../panels/markup.js'
import { labelled } from '../../panels/fields.js'

/** Energy as it is said: below ten thousand in kWh, then in MWh, from ten GWh on in GWh. */
export const energyText = (kwh) => (kwh === null || kwh === undefined ? t('notKnown') : Math.abs(kwh) >= 1e7 ? withUnit(round(kwh / 1e6, 2), 'GWh') : Math.abs(kwh) >= 1e4 ? withUnit(round(kwh / 1e3, 1), 'MWh') : withUnit(Math.round(kwh), 'kWh'))
export const powerText = (kw) => (kw === null || kw === undefined ? t('notKnown') : kw >= 1000 ? withUnit(round(kw / 1000, 2), 'MW') : withUnit(round(kw, 1), 'kW'))
export const euros = (value) => (value === null || value === undefined ? t('notKnown') : withUnit(Math.round(value), '€'))
export const percent = (share) => (share === null || share === undefined ? t('notKnown') : `${number(share * 100, 1)}%`)
const round = (value, digits) => Number(value.toFixed(digits))

/**
 * A number in a field, as the language writes it; what can not be read or lies outside stays as it was typed and is told below.
 *
 * @param onChange is given the number, null for nothing
 */
export function amountField({ id, label, unit = null, value, least = 0, most = Infinity, hint = null, onChange }) {
  const trouble = element('p', { class: 'cm-trouble', id: `${id}-trouble`, role: 'alert' })
  const field = element('input', { id, type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': `${id}-trouble`, on: { change: take } })
  field.value = value === null || value === undefined ? '' : writeNumber(value, language())
  const root = labelled(unit ? `${label} (${unit})` : label, field, hint)
  if (hint) field.setAttribute('aria-describedby', `${id}-hint ${id}-trouble`)
  root.append(trouble)
  return root

  function take() {
    const read = readNumber(field.value, language())
    const wrong = read !== undefined && (!Number.isFinite(read) || read < least || read > most)
    field.setAttribute('aria-invalid', String(wrong))
    trouble.textContent = !wrong ? '' : Number.isFinite(most) ? t('cm.amount.between', { least: number(least), most: number(most) }) : t('cm.amount.from', { least: number(least) })
    if (wrong) return
    field.value = read === undefined ? '' : writeNumber(read, language())
    onChange(read ?? null)
  }
}
