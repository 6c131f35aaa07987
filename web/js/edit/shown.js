import { itemList } from '../panels/items.js'
import { element } from '../panels/markup.js'
import { valueText } from '../text/format.js'
import { t } from '../text/text.js'
import { isKnown } from './values.js'

/** A value as text; references get their name when it has come. */
export function shownValue(attribute, value, { catalogue, names }) {
  if (!isKnown(value)) return element('span', { class: 'not-known' }, t('notKnown'))
  if (attribute.type === 'json') return itemList(value)
  const holder = element('span', {}, typeof value === 'number' && !Number.isFinite(value) ? String(value) : valueText(attribute, value, catalogue))
  if (attribute.reference && !Array.isArray(value)) names.resolve(attribute.reference, value).then((found) => found && (holder.textContent = `${found.name} (${value})`), () => {})
  return holder
}
