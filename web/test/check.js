/** Two ways to say what must hold; a failure names what came instead. */
export function equal(actual, expected) {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (got !== wanted) throw new Error(`expected ${wanted}, got ${got}`)
}

export function ok(condition, what = 'condition does not hold') {
  if (!condition) throw new Error(what)
}

export function close(actual, expected, tolerance = 1e-6) {
  if (!(Math.abs(actual - expected) <= tolerance)) throw new Error(`expected ${expected} ± ${tolerance}, got ${actual}`)
}
