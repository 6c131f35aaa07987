import { newKey } from './brief.js'

const NAME = 'comparto-inquiry'
const DAYS = 7

const here = () => localStorage // a browser that keeps nothing may refuse even to name it

let unkept = null // what the browser has not kept: there until the page is left

/** What was written so far, kept in this browser until it is sent or a week old; `key` names it to the server. */
export function readDraft(storage = here, now = Date.now()) {
  if (unkept) return unkept
  try {
    const kept = JSON.parse(storage().getItem(NAME))
    if (kept?.key && now - kept.at < DAYS * 86_400_000) return kept
  } catch {
    // no storage, or nothing of ours in it: begin anew
  }
  return { key: newKey(), values: {}, about: [], at: now }
}

/**
 * Another content is another inquiry, so it gets another key once this one was sent and refused as a repetition. Answers whether the browser has kept it;
 * one that keeps nothing, or has no room, holds it until the page is left.
 */
export function keepDraft(draft, storage = here, now = Date.now()) {
  try {
    storage().setItem(NAME, JSON.stringify({ ...draft, at: now }))
    unkept = null
  } catch {
    unkept = { ...draft, at: now }
  }
  return unkept === null
}

export function dropDraft(storage = here) {
  unkept = null
  try {
    storage().removeItem(NAME)
  } catch {
    // nothing was kept
  }
}
