import { ringAround } from './circle.js'
import { FIELDS, isEmpty, WORD_ATTRIBUTES } from './conditions.js'
import { splitAt, tokensOf } from './tokens.js'

/** A question {conditions, rest} as CQL2 text: conditions in the order of the form, joined by AND; empty for everything. */
export function writeFilter({ conditions, rest = [] }) {
  const written = FIELDS.filter((field) => !isEmpty(field, conditions[field.key])).flatMap((field) => WRITERS[field.kind](field.key, conditions[field.key], field))
  return [...written, ...rest.map(safelyJoined)].join(' AND ')
}

const WRITERS = {
  range: (key, { min, max, unknown }) => {
    const ends = [min !== undefined && `${key} >= ${number(min)}`, max !== undefined && `${key} <= ${number(max)}`].filter(Boolean)
    return unknown ? [orUnknown(key, ends.join(' AND '), true)] : ends
  },
  codes: (key, { values, unknown }, { numeric }) => {
    const literals = values.map(numeric ? String : text)
    return [orUnknown(key, values.length > 1 ? `${key} IN (${literals.join(', ')})` : values.length === 1 ? `${key} = ${literals[0]}` : '', unknown)]
  },
  list: (key, { values, unknown }) => [orUnknown(key, values.length > 0 ? `A_OVERLAPS(${key}, (${values.map(text).join(', ')}))` : '', unknown)],
  flag: (key) => [`${key} = TRUE`],
  day: (key, { by, unknown }) => [orUnknown(key, `${key} <= DATE('${by}')`, unknown)],
  words: (key, words) => words.trim().split(/\s+/).map((word) =>
    `(${WORD_ATTRIBUTES.map((name) => `ACCENTI(CASEI(${name})) LIKE ACCENTI(CASEI(${text(`%${literally(word)}%`)}))`).join(' OR ')})`),
  shape: (key, { box, ring }) => [`S_INTERSECTS(geometry, ${box ? `BBOX(${box.join(', ')})` : polygon(ring)})`],
  around: (key, circle) => [`S_INTERSECTS(geometry, ${polygon(ringAround(circle))})`],
}

function orUnknown(key, condition, unknown) {
  if (!unknown) return condition
  return condition ? `(${condition} OR ${key} IS NULL)` : `${key} IS NULL`
}

const text = (value) => `'${String(value).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const polygon = (ring) => `POLYGON((${ring.map(([x, y]) => `${x} ${y}`).join(', ')}))`

// % and _ stand for anything in a pattern of LIKE, unless a backslash makes them plain
const literally = (word) => word.replace(/[\\%_]/g, '\\$&')

// Numbers of the form are decimal; 1e21 and beyond would not be.
const number = (value) => value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 6 })

/** An OR at the outermost level would take the conditions before it along. */
function safelyJoined(condition) {
  const tokens = tokensOf(condition)
  return tokens && splitAt('OR', tokens).length === 1 ? condition : `(${condition})`
}
