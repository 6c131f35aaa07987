import { areasOf, reachOf, RESULTS } from './findings.js'

const NOTICEABLE_M2 = 0.5

/**
 * What differs between two verdicts about one area: {same, areas: [{result, before, after}] in m², rules: [{rule, title, effect, before, after}]}, before and
 * after being {reach, m2, ruleset, status, cite}, or null where a rule is not there at that date. Rules that say the same on both days are left out.
 */
export function compareVerdicts(before, after) {
  const [first, second] = [areasOf(before), areasOf(after)]
  const areas = RESULTS.map((result) => ({ result, before: first[result], after: second[result] })).filter((row) => row.before > 0 || row.after > 0)
  const rows = new Map()
  for (const [side, { rules }] of [['before', before], ['after', after]]) {
    for (const rule of rules.filter(({ effect }) => effect !== 'cap')) { // a limit is told and acts nowhere
      const row = rows.get(keyOf(rule)) ?? { rule: rule.rule, title: rule.title, effect: rule.effect, before: null, after: null }
      row[side] = { reach: reachOf(rule), m2: rule.m2 ?? 0, ruleset: rule.ruleset, status: rule.status, cite: rule.cite ?? null }
      rows.set(keyOf(rule), row)
    }
  }
  const rules = [...rows.values()].filter(tells).sort((a, b) => weight(b) - weight(a))
  return { same: before.result === after.result && areas.every((row) => Math.abs(row.before - row.after) < NOTICEABLE_M2), areas, rules }
}

/** The same rule goes on in the next version of an act under the same name. */
const keyOf = ({ rule, effect }) => `${effect}/${rule}`
const matters = (side) => side && side.reach !== 'none'
const tells = ({ before, after }) => (matters(before) || matters(after)) && (!before || !after || before.reach !== after.reach || Math.abs(before.m2 - after.m2) >= NOTICEABLE_M2)
const weight = ({ before, after }) => Math.max(before?.m2 ?? 0, after?.m2 ?? 0)
