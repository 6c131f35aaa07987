import { insertStop, takeOut } from './order.js'
import { daysOf, routesOf, same, sentQuestion } from './model.js'

/**
 * A tour with a relaxation of the server's answer applied: its JSON Patch (RFC 6902) is of the question as it was sent, and the stop goes to the place that it
 * names, so that timing it again finds nothing wrong. Null for one that says no change.
 */
export function relax(tour, id, relaxation) {
  if (!relaxation || (!relaxation.change?.length && !relaxation.instead_of && relaxation.position === undefined)) return null
  const { order: _, itineraries: __, ...changed } = patched(sentQuestion(tour), relaxation.change ?? []) // what is shown moves by itself
  const question = tidied(changed)
  let relaxed = { question, order: movedDays(tour, question) }
  if (relaxation.instead_of !== undefined) {
    const home = relaxed.order.find(({ stops }) => stops.some((one) => same(one, relaxation.instead_of)))
    if (home) relaxed = takeOut(relaxed, relaxation.instead_of, home)
  }
  const route = routesOf(relaxed).find((one) => one.date === relaxation.date && same(one.group, relaxation.group ?? one.group))
    ?? routesOf(relaxed).find((one) => same(one.group, relaxation.group)) ?? routesOf(relaxed)[0]
  return insertStop(relaxed, question.stops.find((stop) => same(stop.id, id))?.id ?? id, { group: route.group, date: route.date }, relaxation.position ?? Infinity)
}

/** An end that is where the tour begins stands in the question as no place of its own, so that it goes on following the start. */
export function tidied(question) {
  const { start, end } = question
  if (!end?.point || JSON.stringify(end.point) !== JSON.stringify(start?.point)) return question
  const { point, name, ...rest } = end
  return { ...question, end: rest }
}

/** Where the tour moves to other days, what is shown moves with it. */
function movedDays(tour, question) {
  const before = daysOf(tour)
  const after = daysOf({ question })
  const moved = tour.order.map((one) => ({ ...one, date: after[before.indexOf(one.date)] ?? one.date }))
  return routesOf({ question }).map((route) => moved.find((one) => one.date === route.date && same(one.group, route.group)) ?? { ...route, stops: [] })
}

/** The operations add, replace and remove of a JSON Patch on a copy of a document. */
export function patched(document, operations) {
  const copy = structuredClone(document)
  for (const { op, path, value } of operations) {
    const keys = path.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    const last = keys.pop()
    const target = keys.reduce((inner, key) => (inner[key] ??= {}), copy)
    if (Array.isArray(target)) {
      const index = last === '-' ? target.length : Number(last)
      target.splice(index, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]))
    } else if (op === 'remove') delete target[last]
    else target[last] = value
  }
  return copy
}
