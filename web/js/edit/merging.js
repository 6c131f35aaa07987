import { isKnown, sameValue } from './values.js'

/**
 * Three versions of the same thing: what both began with, what somebody else made of it, and what I did. What only one of them changed is
 * his; what both changed differently has to be decided by a person. Answers rows {name, base, theirs, mine, verdict, choice} where anything
 * differs; choice is null where it is open.
 */
export function compareThree(names, base, theirs, mine) {
  return names.map((name) => ({ name, ...judged(base?.[name], theirs?.[name], mine?.[name], sameValue) })).filter(({ verdict }) => verdict !== 'same')
}

/** The same of shapes, null if all are alike; coordinates differ from the seventh digit on only by rounding. */
export function compareShapes(base, theirs, mine) {
  const row = judged(base, theirs, mine, sameShape)
  return row.verdict === 'same' ? null : { name: GEOMETRY, ...row }
}

export const GEOMETRY = '@geometry'

function judged(base, theirs, mine, same) {
  const verdict = same(theirs, mine) ? (same(base, mine) ? 'same' : 'agreed') : same(base, theirs) ? 'mine' : same(base, mine) ? 'theirs' : 'conflict'
  return { base: base ?? null, theirs: theirs ?? null, mine: mine ?? null, verdict, choice: verdict === 'conflict' ? null : verdict === 'agreed' ? 'mine' : verdict }
}

/** A multipart shape of one part is that part. */
export const sameShape = (a, b) => JSON.stringify(single(a), rounded) === JSON.stringify(single(b), rounded)
const single = (shape) => (shape?.type.startsWith('Multi') && shape.coordinates.length === 1 ? { type: shape.type.slice(5), coordinates: shape.coordinates[0] } : shape && { type: shape.type, coordinates: shape.coordinates }) ?? null
const rounded = (_, value) => (typeof value === 'number' ? Number(value.toFixed(7)) : value)

export const openRows = (rows) => rows.filter(({ choice }) => choice === null)
export const decide = (rows, name, choice, other = undefined) => rows.map((row) => (row.name === name ? { ...row, choice, other } : row))

/** The values that come of it: mine, with what was decided. */
export function mergedValues(mine, rows) {
  const values = { ...mine }
  for (const row of rows) if (row.name !== GEOMETRY) values[row.name] = chosen(row)
  return values
}

export const mergedShape = (mine, row) => (row ? chosen(row) : mine)
const chosen = (row) => (row.choice === 'other' ? row.other : isKnown(row[row.choice]) ? row[row.choice] : null)
