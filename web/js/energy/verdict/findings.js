/** The classes of a verdict, as they are listed. */
export const RESULTS = ['SUITABLE', 'ORDINARY', 'UNSUITABLE', 'GROUND_PV_FORBIDDEN', 'UNKNOWN']

/** Rules that take away: they are passed where they do not act. */
const TAKING = ['permit_only', 'unsuitable', 'warn']

/** How a result looks on the map and in lists (map/hatches.js), which is also the key of its words. */
export const look = (result) => result.toLowerCase()

/** On how much of the area a rule acts: all, part, none, or unknown. */
export function reachOf({ effect, outcome }) {
  const word = outcome.toLowerCase()
  const words = TAKING.includes(effect) ? { pass: 'none', fail: 'all' } : { pass: 'all', fail: 'none' }
  return words[word] ?? word
}

/** Nobody has confirmed yet that a rule set says what the act says. */
export const isDraft = (status) => status.toLowerCase() === 'draft'

/** The parts of a verdict as zones of the map. */
export const zonesOf = ({ parts }) => parts.map(({ geometry, result }, i) => ({ id: `part-${i}`, geometry, look: look(result) }))

/** Square metres of each class. */
export const areasOf = ({ parts }) => Object.fromEntries(RESULTS.map((result) => [result, parts.filter((part) => part.result === result).reduce((sum, { m2 }) => sum + m2, 0)]))
