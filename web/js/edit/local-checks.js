import { isKnown } from './values.js'

/**
 * What can be said of a value before the server is asked: its type, its code, and whether it has to be there. Answers faults as the server
 * makes them, {rule, attribute, kind: 'missing' | 'wrong'}; the words come from the page.
 */
export const LONGEST_TEXT = 20_000
export const LONGEST_NAME = 500
export const longest = ({ name }) => (name === 'code' || name === 'name' ? LONGEST_NAME : LONGEST_TEXT)

export function checkValue(attribute, value, codes) {
  if (!isKnown(value)) return attribute.required ? fault('attribute-missing-required', attribute, 'missing') : null
  const wrong = fault('attribute-wrong-type', attribute, 'wrong')
  switch (attribute.type) {
    case 'number': return Number.isFinite(value) ? null : wrong
    case 'integer': return Number.isSafeInteger(value) ? null : wrong
    case 'boolean': return typeof value === 'boolean' ? null : wrong
    case 'date': return isDate(value) ? null : wrong
    case 'datetime': return Number.isNaN(Date.parse(value)) ? wrong : null
    case 'json': return typeof value === 'object' ? null : wrong
    case 'text_list': return !Array.isArray(value) ? wrong : value.every((one) => isListed(one, codes)) ? null : fault('attribute-unknown-code', attribute, 'wrong')
    default: return typeof value !== 'string' ? wrong : value.length > longest(attribute) ? fault('attribute-too-long', attribute, 'wrong')
      : isListed(value, codes) ? null : fault('attribute-unknown-code', attribute, 'wrong')
  }
}

const fault = (rule, { name }, kind) => ({ rule, attribute: name, kind, place: null, reason: null })
const isListed = (value, codes) => !codes || codes.length === 0 || codes.some((code) => code.value === String(value))

function isDate(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Of everything in a form, and of the shape: in the order of its fields. */
export function checkAll(attributes, values, geometry, codesOf) {
  const faults = attributes.map((attribute) => checkValue(attribute, values[attribute.name], codesOf(attribute))).filter(Boolean)
  return geometry ? faults : [{ rule: 'geometry-empty', attribute: null, kind: 'missing', place: null, reason: null }, ...faults]
}

/** What the server said, and what has been found here since: a field that was found wrong here is not told of twice. */
export function joinFaults(here, there) {
  const known = new Set(here.map(keyOf))
  return [...here, ...there.filter((one) => !known.has(keyOf(one)))]
}

const keyOf = ({ attribute, rule, kind }) => (attribute ? `${attribute}/${kind}` : rule)
