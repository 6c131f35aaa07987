import { isKnown } from '../edit/values.js'
import { element } from '../panels/markup.js'
import { valueText } from '../text/format.js'
import { t } from '../text/text.js'

/** A value of a company as the desk reads it: what points at other records is shown by their names, when these have come. */
export function companyValue(attribute, value, { catalogue, names }) {
  if (!isKnown(value)) return t('notKnown')
  if (attribute.type === 'json') return [value].flat().map((one) => Object.values(one).join(', ')).join(' · ')
  const words = valueText(attribute, value, catalogue)
  if (!attribute.reference) return words
  const holder = element('span', {}, words)
  const keys = Array.isArray(value) ? value.map(Number) : [value] // a list is of numbers of records
  Promise.all(keys.map((key) => names.resolve(attribute.reference, key))).then((found) => {
    if (found.every(Boolean)) holder.textContent = found.map(({ name }) => name).join(', ')
  }, () => {})
  return holder
}
