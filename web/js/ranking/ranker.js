import { contribution, criteriaOver, rank, sensitivity } from './engine.js'
import { fromNumber, rankText, toNumber } from './rank-text.js'
import { json } from '../api/server.js'

/**
 * Ranks the plots that meet a filter. Up to 5,000 their values are fetched once and ranked here whenever a weight moves; of more
 * than that the server ranks. Both answer {total, ranked, criteria, items, here}: `here` says whether it was computed in the page.
 */
export function createRanker(typeOf) {
  let held = { filter: null, values: null, columns: {} }

  /** @param count how many of the first plots are wanted */
  async function answer(filter, wishes, count, options) {
    if (held.filter !== filter) held = { filter, values: null, columns: {} }
    const missing = wishes.map(({ attribute }) => attribute).filter((attribute) => !(attribute in held.columns))
    if (missing.length > 0 && held.values?.complete !== false) await fetchValues(filter, missing, options)
    return held.values.complete ? local(wishes, count) : fromServer(filter, wishes, count, options)
  }

  async function fetchValues(filter, attributes, options) {
    const mine = held
    const values = await json(`/api/plots/values?${new URLSearchParams({ ...(filter ? { filter } : {}), attributes: attributes.join(',') })}`, options)
    const isSame = mine.values && mine.values.ids.length === values.ids.length && mine.values.ids.every((id, i) => id === values.ids[i])
    if (mine.values && !isSame) mine.columns = {} // plots came or went in between
    mine.values = values
    attributes.forEach((attribute, k) => (mine.columns[attribute] = Float64Array.from(values.columns[k] ?? [], (value) => value ?? NaN)))
    if (values.complete && mine === held && attributes.some((attribute) => !mine.columns[attribute])) throw new Error('values are missing')
  }

  /** Whether an answer can be given at once. */
  const isAtHand = (filter, wishes) => held.filter === filter && held.values?.complete === true && wishes.every(({ attribute }) => attribute in held.columns)

  function local(wishes, count) {
    const { ids, names, total } = held.values
    const columns = wishes.map(({ attribute }) => held.columns[attribute])
    const criteria = criteriaOver(wishes.map((wish) => ({ ...wish, ...boundsOf(wish), isBoolean: typeOf(wish.attribute) === 'boolean' })), columns)
    const ranking = rank(ids, criteria, columns)
    const { order, scores, worth, knockedOut, weights } = ranking
    const rival = (position) => (position < 0 ? null : { id: ids[position], name: names[position] })
    return {
      total, ranked: order.length, here: true,
      criteria: criteria.map((criterion, k) => {
        const shown = (value) => fromNumber(value, typeOf(wishes[k].attribute))
        const interval = order.length > 0 ? sensitivity(criteria, ranking, k) : null
        return {
          attribute: wishes[k].attribute, weight: criterion.weight, knockedOut: knockedOut[k], worst: shown(criterion.worst), best: shown(criterion.best),
          unknown: columns[k].reduce((all, value) => all + Number.isNaN(value), 0),
          sensitivity: interval && { ...interval, below: rival(interval.below), above: rival(interval.above) },
        }
      }),
      items: order.slice(0, count).map((position, i) => ({
        rank: i + 1, id: ids[position], name: names[position], score: scores[position],
        contributions: criteria.map(({ weight }, k) => {
          const one = worth[k][position]
          return { value: fromNumber(columns[k][position], typeOf(wishes[k].attribute)), contribution: Number.isNaN(one) ? null : contribution(weight, one, weights) }
        }),
      })),
    }
  }

  const boundsOf = ({ attribute, worst, best }) => ({ worst: toNumber(worst, typeOf(attribute)), best: toNumber(best, typeOf(attribute)) })

  async function fromServer(filter, wishes, count, options) {
    const query = new URLSearchParams({ ...(filter ? { filter } : {}), rank: rankText(wishes), limit: count })
    return { ...(await json(`/api/plots/ranking?${query}`, options)), here: false }
  }

  return { answer, isAtHand, now: local }
}
