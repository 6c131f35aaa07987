import { createBox } from '../../state/kept.js'

/**
 * Tours that this browser keeps: the one that is being composed, and those that were saved from here with their keys, which nobody else has. A record is
 * {id, at, name, note, participants, tour, version, key, sharing}; version and key are null for what the server never had.
 */
const box = createBox('comparto-tours', 'tours')

export const DRAFT = 'draft'
const MOST_ASIDE = 5
export const keep = (record) => box.put(String(record.id), { ...record, at: new Date().toISOString() })
export const find = (id) => box.find(String(id)).catch(() => null)
export const drop = (id) => box.drop(String(id)).catch(() => {})
/** Whether nobody has saved a record: the one that is being composed, or one that was put aside for it. */
export const isDraft = ({ id }) => String(id).startsWith(DRAFT)

/** Makes room for another tour to be composed: what was composed before is put aside, as the first of a few. */
export async function putAside() {
  const draft = await find(DRAFT)
  if (!draft?.tour.question.stops.length) return
  await box.put(`${DRAFT}-${draft.at}`, { ...draft, id: `${DRAFT}-${draft.at}` })
  const aside = (await all()).filter((record) => isDraft(record) && record.id !== DRAFT)
  await Promise.all(aside.slice(MOST_ASIDE).map(({ id }) => drop(id)))
}
/** Goes on with one that was put aside. */
export async function takeUp(id) {
  const record = await find(id)
  if (id === DRAFT || !record) return
  await putAside()
  await box.put(DRAFT, { ...record, id: DRAFT })
  await drop(id)
}
/** The last changed first; none where the browser keeps nothing. */
export const all = async () => (await box.all().catch(() => [])).sort((a, b) => b.at.localeCompare(a.at))
