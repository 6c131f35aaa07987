import { createBox } from '../../state/kept.js'

/**
 * Communities that this browser keeps: drafts of those that the server has, and whole ones of whoever has not signed in. A record is {id, name, at, scenario,
 * base, version}; base and version are what the server had when it was read, null for what it never had.
 */
const box = createBox('comparto-communities', 'scenarios')

export const keep = (record) => box.put(record.id, { ...record, at: new Date().toISOString() })
export const find = (id) => box.find(id)
export const drop = (id) => box.drop(id)
/** The last changed first; none where the browser keeps nothing. */
export const all = async () => (await box.all().catch(() => [])).sort((a, b) => b.at.localeCompare(a.at))
/** An id that no server gives. */
export const newId = () => `local-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`
export const isLocal = (id) => String(id).startsWith('local-')
