import { changeStop, isRoute, same } from './model.js'

/** Changes of what is shown by hand: nothing is searched for, the server says what becomes of the times. */
const put = (tour, change) => ({ ...tour, order: tour.order.map(change) })
const at = (list, index, id) => [...list.slice(0, index), id, ...list.slice(index)]

/** Puts a stop of one itinerary at a place of the same or of another one; `index` counts without the stop itself. Its pin stays where it is meant. */
export function moveStop(tour, id, from, to, index) {
  if (!tour.order.find((one) => isRoute(one, from))?.stops.some((one) => same(one, id))) return tour
  const moved = put(tour, (one) => {
    const left = isRoute(one, from) ? one.stops.filter((other) => !same(other, id)) : one.stops
    return { ...one, stops: isRoute(one, to) ? at(left.filter((other) => !same(other, id)), Math.max(0, Math.min(index, left.length)), id) : left }
  })
  const pin = tour.question.stops.find((stop) => same(stop.id, id))?.pin
  return pin && !isRoute({ group: from.group, date: from.date }, to) ? changeStop(moved, id, { pin: { ...pin, date: to.date, group: to.group } }) : moved
}

/** Puts a stop that is in no itinerary into one, at its end unless an index is given. */
export const insertStop = (tour, id, to, index = Infinity) => put(tour, (one) => (isRoute(one, to) ? { ...one, stops: at(one.stops, Math.min(index, one.stops.length), id) } : one))
/** Leaves a stop out; it is still asked for, so that the answer says what it would take. */
export const takeOut = (tour, id, from) => put(tour, (one) => (isRoute(one, from) ? { ...one, stops: one.stops.filter((other) => !same(other, id)) } : one))

export const pinStop = (tour, id, route, time) => changeStop(tour, id, { pin: time ? { time, date: route.date, group: route.group } : null })
export const lockStop = (tour, id, locked) => changeStop(tour, id, { locked })

export const placeOf = (tour, id) => tour.order?.find(({ stops }) => stops.some((one) => same(one, id))) ?? null
