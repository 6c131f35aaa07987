import { askTours } from '../../state/tours.js'
import { DRAFT, find, keep } from './keeper.js'
import { tourOfAsk } from './link.js'
import { newTour, orderOf } from './model.js'
import { tidied } from './relax.js'

/**
 * What is to be edited, as {id, name, note, participants, tour, answer, version, key, state, sharing, restored, isAsked: by a link}: the saved tour that the link names (with what this browser has
 * changed of it and nobody has saved), the question of a link, what was left unsaved here, or a new one. Null for a saved one that nobody shows us.
 */
export async function readTour({ store, tours }, signal) {
  const { tour: id, key, ask } = store.get().tours
  if (!id) return ofLink(ask, await find(DRAFT))
  const kept = await find(id)
  const secret = key ?? kept?.key ?? null
  if (key) store.change(askTours, { key: null })
  try {
    const saved = ofServer(await tours.api.read(id, secret, { signal }), secret)
    const unsaved = kept?.dirty && kept.version === saved.version
    const record = unsaved ? { ...saved, ...kept, key: secret, state: saved.state, sharing: saved.sharing, restored: true } : saved
    if (secret && !unsaved) await keep({ ...storable(record), key: secret, dirty: false }).catch(() => {})
    return record
  } catch (problem) {
    if (problem.status === 404) return null
    throw problem
  }
}

function ofLink(ask, draft) {
  const asked = ask ? tourOfAsk(ask) : null
  if (asked && JSON.stringify(asked.question) !== JSON.stringify(draft?.tour.question)) return { ...fresh(asked), isAsked: true }
  return draft ? { ...fresh(draft.tour), ...draft, id: null, restored: !ask } : fresh(newTour())
}

const fresh = (tour) => ({ id: null, name: '', note: '', participants: [], tour, answer: null, version: null, key: null, state: 'draft', sharing: null, restored: false })

/** A tour as the server has it. */
export function ofServer(saved, key) {
  const tour = { question: tidied({ ...newTour().question, lunch: undefined, ...saved.question, group: saved.question.group ?? {} }), order: null }
  const vehicle = typeof tour.question.vehicle === 'string' ? { profile: tour.question.vehicle } : tour.question.vehicle
  const { order: _, ...question } = { ...tour.question, vehicle }
  return { id: saved.id, name: saved.name ?? '', note: saved.note ?? '', participants: saved.participants ?? [], tour: { question, order: saved.plan ? orderOf({ question }, saved.plan) : null }, answer: saved.plan ?? null,
    version: saved.version, key, state: saved.state, sharing: saved.shared ?? null, restored: false }
}

/** What the browser keeps of a record. */
export const storable = ({ id, name, note, participants, tour, version, key, dirty }) => ({ id: id ?? DRAFT, name, note, participants, tour, version, key, dirty })
