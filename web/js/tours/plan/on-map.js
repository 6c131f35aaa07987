import { routeAddress } from '../../api/roads.js'
import { json } from '../../api/server.js'
import { lookAt } from '../../state/view.js'
import { showSideLayers } from '../../state/side.js'
import { shownItineraries } from './shown.js'
import { hostName } from './hosts.js'

const MOST_POINTS = 25 // of one question to the roads

/** The tour on the map: where it starts, its stops (numbered once there is an order) and the roads that lead there, a look for each group and day. */
export function createOnMap({ store, catalogue, overlay, book, hosts, planning, signal }) {
  const ways = new Map() // lines by their question, so that what did not change is not asked again
  let turn = 0
  let lookedAt = null
  store.change(showSideLayers, layersOf(catalogue))
  book.watch('any', draw, signal)
  planning.watch(draw, signal)
  hosts.watch(draw, signal)

  function draw() {
    const tour = book.get()
    const state = planning.get()
    const answer = state.kind === 'running' ? state.best ?? null : state.answer
    const itineraries = answer && (tour.order || state.kind === 'running') ? shownItineraries(state.kind === 'running' ? fromAnswer(tour, answer) : tour, answer) : []
    const mine = ++turn
    const signs = [...chosenSigns(tour, itineraries), ...endSigns(tour), ...itineraries.flatMap(({ rank, stops }) => stops.map((stop, i) => stop.point && { ...stop.point, text: String(i + 1), kind: 'tour', rank })).filter(Boolean)]
    const known = itineraries.filter(({ isOld, stops }) => !isOld && stops.length > 0)
    const show = () => mine === turn && overlay.show({ signs, lines: known.map((one) => ways.get(addresses(one, tour)[0]) && { coordinates: addresses(one, tour).flatMap((address) => ways.get(address) ?? []), kind: 'tour', rank: one.rank }).filter((line) => line?.coordinates.length > 1) })
    show()
    if (state.kind === 'ready') {
      frame(tour, signs)
      readWays(known, tour).then(show)
    }
  }

  async function readWays(itineraries, tour) {
    await Promise.all(itineraries.flatMap((one) => addresses(one, tour)).filter((address) => !ways.has(address)).map(async (address) => {
      try {
        ways.set(address, (await json(address, { signal })).geometry.coordinates)
      } catch {
        // the timetable says where there is no way
      }
    }))
  }

  /** Looks at a plan when it is a new one, and not after every move. */
  function frame(tour, signs) {
    const key = JSON.stringify([tour.question.start?.point, tour.question.stops.map(({ id }) => id)])
    if (key === lookedAt || signs.length < 2) return
    lookedAt = key
    const [lons, lats] = [signs.map(({ lon }) => lon), signs.map(({ lat }) => lat)]
    store.change(lookAt, [Math.min(...lons) - 0.01, Math.min(...lats) - 0.008, Math.max(...lons) + 0.01, Math.max(...lats) + 0.008])
  }

  function chosenSigns(tour, itineraries) {
    const inside = new Set(itineraries.flatMap(({ stops }) => stops.map(({ id }) => String(id))))
    return tour.question.stops.filter(({ id }) => !inside.has(String(id))).map((stop) => ({ ...(stop.point ?? hosts.get(stop.id)?.entrance), text: initial(stop), kind: 'tour', rank: 'out' })).filter(({ lon }) => lon !== undefined)
  }
  function initial(stop) {
    const host = hosts.get(stop.id)
    return (stop.name ?? (host ? hostName(host) : '•')).trim().slice(0, 1).toUpperCase()
  }

  function endSigns({ question: { start, end } }) {
    return [start?.point && { ...start.point, text: '▶', kind: 'tour', rank: 'end' }, end?.point && { ...end.point, text: '■', kind: 'tour', rank: 'end' }].filter(Boolean)
  }
}

/** The questions to the roads for an itinerary, with the vehicle of the tour: one, or several that hang together. */
function addresses({ stops }, { question }) {
  const { start, end, vehicle } = question
  const { profile, ...sizes } = typeof vehicle === 'string' ? { profile: vehicle } : vehicle
  const points = [start.point, ...stops.map(({ parking, point }) => (profile === 'walk' ? point : parking ?? point)), end?.point ?? start.point].filter(Boolean)
  const parts = []
  for (let i = 0; i < points.length - 1; i += MOST_POINTS - 1) parts.push(routeAddress({ profile, vehicle: sizes, when: null, stops: points.slice(i, i + MOST_POINTS) }, 'it'))
  return parts
}

const fromAnswer = (tour, answer) => ({ ...tour, order: answer.itineraries.map(({ group, date, stops }) => ({ group, date, stops: stops.map(({ id }) => id) })) })

/** Hosts that receive visitors, as points that can be clicked. */
const layersOf = (catalogue) => [['company', "visitable IN ('by_appointment', 'open_days')"], ['visit_place', null]].filter(([id]) => catalogue.layer(id))
  .map(([id, filter]) => ({ id, opacity: 1, ...(filter ? { filter } : {}) }))
