const STAGES = ['built', 'approved', 'marked']

/** The known amounts of a stage over all technologies, which do not share ground there; null where none is known. @param unit mw or gwh */
export function sumOf(technologies, stage, unit) {
  const known = technologies.map((one) => one[stage][unit]).filter((value) => value !== undefined && value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

export const hasComputed = ({ technologies }) => technologies.some(({ computed }) => computed.m2 !== undefined && computed.m2 !== null)

/** Where modules stand on buildings the ground that they may stand on says little of how many there can be. */
const ON_BUILDINGS = ['pv_roof', 'pv_canopy']
const FAR = 5

/** Computed potentials of technologies may lie on the same ground, so of those on the ground the largest is shown. */
export function largestComputed(technologies, unit) {
  const known = technologies.filter(({ technology }) => !ON_BUILDINGS.includes(technology)).map(({ computed }) => computed[unit]).filter((value) => value !== undefined && value !== null)
  return known.length === 0 ? null : Math.max(...known)
}

/** The groups and bars of the chart: today with what there is, and every year that has a target. @param unit mw or gwh */
export function chartOf(targets, { date, technologies }, unit, withComputed = true) {
  const years = targets.filter((target) => target[unit] !== undefined && target[unit] !== null)
  const today = (value) => [value, ...years.map(() => null)]
  return {
    groups: [date.slice(0, 4), ...years.map(({ year }) => String(year))],
    bars: [...STAGES.map((stage) => ({ look: stage, stack: 'present', values: today(sumOf(technologies, stage, unit)) })),
      ...(withComputed ? [{ look: 'computed', stack: 'computed', values: today(largestComputed(technologies, unit)) }] : []),
      { look: 'target', stack: 'present', values: [null, ...years.map((target) => target[unit])] }],
  }
}

/** Whether what is computed would make everything else too small to be seen. */
export function computedIsFar(targets, { technologies }, unit) {
  const others = [STAGES.reduce((sum, stage) => sum + (sumOf(technologies, stage, unit) ?? 0), 0), ...targets.map((target) => target[unit] ?? 0)]
  return (largestComputed(technologies, unit) ?? 0) > FAR * Math.max(...others)
}
