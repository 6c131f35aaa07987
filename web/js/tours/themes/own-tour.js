import { pick } from '../../text/text.js'
import { askOf } from '../plan/link.js'
import { newTour, VEHICLES } from '../plan/model.js'

/** The question of a tour to the stops of a route, as a part of a link: hosts as hosts with their hours, other places as points. Whence and when says who goes. */
export function askOfTheme({ profile, stops }) {
  const { question } = newTour()
  const asked = stops.map(({ host, lon, lat, name }, i) => (host ? { id: host } : { id: `p${i + 1}`, point: { lon, lat }, name: pick(name), priority: 50, visitMinutes: 20 }))
  const once = asked.filter(({ id }, i) => asked.findIndex((other) => other.id === id) === i) // a route may end where it began
  return askOf({ question: { ...question, vehicle: { ...VEHICLES[profile] }, group: profile === 'coach' ? question.group : { people: 2 }, stops: once } }, Infinity)
}
