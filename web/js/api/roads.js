import { json } from './server.js'

/** The addresses of the roads. What is asked is the slice `roads` of the state; times are seconds, lengths metres. */
export const roadServer = {
  /** What road graph there is, and the profiles with their dimensions. */
  status: (options) => json('/api/roads', options),
  route: (asked, language, options) => json(routeAddress(asked, language), options),
  reach: (asked, options) => json(reachAddress(asked, 'json'), options),
}

export function routeAddress({ profile, vehicle, when, stops }, language, format = 'json') {
  const points = stops.filter(Boolean).map(pair)
  return `/api/roads/route?${query({ profile, from: points[0], to: points.at(-1), via: points.slice(1, -1).join(';'), ...vehicle, at: when, lang: language, f: format })}`
}

export const reachAddress = ({ profile, vehicle, when, place, minutes }, format) =>
  `/api/roads/isochrone?${query({ profile, from: pair(place), minutes: minutes.join(','), ...vehicle, at: when, f: format })}`

const pair = ({ lon, lat }) => `${lon},${lat}`
const query = (parameters) => new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined))
