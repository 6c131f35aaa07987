import { createBox } from '../../state/kept.js'

/**
 * Tours that this browser keeps: the one that is being composed, and those that were saved from here with their keys, which nobody else has. A record is
 * {id, at, name, note, participants, tour, version, key, sharing}; version and key are null for what the server never had.
 */
const box = createBox('comparto-tours', 'tours')

export const DRAFT = 'draft'
export const keep = (record) => box.put(String(record.id), { ...record, at: new Date().toISOString() })
export const find = (id) => box.find(String(id)).catch(() => null)
export const drop = (id) => box.drop(String(id)).catch(() => {})
/** The last changed first; none where the browser keeps nothing. */
export const all = async () => (await box.all().catch(() => [])).sort((a, b) => b.at.localeCompare(a.at))
