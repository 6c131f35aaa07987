import { orderOf, questionOf, timetableOf } from './model.js'
import { violationsOf } from './shown.js'

const PAUSE_MS = 60
const LOOK_AGAIN_MS = 350
const SECONDS = 10 // who watches a search may stop it

/**
 * What the server says of the tour that is open. `state.kind` is none (nothing was planned), running (a search, with the best so far), timing (an order is timed
 * again; `answer` is still the former one), ready or failed. An answer belongs to the state of the tour that it was made for, so that a step back shows it at once.
 * `state.isOld` is set while `answer` is of a tour before this one: times are asked for, or could not be told.
 * `state.reasons` is looking while it is asked why stops are left out, failed if nobody says so; `state.only` is reasons where nothing else has changed.
 */
export function createPlanning({ api, book, record, signal }) {
  const answers = new WeakMap()
  const listeners = new Set()
  let state = { kind: 'none', answer: null, reasons: null, only: null, isOld: false }
  let running = null // what the present question to the server lives by
  let own = null // the step that is made here
  book.watch('any', follow, signal)
  signal.addEventListener('abort', () => running?.abort())

  function put(next) {
    state = { ...state, problem: null, reasons: null, only: null, isOld: next.kind === 'timing', ...next }
    for (const listener of listeners) listener(state)
  }

  /** After every change: what is shown is timed again, unless that is known. */
  function follow(tour) {
    if (tour === own) return
    running?.abort()
    if (!tour.order) return put({ kind: 'none', answer: null })
    if (answers.has(tour)) return put({ kind: 'ready', answer: answers.get(tour) })
    put({ kind: 'timing' })
    time(tour)
  }

  /** What hosts have promised to this very tour is not taken from it. */
  const asked = (question) => (record?.id ? { ...question, bookingsOf: [question.bookingsOf ?? [], `tour:${record.id}`].flat() } : question)

  async function time(tour) {
    const mine = (running = new AbortController())
    await new Promise((done) => setTimeout(done, PAUSE_MS)) // somebody who types or goes on moving
    if (mine.signal.aborted) return
    try {
      const answer = await api.timetable(asked(timetableOf(tour)), { signal: mine.signal })
      if (mine.signal.aborted) return
      answers.set(tour, answer)
      put({ kind: 'ready', answer })
    } catch (problem) {
      if (!mine.signal.aborted) put({ kind: 'failed', problem, isOld: true, again: () => { put({ kind: 'timing' }); time(tour) } })
      return
    }
    explain()
  }

  /** Why stops are left out of what is shown, asked for when its times are there so that nobody waits for them; there is an answer only where what is shown holds. */
  async function explain() {
    const tour = book.get()
    const answer = answers.get(tour)
    if (!isUnexplained(answer) || violationsOf(answer).length > 0) return
    running?.abort()
    const mine = (running = new AbortController())
    put({ reasons: 'looking', only: 'reasons' })
    try {
      const { dropped, warnings } = await api.timetable({ ...asked(timetableOf(tour)), explain: true, seconds: SECONDS }, { signal: mine.signal })
      if (mine.signal.aborted) return
      answers.set(tour, { ...answer, dropped, warnings })
      put({ answer: answers.get(tour), only: 'reasons' })
    } catch {
      if (!mine.signal.aborted) put({ reasons: 'failed', only: 'reasons' })
    }
  }

  /** Searches for the best plan, from what is shown on. */
  async function plan() {
    running?.abort()
    const mine = (running = new AbortController())
    const tour = book.get()
    put({ kind: 'running', best: null, improvements: 0, id: null, stopping: false })
    try {
      const { id } = await api.search({ ...asked(questionOf(tour)), seconds: SECONDS }, { signal: mine.signal })
      mine.signal.addEventListener('abort', () => state.kind !== 'ready' && api.stop(id).catch(() => {}))
      put({ id })
      const found = await watch(id, mine.signal)
      if (mine.signal.aborted) return
      const planned = { ...tour, order: orderOf(tour, found) }
      answers.set(planned, found)
      own = planned
      book.reshape(() => planned)
      own = null
      put({ kind: 'ready', answer: found, id: null })
    } catch (problem) {
      if (!mine.signal.aborted) put({ kind: 'failed', problem, again: plan })
    }
  }

  async function watch(id, live) {
    while (!live.aborted) {
      const said = await api.found(id, { signal: live })
      if (said.state !== 'running') {
        if (!said.best) throw { status: 422, detail: null } // what went wrong is asked for again in words when somebody tries again
        return said.best
      }
      if (said.best) put({ kind: 'running', best: said.best, improvements: said.improvements })
      await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS))
    }
    return null
  }

  return {
    plan,
    explain,
    stop() {
      if (state.kind !== 'running' || !state.id) return
      put({ stopping: true })
      api.stop(state.id).catch(() => {})
    },
    /** What a saved tour was read with. */
    know(tour, answer) {
      answers.set(tour, answer)
    },
    follow: () => follow(book.get()),
    /** The answer to what is shown now, once it is there; null if there is none. */
    answer: () => new Promise((done) => {
      const looking = new AbortController()
      listeners.add(look)
      looking.signal.addEventListener('abort', () => listeners.delete(look))
      signal.addEventListener('abort', () => end(null), { signal: looking.signal })
      look(state)

      function look({ kind, answer }) {
        if (kind !== 'timing' && kind !== 'running') end(kind === 'ready' ? answer : null)
      }
      function end(answer) {
        looking.abort()
        done(answer)
      }
    }),
    get: () => state,
    watch(listener, live) {
      listeners.add(listener)
      live.addEventListener('abort', () => listeners.delete(listener))
      listener(state)
    },
  }
}

/** Whether it leaves out anything without saying why. */
export const isUnexplained = (answer) => Boolean(answer?.dropped?.some(({ constraint }) => !constraint))
