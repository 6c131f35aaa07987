import { newTour } from './model.js'

const MOST_CHARACTERS = 1800 // what mails and messengers still carry whole

/** A question as a part of a link, or null if it is longer than `most` characters. Only the question: the plan is searched for again. */
export function askOf({ question }, most = MOST_CHARACTERS) {
  const bytes = new TextEncoder().encode(JSON.stringify(question))
  const text = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return text.length > most ? null : text
}

/** The tour that a link asks for; null for one that nobody can read. */
export function tourOfAsk(ask) {
  try {
    const bytes = Uint8Array.from(atob(ask.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
    const question = JSON.parse(new TextDecoder().decode(bytes))
    return Array.isArray(question?.stops) && question.group ? { question: { ...newTour().question, ...question }, order: null } : null
  } catch {
    return null
  }
}
