import { newKey } from './brief.js'

const NAME = 'comparto-inquiry'
const DAYS = 7

/** What was written so far, kept in this browser until it is sent or a week old; `key` names it to the server. */
export function readDraft(storage = localStorage, now = Date.now()) {
  try {
    const kept = JSON.parse(storage.getItem(NAME))
    if (kept?.key && now - kept.at < DAYS * 86_400_000) return kept
  } catch {
    // no storage, or nothing of ours in it: begin anew
  }
  return { key: newKey(), values: {}, about: [], at: now }
}

/** Another content is another inquiry, so it gets another key once this one was sent and refused as a repetition. */
export function keepDraft(draft, storage = localStorage, now = Date.now()) {
  try {
    storage.setItem(NAME, JSON.stringify({ ...draft, at: now }))
  } catch {
    // a browser that keeps nothing: the form works without
  }
}

export function dropDraft(storage = localStorage) {
  try {
    storage.removeItem(NAME)
  } catch {
    // nothing was kept
  }
}
