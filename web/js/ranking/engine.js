/**
 * Weighted ranking in the browser, number for number as the server ranks (org.comparto.ranking.Ranking): columns are
 * Float64Arrays by position, NaN is not known, days are counted from 1970-01-01, truth is 1 and 0. Nothing here touches the page.
 *
 * A criterion is {direction: 'max'|'min', shape: 'linear'|'threshold', weight: 0..100, worst, best, knockOut, needsValue};
 * knockOut is null or NaN where any value may take part.
 */
const DECIMALS = 1e12
const NOTHING = 1e-12 // below it two sums are the same
const MOST = 100

export const reaches = (direction, value, bound) => (direction === 'max' ? value >= bound : value <= bound)

/** What one value is worth, 0 to 1; NaN where it is not known. */
export function worthOf({ direction, shape, worst, best }, value) {
  if (Number.isNaN(value)) return NaN
  const range = best - worst
  if (shape === 'threshold' || range === 0) return reaches(direction, value, best) ? 1 : 0
  return Math.max(0, Math.min(1, (value - worst) / range))
}

const admits = ({ direction, knockOut, needsValue }, value) =>
  Number.isNaN(value) ? !needsValue : knockOut === null || Number.isNaN(knockOut) || reaches(direction, value, knockOut)

export const rounded = (score) => Math.round(score * DECIMALS) / DECIMALS

/** @returns {order: positions best first, scores and worth by position, knockedOut by criterion}; empty if every weight is 0 */
export function rank(ids, criteria, columns) {
  const count = ids.length
  const sums = new Float64Array(count)
  const out = new Uint8Array(count)
  const knockedOut = criteria.map(() => 0)
  let weights = 0
  const worth = criteria.map((criterion, k) => {
    const [column, of] = [columns[k], new Float64Array(count)]
    weights += criterion.weight
    for (let i = 0; i < count; i++) {
      const one = worthOf(criterion, column[i])
      of[i] = one
      if (one === one) sums[i] += criterion.weight * one // NaN equals nothing
      if (!admits(criterion, column[i])) {
        out[i] = 1
        knockedOut[k]++
      }
    }
    return of
  })
  const scores = sums.map((sum) => rounded(sum / weights))
  const order = []
  if (weights > 0) for (let i = 0; i < count; i++) if (!out[i]) order.push(i)
  order.sort((a, b) => scores[b] - scores[a] || ids[a] - ids[b])
  return { order, scores, worth, knockedOut, weights }
}

/** What a criterion adds to a plot's score; NaN where its value is not known. */
export const contribution = (weight, worth, weights) => rounded((weight * worth) / weights)

/**
 * The weights of one criterion, the others as they are, with which the first plot stays first: for each rival a half-line of
 * (A₁ − A₂) + t · (v₁ − v₂) ≥ 0, and their intersection. `below` and `above` are positions of who leads outside, -1 for nobody.
 */
export function sensitivity(criteria, { order, worth }, criterion) {
  const first = order[0]
  const { weight } = criteria[criterion]
  const others = sumWithout(criteria, worth, criterion, first)
  const own = known(worth[criterion][first])
  let [from, to, below, above] = [0, MOST, -1, -1]
  for (const rival of order) {
    const lead = others - sumWithout(criteria, worth, criterion, rival)
    const slope = own - known(worth[criterion][rival])
    if (rival === first || Math.abs(slope) <= NOTHING) continue
    const level = -lead / slope
    if (slope > 0 && level > from + NOTHING) {
      from = Math.min(level, weight)
      below = rival
    } else if (slope < 0 && level < to - NOTHING) {
      to = Math.max(level, weight)
      above = rival
    }
  }
  return { from, to, below, above }
}

/** Wishes of a person with the extremes of the set where no bound is named; an extreme on the wrong side of a bound is put on it. */
export function criteriaOver(wishes, columns) {
  return wishes.map((wish, k) => {
    const more = wish.direction === 'max'
    const [least, greatest] = extremes(columns[k])
    const [worstOfAll, bestOfAll] = more ? [least, greatest] : [greatest, least]
    const { worst = null, best = null, required = false, isBoolean = false } = wish
    return {
      direction: wish.direction, shape: wish.shape ?? 'linear', weight: wish.weight, least, greatest,
      worst: worst ?? (best !== null && reaches(wish.direction, worstOfAll, best) ? best : worstOfAll),
      best: best ?? (worst !== null && !reaches(wish.direction, bestOfAll, worst) ? worst : bestOfAll),
      knockOut: required ? worst ?? (isBoolean ? Number(more) : NaN) : NaN, needsValue: required,
    }
  })
}

/** The least and the greatest value there is; NaN where none is known. */
export function extremes(column) {
  let [least, greatest] = [Infinity, -Infinity]
  for (const value of column) {
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  return least === Infinity ? [NaN, NaN] : [least, greatest]
}

const known = (worth) => (Number.isNaN(worth) ? 0 : worth)

function sumWithout(criteria, worth, without, plot) {
  let sum = 0
  for (let k = 0; k < criteria.length; k++) if (k !== without) sum += criteria[k].weight * known(worth[k][plot])
  return sum
}
