import { isKnown, sameValue } from './values.js'

/** What a proposal would change, field by field: {attribute, before, after, how: 'added' | 'removed' | 'changed' | 'same'}. */
export function differences(attributes, before, after, { all = false } = {}) {
  return attributes.map((attribute) => ({ attribute, before: before?.[attribute.name] ?? null, after: after?.[attribute.name] ?? null }))
    .map((row) => ({ ...row, how: sameValue(row.before, row.after) ? 'same' : !isKnown(row.before) ? 'added' : !isKnown(row.after) ? 'removed' : 'changed' }))
    .filter(({ how, before: known }) => (all ? how !== 'same' || isKnown(known) : how !== 'same'))
}
