/**
 * What becomes of a community that somebody else has saved meanwhile: of all that only one of both has changed since `base`, the change is taken; what both
 * have changed differently has to be decided. Plants and members are compared one by one.
 */
const LISTS = ['plants', 'members']
const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** @returns {merged, conflicts: [{key, id?, mine, theirs}]}; where there is a conflict, merged has mine */
export function mergeScenarios(base, mine, theirs) {
  const merged = {}
  const conflicts = []
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    if (LISTS.includes(key)) merged[key] = mergeList(key, base[key] ?? [], mine[key] ?? [], theirs[key] ?? [], conflicts)
    else merged[key] = decide({ key }, base[key], mine[key], theirs[key], conflicts)
  }
  return { merged, conflicts }
}

function mergeList(key, base, mine, theirs, conflicts) {
  const [was, own, other] = [base, mine, theirs].map((list) => new Map(list.map((one) => [one.id, one])))
  const ids = new Set([...theirs, ...mine].map(({ id }) => id))
  return [...ids].map((id) => decide({ key, id }, was.get(id), own.get(id), other.get(id), conflicts)).filter(Boolean)
}

function decide(where, base, mine, theirs, conflicts) {
  if (same(mine, theirs) || same(theirs, base)) return mine
  if (same(mine, base)) return theirs
  conflicts.push({ ...where, mine: mine ?? null, theirs: theirs ?? null })
  return mine
}

/** Puts what was decided in the place of mine. @param theirsToo the conflicts of which theirs is taken */
export function resolve(merged, theirsToo) {
  const resolved = { ...merged }
  for (const { key, id, theirs } of theirsToo) {
    if (!id) resolved[key] = theirs
    else if (theirs === null) resolved[key] = resolved[key].filter((one) => one.id !== id)
    else resolved[key] = resolved[key].some((one) => one.id === id) ? resolved[key].map((one) => (one.id === id ? theirs : one)) : [...resolved[key], theirs]
  }
  return resolved
}
