import { askTours } from '../../state/tours.js'
import { dayAfter } from './clock.js'
import { DRAFT, find, keep } from './keeper.js'
import { isSameQuestion, tourOfAsk } from './link.js'
import { newTour, orderOf, without } from './model.js'
import { tidied } from './relax.js'

/**
 * What is to be edited, as {id, name, note, participants, tour, answer, version, key, state, sharing, restored, isAsked: by a link, isBehind, names: of stops of the plan}: the saved tour that the link names (with what this browser has
 * changed of it and nobody has saved), the question of a link, what was left unsaved here, or a new one. Null for a saved one that nobody shows us. What was changed
 * here while somebody else saved keeps the version that it began with, so that saving it asks which of the two is meant.
 */
export async function readTour({ store, tours }, signal) {
  const { tour: id, key, ask } = store.get().tours
  if (!id) return ofLink(ask, await find(DRAFT))
  const kept = await find(id)
  const secret = key ?? kept?.key ?? null
  if (key) store.change(askTours, { key: null })
  try {
    const saved = ofServer(await tours.api.read(id, secret, { signal }), secret)
    const unsaved = kept?.dirty
    const record = unsaved ? { ...saved, ...kept, key: secret, state: saved.state, sharing: saved.sharing, answer: null, restored: true, isBehind: kept.version !== saved.version } : saved
    if (secret && !unsaved) await keep({ ...storable(record), key: secret, dirty: false }).catch(() => {})
    return record
  } catch (problem) {
    if (problem.status === 404) return null
    throw problem
  }
}

function ofLink(ask, draft) {
  const asked = ask ? tourOfAsk(ask) : null
  if (asked && !isSameQuestion(asked.question, draft?.tour.question ?? null)) return { ...fresh(asked), isAsked: true }
  return draft ? { ...fresh(draft.tour), ...draft, id: null, restored: !ask } : fresh(newTour())
}

const fresh = (tour) => ({ id: null, name: '', note: '', participants: [], tour, answer: null, version: null, key: null, state: 'draft', sharing: null, restored: false })

/** A tour as the server has it. */
export function ofServer(saved, key) {
  const { order: _, ...question } = tidied({ ...newTour().question, lunch: undefined, ...spelledOut(saved.question) })
  const isPlanned = saved.plan?.itineraries.length > 0
  return { id: saved.id, name: saved.name ?? '', note: saved.note ?? '', participants: saved.participants ?? [], tour: { question, order: isPlanned ? orderOf({ question }, saved.plan) : null }, answer: isPlanned ? saved.plan : null,
    version: saved.version, key, state: saved.state, sharing: saved.shared ?? null, restored: false,
    names: Object.fromEntries((saved.plan?.itineraries ?? []).flatMap(({ stops }) => stops.map(({ id, name }) => [id, name]))) }
}

/** A question of a program may be shorter than ours: numbers of days and groups, a vehicle by its name, a point alone or as two numbers, and hours that the server has chosen. */
function spelledOut({ date, days, groups, vehicle, start, end, lunch, group, stops, ...others }) {
  const place = (one, time) => ({ time, ...(isPoint(one) ? { point: pointOf(one) } : without({ ...one, point: one?.point && pointOf(one.point) })) })
  const count = (number, make) => (number > 1 ? Array.from({ length: number }, (_, i) => make(i)) : undefined)
  return without({ date, days: typeof days === 'number' ? count(days, (i) => dayAfter(date, i)) : days, groups: typeof groups === 'number' ? count(groups, (i) => ({ id: String(i + 1) })) : groups,
    vehicle: typeof vehicle === 'string' ? { profile: vehicle } : vehicle, start: place(start, '08:00'), end: place(end, '18:00'), lunch: lunch && { minutes: 45, ...lunch },
    group: group ?? {}, stops: stops.map((stop) => (stop.point ? { ...stop, point: pointOf(stop.point) } : stop)), ...others })
}
const isPoint = (one) => typeof one === 'string' || Array.isArray(one) || one?.lon !== undefined
function pointOf(said) {
  const [lon, lat] = typeof said === 'string' ? said.split(',').map(Number) : Array.isArray(said) ? said : [said.lon, said.lat]
  return { lon, lat }
}

/** What the browser keeps of a record. */
export const storable = ({ id, name, note, participants, tour, version, key, dirty }) => ({ id: id ?? DRAFT, name, note, participants, tour, version, key, dirty })
