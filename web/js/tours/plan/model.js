import { dayAfter, usualDay, workday } from './clock.js'

/**
 * A tour as it is composed, and its pure changes: {question, order}. `question` is what POST /api/tours/plan takes; `order` the itineraries that are shown,
 * [{group, date, stops: [id]}], or null before anything was planned. What is not asked for is left out of the question.
 */
export const MOST_STOPS = 50
export const MOST_DAYS = 10
export const MOST_GROUPS = 10

/** Who comes by what: what their sizes are is asked of the roads where nothing stands here. */
export const VEHICLES = {
  coach: { profile: 'coach' },
  coachLarge: { profile: 'coach', height: 3.8, length: 14 },
  coachSmall: { profile: 'coach', height: 3.2, length: 9.5 },
  minibus: { profile: 'coach', height: 2.9, width: 2.2, length: 7.5, mass: 5.5 },
  car: { profile: 'car' },
  walk: { profile: 'walk' },
}

export const newTour = (now = new Date()) => ({
  question: {
    date: usualDay(now),
    start: null, // {point: {lon, lat}, name, time}
    end: { time: '17:00' }, // where the tour begins, unless a point is given
    vehicle: { ...VEHICLES.coach },
    group: { people: 25 },
    lunch: { from: '12:00', to: '14:00', minutes: 60 },
    stops: [],
  },
  order: null,
})

const ask = (tour, values) => ({ ...tour, question: without({ ...tour.question, ...values }) })

export const changeQuestion = (tour, values) => fitted(ask(tour, values))
export const changeGroup = (tour, values) => ask(tour, { group: without({ ...tour.question.group, ...values }) })
export const changeStart = (tour, values) => ask(tour, { start: without({ time: '08:30', ...tour.question.start, ...values }) })
export const changeEnd = (tour, values) => ask(tour, { end: without({ ...tour.question.end, ...values }) })
export const changeLunch = (tour, values) => fitted(ask(tour, { lunch: values && without({ ...(tour.question.lunch ?? newTour().question.lunch), ...values }) }))
export const changeVehicle = (tour, values) => ask(tour, { vehicle: without({ ...tour.question.vehicle, ...values }) })

/** The first day moves the others with it, so that they stay as far apart. */
export function changeDate(tour, date) {
  const { days, date: before } = tour.question
  const shift = Math.round((Date.parse(date) - Date.parse(before)) / 86_400_000)
  const moved = (day) => dayAfter(day, shift)
  return onOtherDays(ask(tour, { date, days: days && days.map(moved) }), moved)
}
/** That many days, the next ones that are no Saturday and no Sunday; days that go take their stops out of the order. */
export function changeDays(tour, count) {
  const days = [...daysOf(tour)].slice(0, count)
  while (days.length < count) days.push(workday(dayAfter([...days].sort().at(-1))))
  return fitted(ask(tour, { days: days.length > 1 ? days : null }))
}
export const changeDay = (tour, index, date) => (index === 0 ? changeDate(tour, date)
  : onOtherDays(ask(tour, { days: tour.question.days.map((day, i) => (i === index ? date : day)) }), (day) => (day === tour.question.days[index] ? date : day)))
/** @param sharing 'divide' (each stop for one group) or 'each' (every group visits) */
export function changeGroups(tour, count, sharing = tour.question.sharing ?? 'divide') {
  const had = tour.question.groups ?? []
  const people = tour.question.group.people
  const groups = Array.from({ length: count }, (_, i) => had[i] ?? without({ id: String(i + 1), people }))
  return fitted(ask(tour, { groups: count > 1 ? groups : null, sharing: count > 1 ? sharing : null }))
}
export const changeOneGroup = (tour, index, values) => ask(tour, { groups: tour.question.groups.map((group, i) => (i === index ? without({ ...group, ...values }) : group)) })

export const daysOf = ({ question }) => question.days ?? [question.date]
export const groupsOf = ({ question }) => question.groups ?? [{ id: '1', people: question.group.people }]
/** Every group on every day: what an itinerary can be of. */
export const routesOf = (tour) => daysOf(tour).flatMap((date) => groupsOf(tour).map(({ id }) => ({ group: id, date })))

/** What is planned, pinned and agreed for a day moves with it. */
function onOtherDays({ question, order }, moved) {
  const there = (one) => (one.date ? { ...one, date: moved(one.date) } : one)
  const stops = question.stops.map((stop) => without({ ...stop, pin: stop.pin && there(stop.pin), windows: stop.windows?.map(there) }))
  return { question: { ...question, stops }, order: order && order.map(there) }
}

/**
 * What no longer is goes everywhere: routes of days and groups that went, pins that are of such, and a stop that now is visited once stands in the first itinerary that
 * has it. The server refuses a question that says otherwise.
 */
function fitted(tour) {
  const routes = routesOf(tour)
  const isThere = ({ date, group }) => routes.some((route) => (!date || route.date === date) && (!group || same(route.group, group)))
  const stops = tour.question.stops.map((stop) => (stop.pin && !isThere(stop.pin) ? without({ ...stop, pin: null }) : stop))
  return { question: { ...tour.question, stops }, order: tour.order && routes.map((route) => ({ ...route, stops: tour.order.find((one) => isRoute(one, route))?.stops ?? [] })).map(onceEach(tour)) }
}
function onceEach({ question: { lunch, sharing } }) {
  const seen = new Set()
  const isFirst = (id, { group, date }) => {
    const key = JSON.stringify([sharing === 'each' && group, same(lunch?.stop, id) && [group, date], String(id)])
    return !seen.has(key) && seen.add(key)
  }
  return (route) => ({ ...route, stops: route.stops.filter((id) => isFirst(id, route)) })
}

export const stopOf = ({ question }, id) => question.stops.find((stop) => same(stop.id, id)) ?? null
export const hasStop = (tour, id) => stopOf(tour, id) !== null
export const addStop = (tour, stop) => (hasStop(tour, stop.id) || tour.question.stops.length >= MOST_STOPS ? tour : ask(tour, { stops: [...tour.question.stops, without(stop)] }))
export const changeStop = (tour, id, values) => ask(tour, { stops: tour.question.stops.map((stop) => (same(stop.id, id) ? without({ ...stop, ...values }) : stop)) })
/** Takes a stop out of the question, and out of the order with it; lunch is somewhere on the way then. */
export const dropStop = (tour, id) => inOrder(withStops(tour, id, () => []), (stops) => stops.filter((other) => !same(other, id)))
/** Another stop takes the place of one, as much wanted and in the same place of the order. Lunch was offered by the former one only. */
export function replaceStop(tour, id, stop) {
  if (hasStop(tour, stop.id)) return tour
  return inOrder(withStops(tour, id, ({ priority, must }) => [without({ ...stop, priority, must })]), (stops) => stops.map((other) => (same(other, id) ? stop.id : other)))
}
const inOrder = (tour, change) => ({ ...tour, order: tour.order && tour.order.map((one) => ({ ...one, stops: change(one.stops) })) })
const withStops = (tour, id, instead) => ask(tour, { stops: tour.question.stops.flatMap((stop) => (same(stop.id, id) ? instead(stop) : [stop])),
  ...(same(tour.question.lunch?.stop, id) ? { lunch: without({ ...tour.question.lunch, stop: null }) } : {}) })
/** A name for a stop that is no host. */
export const newStopId = (tour) => `p${1 + Math.max(0, ...tour.question.stops.map(({ id }) => Number(/^p(\d+)$/.exec(id)?.[1] ?? 0)))}`

/** What an answer shows, as an order; where it names no itinerary of a group on a day, that one is empty. */
export const orderOf = (tour, { itineraries }) => routesOf(tour).map((route) => ({ ...route, stops: (itineraries.find((one) => isRoute(one, route))?.stops ?? []).map(({ id }) => stopOf(tour, id)?.id ?? id) }))

/** What POST /api/tours/timetable takes. */
export const timetableOf = ({ question, order }) => ({ ...sentQuestion({ question }), itineraries: order.map((one) => ({ group: one.group, date: one.date, stops: one.stops.map((id) => markedIn({ question }, id, one)) })) })
/** What a search takes: it begins with what is shown, so that it never becomes worse. */
export const questionOf = ({ question, order }) => ({ ...sentQuestion({ question }), ...(order?.some(({ stops }) => stops.length > 0) ? { order: timetableOf({ question, order }).itineraries } : {}) })

function markedIn(tour, id, route) {
  const { pin, locked } = stopOf(tour, id) ?? {}
  return without({ id, pin: pin && (!pin.group || same(pin.group, route.group)) && (!pin.date || pin.date === route.date) ? pin : null, locked })
}

/** The question as it is sent: where nothing says otherwise, a tour ends where it began, and hours of which one end is said last from or to midnight. */
export function sentQuestion({ question }) {
  const { start, end, stops } = question
  return without({ ...question, end: end && without({ point: start?.point, name: start?.name, ...end }),
    stops: stops.map((stop) => (stop.windows ? { ...stop, windows: stop.windows.map(({ from, to, ...day }) => ({ ...day, from: from ?? '00:00', to: to ?? '23:59' })) } : stop)) })
}

/** What has to be known before anything can be planned: keys of texts, in the order in which they are asked. */
export const missing = ({ question }) => [!question.date && 'date', !question.start?.point && 'start', !(question.group.people > 0) && 'people', question.stops.length === 0 && 'stops'].filter(Boolean)

export const isRoute = (one, { group, date }) => one.date === date && same(one.group ?? '1', group)
/** Ids are numbers or texts, and a link makes texts of them. */
export const same = (a, b) => a !== null && a !== undefined && String(a) === String(b)
/** Values that are said. */
export const without = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false))
