import { circleOf } from './circle.js'
import { FIELDS, WORD_ATTRIBUTES } from './conditions.js'
import { splitAt, tokensOf, unwrapped } from './tokens.js'

const OF_KEY = new Map(FIELDS.map((field) => [field.key, field]))

/**
 * Reads CQL2 text as the form's question {conditions, rest}: what it has a field for becomes a condition, every other part
 * stays in `rest` word for word. Read and written again, the text asks the same.
 */
export function readFilter(filter) {
  const question = { conditions: {}, rest: [] }
  if (filter.trim() === '') return question
  const tokens = tokensOf(filter)
  if (!tokens) return { conditions: {}, rest: [filter.trim()] }
  const parts = splitAt('OR', tokens).length > 1 ? [tokens] : splitAt('AND', tokens)
  for (const part of parts) {
    const found = conditionOf(unwrapped(part))
    const joined = found && join(question.conditions[found.key], found)
    if (joined) question.conditions[found.key] = joined
    else question.rest.push(part.length > 0 ? filter.slice(part[0].start, part[part.length - 1].end) : filter.trim())
  }
  return question
}

/** Two conditions of one field are one where the form can hold both: the ends of a range, and words. */
function join(before, { key, value }) {
  if (before === undefined) return value
  const { kind } = OF_KEY.get(key)
  if (kind === 'words') return `${before} ${value}`
  if (kind !== 'range' || before.unknown || value.unknown) return null
  return Object.keys(value).some((end) => end in before) ? null : { ...before, ...value }
}

function conditionOf(tokens) {
  const either = splitAt('OR', tokens)
  if (either.length > 1) return wordsOf(either) ?? orUnknownOf(either)
  for (const read of [rangeOf, comparisonOf, oneOf, overlapsOf, isUnknownOf, flagOf, shapeOf]) {
    const found = read(tokens)
    if (found) return found
  }
  return null
}

/** `condition OR attribute IS NULL` takes along what is not known. */
function orUnknownOf(either) {
  const [first, last] = [conditionOf(unwrapped(either[0])), isUnknownOf(unwrapped(either[1]), true)]
  if (either.length !== 2 || !first || !last || first.key !== last.key || first.value === true || first.value.unknown) return null
  return { key: first.key, value: { ...first.value, unknown: true } }
}

function isUnknownOf(tokens, anyKind = false) {
  const field = fieldOf(tokens, 0)
  if (!field || tokens.length !== 3 || tokens[1].upper !== 'IS' || tokens[2].upper !== 'NULL') return null
  return anyKind || field.kind === 'codes' || field.kind === 'list' ? { key: field.key, value: { values: [], unknown: true } } : null
}

/** Both ends of a range: in one pair of parentheses, or by BETWEEN. */
function rangeOf(tokens) {
  const field = fieldOf(tokens, 0, 'range')
  if (!field) return null
  if (tokens.length === 5 && tokens[1].upper === 'BETWEEN' && tokens[3].upper === 'AND') return rangeIn(field, tokens[2], tokens[4])
  const ends = splitAt('AND', tokens)
  if (ends.length !== 2) return null
  const [low, high] = ends.map(comparisonOf)
  return low?.key === field.key && high?.key === field.key && 'min' in low.value && 'max' in high.value ? { key: field.key, value: { ...low.value, ...high.value } } : null
}

const rangeIn = (field, low, high) => (low.kind === 'number' && high.kind === 'number' ? { key: field.key, value: { min: Number(low.value), max: Number(high.value) } } : null)

/** `attribute sign value`. */
function comparisonOf(tokens) {
  const field = fieldOf(tokens, 0)
  const sign = tokens[1]?.upper
  const value = tokens[2]
  if (field?.kind === 'day') return dayOf(field, tokens)
  if (!field || tokens.length !== 3) return null
  if (field.kind === 'range' && value.kind === 'number' && ['>=', '<='].includes(sign)) return { key: field.key, value: { [sign === '>=' ? 'min' : 'max']: Number(value.value) } }
  if (field.kind === 'codes' && value.kind === literalOf(field) && sign === '=') return { key: field.key, value: { values: [value.value] } }
  if (field.kind === 'flag' && value.upper === 'TRUE' && sign === '=') return { key: field.key, value: true }
  return null
}

function dayOf(field, [, sign, word, open, day, close, ...more]) {
  const isDay = sign?.upper === '<=' && word?.upper === 'DATE' && open?.upper === '(' && day?.kind === 'text' && /^\d{4}-\d{2}-\d{2}$/.test(day.value) && close?.upper === ')'
  return isDay && more.length === 0 ? { key: field.key, value: { by: day.value } } : null
}

function flagOf(tokens) {
  const field = fieldOf(tokens, 0, 'flag')
  return field && tokens.length === 1 ? { key: field.key, value: true } : null
}

function oneOf(tokens) {
  const field = fieldOf(tokens, 0, 'codes')
  const values = field && tokens[1]?.upper === 'IN' && literalsIn(tokens.slice(2), literalOf(field))
  return values ? { key: field.key, value: { values } } : null
}

function overlapsOf(tokens) {
  const field = fieldOf(tokens, 2, 'list')
  const isCall = field && tokens[0].upper === 'A_OVERLAPS' && tokens[1].upper === '(' && tokens[3]?.upper === ',' && tokens[tokens.length - 1].upper === ')'
  const values = isCall && literalsIn(tokens.slice(4, -1), 'text')
  return values ? { key: field.key, value: { values } } : null
}

const literalOf = ({ numeric }) => (numeric ? 'number' : 'text')

/** The values of `('a', 'b')` or `(1, 2)`, or null. */
function literalsIn(tokens, kind) {
  if (tokens.length < 3 || tokens.length % 2 === 0 || tokens[0].upper !== '(' || tokens[tokens.length - 1].upper !== ')') return null
  const inside = tokens.slice(1, -1)
  return inside.every((token, i) => (i % 2 === 0 ? token.kind === kind : token.upper === ',')) ? inside.filter((_, i) => i % 2 === 0).map(({ value }) => value) : null
}

/** One word looked for in all the texts of a plot, exactly as the writer asks for it. */
function wordsOf(either) {
  if (either.length !== WORD_ATTRIBUTES.length) return null
  const patterns = either.map((tokens, i) => patternOf(unwrapped(tokens), WORD_ATTRIBUTES[i]))
  const [pattern] = patterns
  return pattern && patterns.every((one) => one === pattern) ? { key: 'words', value: pattern } : null
}

function patternOf(tokens, attribute) {
  const signs = tokens.map(({ kind, upper, value }) => (kind === 'text' ? '?' : value === attribute ? value : upper)).join(' ')
  if (signs !== `ACCENTI ( CASEI ( ${attribute} ) ) LIKE ACCENTI ( CASEI ( ? ) )`) return null
  const word = /^%((?:[^\\%_]|\\.)+)%$/su.exec(tokens.find(({ kind }) => kind === 'text').value)?.[1].replace(/\\(.)/gsu, '$1')
  return word && !/\s/.test(word) ? word : null
}

function shapeOf(tokens) {
  const [call, open, geometry, comma, kind, ...more] = tokens
  if (call?.upper !== 'S_INTERSECTS' || open?.upper !== '(' || geometry?.value !== 'geometry' || comma?.upper !== ',') return null
  const numbers = numbersIn(more.slice(0, -1))
  if (kind?.upper === 'BBOX') return numbers?.length === 4 && numbers[0] < numbers[2] && numbers[1] < numbers[3] ? { key: 'shape', value: { box: numbers } } : null
  const rings = more.filter(({ upper }) => upper === '(').length - 1
  if (kind?.upper !== 'POLYGON' || rings !== 1 || !numbers || numbers.length < 8 || numbers.length % 2 === 1) return null
  const ring = Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]])
  const around = circleOf(ring)
  return around ? { key: 'around', value: around } : { key: 'shape', value: { ring } }
}

/** All numbers between parentheses and commas, with their signs; null where anything else stands there. */
function numbersIn(tokens) {
  const numbers = []
  let sign = 1
  for (const { kind, value, upper } of tokens) {
    if (kind === 'number') numbers.push(sign * Number(value))
    else if (!['(', ')', ',', '-'].includes(upper)) return null
    sign = upper === '-' ? -1 : 1
  }
  return numbers
}

function fieldOf(tokens, at, kind) {
  const token = tokens[at]
  const field = token && (token.kind === 'word' || token.kind === 'name') ? OF_KEY.get(token.value) : undefined
  return field && (!kind || field.kind === kind) && !['words', 'shape', 'around'].includes(field.kind) ? field : null
}
