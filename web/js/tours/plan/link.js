import { newTour } from './model.js'

const MOST_CHARACTERS = 1800 // what mails and messengers still carry whole

/** A question as a part of a link, or null if it is longer than `most` characters. Only the question: the plan is searched for again. A tour without a lunch says so. */
export function askOf({ question }, most = MOST_CHARACTERS) {
  const bytes = new TextEncoder().encode(JSON.stringify({ lunch: null, ...question }))
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

/** Whether two questions ask for the same, in whatever order they say it. */
export const isSameQuestion = (one, other) => inOrder(one) === inOrder(other)
const inOrder = (question) => JSON.stringify(question, (key, value) => (value === null || typeof value !== 'object' || Array.isArray(value) ? value
  : Object.fromEntries(Object.entries(value).filter(([, said]) => said !== null).sort(([a], [b]) => (a < b ? -1 : 1)))))
