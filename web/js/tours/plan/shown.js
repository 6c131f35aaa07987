import { groupsOf, isRoute, routesOf, same, stopOf } from './model.js'

/**
 * What the timetable shows: the itineraries of the order, each with what the answer says of it. Where the order was just changed and is being timed, its stops keep
 * what was last known of them and `isOld` is set.
 */
export function shownItineraries(tour, answer) {
  const former = new Map((answer?.itineraries ?? []).flatMap(({ stops }) => stops).map((stop) => [String(stop.id), stop]))
  return routesOf(tour).map((route, rank) => {
    const said = answer?.itineraries.find((one) => isRoute(one, route)) ?? null
    const ids = tour.order?.find((one) => isRoute(one, route))?.stops ?? []
    const isOld = !said ? ids.length > 0 : ids.length !== said.stops.length || ids.some((id, i) => !same(id, said.stops[i].id))
    const stops = isOld ? ids.map((id) => former.get(String(id)) ?? { id, name: stopOf(tour, id)?.name, violations: [] }) : said?.stops ?? []
    return { ...route, rank, isOld, said, stops }
  })
}

/** Stops that the answer says are left out; until it does, those that no itinerary has. Where every group visits every stop, those of each group. */
export function leftOut(tour, answer) {
  const { stops, sharing } = tour.question
  return (sharing === 'each' ? groupsOf(tour).map(({ id }) => id) : [undefined]).flatMap((group) => {
    const isMine = (one) => group === undefined || same(one.group ?? '1', group)
    const inside = new Set((tour.order ?? []).filter(isMine).flatMap((one) => one.stops.map(String)))
    return stops.filter(({ id }) => !inside.has(String(id)))
      .map((stop) => (answer?.dropped ?? []).find((one) => same(one.id, stop.id) && isMine(one)) ?? { id: stop.id, name: stop.name, group, must: Boolean(stop.must) })
  })
}

/** How many visits an answer has, and how many are asked for: of a stop that several groups visit, several. */
export function visitsOf({ question, ...tour }, { itineraries }) {
  const each = question.sharing === 'each'
  const made = new Set(itineraries.flatMap(({ group, stops }) => stops.map(({ id }) => `${each ? group : ''}@${id}`)))
  return { count: made.size, all: question.stops.length * (each ? groupsOf({ question, ...tour }).length : 1) }
}

/** Everything of an answer that does not hold: [{group, date, stop: id or null, …violation}]. */
export const violationsOf = (answer) => (answer?.itineraries ?? []).flatMap(({ group, date, start, end, lunch, stops }) =>
  [[null, start], [null, lunch], ...stops.map((stop) => [stop.id, stop]), [null, end]].flatMap(([stop, part]) => (part?.violations ?? []).map((one) => ({ group, date, stop, ...one }))))

/** Where lunch stands among the stops: its index, -1 for none. After `after`, before the stop `before`, else where its time falls. */
export function lunchIndex({ lunch, stops }) {
  if (!lunch) return -1
  const after = stops.findIndex(({ id }) => same(id, lunch.after))
  if (after >= 0) return after + 1
  const before = stops.findIndex(({ id }) => same(id, lunch.before))
  if (before >= 0) return before
  const later = stops.findIndex(({ start }) => start && Date.parse(start) >= Date.parse(lunch.from))
  return later < 0 ? stops.length : later
}
