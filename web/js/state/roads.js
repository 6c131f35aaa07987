/**
 * What is asked of the roads, and its pure changes: a way along stops, or how far one comes from a place. A stop is
 * {lon, lat, name}; null is one still to be chosen. Coordinates are WGS84 degrees, longitude before latitude.
 */
export const PROFILES = ['car', 'truck', 'truck_7_5', 'coach', 'walk']
export const DIMENSIONS = ['height', 'width', 'length', 'mass', 'axleLoad']
export const MINUTES = [15, 30, 45, 60]
export const MOST_STOPS = 10
export const MOST_MINUTES = 180
const MOST_LIMITS = 6

/** What the state begins with, and what a link that names none of it means. */
export const initialRoads = {
  roads: {
    mode: 'route', // or 'reach'
    profile: 'truck',
    vehicle: {}, // metres and tonnes by dimension, where they are not the profile's own
    when: null, // YYYY-MM-DDTHH:MM on the clock of the place; without it, what holds at certain hours counts as in force
    stops: [null, null],
    place: null, // the stop that reach is measured from
    minutes: [15, 30],
  },
}

/** What no link names. */
export const passingRoads = {
  picking: null, // the number of the stop, 'place', or 'point:' and a name of other places, that waits for a click on the map
  pickedPoint: null, // {of: that name, point: [longitude, latitude]}
  roadsFace: 'panel', // or 'map', where only one has room
}

const put = (state, values) => ({ ...state, roads: { ...state.roads, ...values } })

export const travelAs = (state, profile) => put(state, { profile, vehicle: {} })
export const sizeVehicle = (state, dimension, value) => {
  const { [dimension]: _, ...others } = state.roads.vehicle
  return put(state, { vehicle: value === null ? others : { ...others, [dimension]: value } })
}
/** @param text YYYY-MM-DDTHH:MM; what is no time of these days stands for none */
export const travelAt = (state, text) => put(state, { when: readTime(text) })
/** Turns to the other question, with the place that the first one began at. */
export const askRoads = (state, mode) => {
  const { stops, place } = state.roads
  return put(state, mode === 'reach' ? { mode, place: place ?? stops[0] } : { mode, stops: stops[0] || !place ? stops : [place, ...stops.slice(1)] })
}
export const putStop = (state, which, stop) =>
  which === 'place' ? put(state, { place: stop }) : put(state, { stops: state.roads.stops.map((one, i) => (i === which ? stop : one)) })
export const addStop = (state) => (state.roads.stops.length < MOST_STOPS ? put(state, { stops: [...state.roads.stops, null] }) : state)
/** Two stops always stay, be they empty. */
export const dropStop = (state, which) => {
  const left = state.roads.stops.filter((_, i) => i !== which)
  return put(state, { stops: left.length < 2 ? [...left, null] : left })
}
export const moveStop = (state, which, by) => {
  const stops = [...state.roads.stops]
  const to = which + by
  if (to < 0 || to >= stops.length) return state
  ;[stops[which], stops[to]] = [stops[to], stops[which]]
  return put(state, { stops })
}
export const reverseStops = (state) => put(state, { stops: [...state.roads.stops].reverse() })
export const limitTo = (state, minutes) =>
  put(state, { minutes: [...new Set(minutes.filter((one) => one >= 1 && one <= MOST_MINUTES))].sort((a, b) => a - b).slice(0, MOST_LIMITS) })

/** Waits for a click on the map; null gives up. */
export const pickOnMap = (state, picking) => ({ ...state, picking, ...(picking === null ? { sideFace: 'panel' } : { roadsFace: 'map', sideFace: 'map' }) })
/** @param point [longitude, latitude], or null if somebody gave up */
export const finishPicking = (state, point) => {
  const { picking } = state
  if (isNamed(picking)) return { ...state, picking: null, pickedPoint: point && { of: picking, point }, sideFace: 'panel' }
  if (picking === 'comment') return { ...state, picking: null, pickedPlace: point, editFace: 'form' }
  const done = { ...state, picking: null, roadsFace: 'panel' }
  return point && picking !== null ? putStop(done, picking, { lon: point[0], lat: point[1], name: null }) : done
}
export const forgetPoint = (state) => ({ ...state, pickedPoint: null })
const isNamed = (picking) => typeof picking === 'string' && picking.startsWith('point:')

export const showRoadsFace = (state, roadsFace) => ({ ...state, roadsFace })

/** The parts of a link that say what is asked of the roads. */
export function roadsParts({ place: of, roads }) {
  if (of !== 'roads') return []
  const { mode, profile, vehicle, when, stops, place, minutes } = roads
  const asked = mode === 'route' ? ['route', stops.some(Boolean) && stops.map(pair).join(';')] : ['iso', `${pair(place)};${minutes.join(',')}`]
  const names = (mode === 'route' ? stops : [place]).map((stop) => (stop?.name ?? '').replaceAll('|', ' '))
  return [asked, ['names', names.some(Boolean) && names.join('|')], ['profile', profile],
    ['vehicle', Object.entries(vehicle).map(([dimension, value]) => `${dimension}:${value}`).join(',')], ['when', when]].filter(([, value]) => value)
}

export function readRoads(given) {
  const roads = { ...initialRoads.roads }
  const names = (given.get('names') ?? '').split('|').map((name) => name.slice(0, 120).trim() || null)
  const [place, minutes] = (given.get('iso') ?? '').split(';')
  if (given.has('route')) {
    const stops = given.get('route').split(';').slice(0, MOST_STOPS).map((text, i) => readPair(text, names[i]))
    roads.stops = stops.length < 2 ? [...stops, null] : stops
  } else if (given.has('iso')) {
    Object.assign(roads, { mode: 'reach', place: readPair(place, names[0]) })
    const limits = (minutes ?? '').split(',').map(Number).filter((one) => Number.isInteger(one))
    roads.minutes = limitTo({ roads }, limits).roads.minutes
    if (roads.minutes.length === 0) roads.minutes = initialRoads.roads.minutes
  }
  if (PROFILES.includes(given.get('profile'))) roads.profile = given.get('profile')
  roads.vehicle = Object.fromEntries((given.get('vehicle') ?? '').split(',').flatMap((part) => {
    const [, dimension, value] = /^([a-zA-Z]+):(\d{1,3}(?:\.\d{1,2})?)$/.exec(part) ?? []
    return DIMENSIONS.includes(dimension) && Number(value) > 0 ? [[dimension, Number(value)]] : []
  }))
  roads.when = readTime(given.get('when'))
  return { roads }
}

const essence = ({ roads: { mode, stops, place, profile } }) => JSON.stringify([mode, stops, place, profile])
export const isRoadsStep = (before, after) => essence(before) !== essence(after)

const pair = (stop) => (stop ? `${stop.lon.toFixed(5)},${stop.lat.toFixed(5)}` : '')

function readPair(text, name = null) {
  const [, lon, lat] = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?)$/.exec(text ?? '') ?? []
  return lon && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon: Number(lon), lat: Number(lat), name } : null
}

/** Days that no calendar has are no times. */
export function readTime(text) {
  const time = /^20\d\d-\d\d-\d\dT\d\d:\d\d$/.test(text ?? '') ? Date.parse(`${text}Z`) : NaN
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text) ? null : text
}
