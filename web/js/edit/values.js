/**
 * Values of a form as JSON: null is «not known». What the server holds and what is typed are compared as text, whatever the order of
 * the keys.
 */
export const isKnown = (value) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

export const sameValue = (a, b) => print(isKnown(a) ? a : null) === print(isKnown(b) ? b : null)

function print(value) {
  if (Array.isArray(value)) return `[${value.map(print).join()}]`
  if (value && typeof value === 'object') return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${print(value[key])}`).join()}}`
  return JSON.stringify(value ?? null)
}

/** The names of what differs, among those that a form knows. */
export const changedNames = (attributes, before, after) => attributes.map(({ name }) => name).filter((name) => !sameValue(before?.[name], after?.[name]))

/** What the server is told of a form: every value that it shows, null for what is not known. */
export const propertiesOf = (attributes, values) => Object.fromEntries(attributes.map(({ name }) => [name, isKnown(values[name]) ? values[name] : null]))

/** Which sections a layer's attributes lie in, in the order of the catalogue; what names none stands at the end. */
export function sectionsOf(sections, attributes) {
  const named = sections.map((section) => ({ section, attributes: attributes.filter((one) => one.section === section.id) }))
  const rest = attributes.filter((one) => !sections.some(({ id }) => id === one.section))
  return [...named, { section: { id: 'other', title: null }, attributes: rest }].filter((part) => part.attributes.length > 0)
}
