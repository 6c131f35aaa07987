import { day, position, valueText, withUnit } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { FIELDS } from './filter/conditions.js'

/** How the conditions of a search are told to people. `attributes` are those of the layer plot. */
export function createTexts({ catalogue, names }) {
  const attribute = (key) => catalogue.attribute('plot', key)

  /** What a field is called. */
  const titleOf = (key) => pick(attribute(key)?.title) || t(`plots.field.${key}`)

  const helpOf = (key) => pick(attribute(key)?.help)

  /** One value of a field that offers choices: a text, or for a reference its `title`, or a text that becomes a name when it has come. */
  function choice(key, value, title) {
    const descriptor = attribute(key)
    if (descriptor?.reference && descriptor.type === 'integer' && title) return title
    if (descriptor?.reference) return referenced(descriptor.reference, descriptor.type === 'integer' ? Number(value) : value)
    if (key === 'permitted_ateco') return `ATECO ${value}`
    return descriptor ? valueText(descriptor, value, catalogue) : String(value)
  }

  function referenced(layer, value) {
    const holder = document.createElement('span')
    holder.textContent = String(value)
    names.resolve(layer, value).then((found) => found && (holder.textContent = found.name), () => {})
    return holder
  }

  /** A condition as nodes and texts to be shown behind its title. */
  function conditionOf(key, value) {
    const field = FIELDS.find((one) => one.key === key)
    const parts = PARTS[field.kind](field, value)
    return value.unknown ? [...parts, parts.length > 0 ? `, ${t('plots.orUnknown')}` : t('notKnown')] : parts
  }

  const PARTS = {
    range: (field, { min, max }) => [min !== undefined && max !== undefined ? t('plots.fromTo', { from: amount(field, min), to: amount(field, max) })
      : min !== undefined ? t('plots.from', { value: amount(field, min) }) : t('plots.to', { value: amount(field, max) })],
    codes: (field, { values }) => values.flatMap((value, i) => [i > 0 ? ', ' : '', choice(field.key, value)]),
    list: (field, { values }) => values.flatMap((value, i) => [i > 0 ? ', ' : '', choice(field.key, value)]),
    flag: () => [], // its title says it
    day: (field, { by }) => [t('plots.by', { day: day(by) })],
    words: (field, words) => [`«${words}»`],
    shape: (field, { box, ring }) => [t(box ? 'plots.shape.box' : 'plots.shape.ring', { count: ring ? ring.length - 1 : 4 })],
    around: (field, { metres, latitude, longitude }) => [t('plots.around.text', { distance: withUnit(metres / 1000, 'km'), place: position(latitude, longitude) })],
  }

  const amount = (field, value) => withUnit(value, attribute(field.key)?.unit ?? '')

  return { attribute, titleOf, helpOf, choice, conditionOf, amount, known: (key) => attribute(key) !== null }
}
