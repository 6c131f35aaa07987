const DAY_MS = 86_400_000

/** The CQL2 text of what holds for a technology on a day; null for today has to be said by its date. */
export const holdsOn = (technology, day) => `technology='${technology}' AND (valid_from IS NULL OR valid_from <= DATE('${day}')) AND (valid_to IS NULL OR valid_to > DATE('${day}'))`

/** The day before one, YYYY-MM-DD. */
export const dayBefore = (day) => new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)

/** Which of the days on which rules change the two dates stand for: its index, or -1 where they are of no single change. */
export const changeOf = (days, from, to) => days.findIndex((day) => day === to && dayBefore(day) === from)

/** Areas by what became of them and why, largest first: [{change, before: {result, basis}, after: {result, basis}, m2, geometries}]. */
export function causesOf(features) {
  const groups = new Map()
  for (const { geometry, properties: { change, before, after, m2 } } of features.filter((feature) => feature.geometry)) {
    const key = JSON.stringify([change, before, after])
    const group = groups.get(key) ?? { change, before, after, m2: 0, geometries: [] }
    group.m2 += m2
    group.geometries.push(geometry)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => b.m2 - a.m2)
}
