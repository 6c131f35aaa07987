import { orderOf, questionOf, timetableOf } from './model.js'

const PAUSE_MS = 60
const LOOK_AGAIN_MS = 350

/**
 * What the server says of the tour that is open. `state.kind` is none (nothing was planned), running (a search, with the best so far), timing (an order is timed
 * again; `answer` is still the former one), ready or failed. An answer belongs to the state of the tour that it was made for, so that a step back shows it at once.
 */
export function createPlanning({ api, book, record, signal }) {
  const answers = new WeakMap()
  const listeners = new Set()
  let state = { kind: 'none', answer: null, searched: null }
  let running = null // what the present question to the server lives by
  let own = null // the step that is made here
  book.watch('any', follow, signal)
  signal.addEventListener('abort', () => running?.abort())

  function put(next) {
    state = { ...state, problem: null, ...next }
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
      answers.set(tour, withFormerReasons(answer, state.searched))
      put({ kind: 'ready', answer: answers.get(tour) })
    } catch (problem) {
      if (!mine.signal.aborted) put({ kind: 'failed', problem, again: () => { put({ kind: 'timing' }); time(tour) } })
    }
  }

  /** Searches for the best plan, from what is shown on. */
  async function plan() {
    running?.abort()
    const mine = (running = new AbortController())
    const tour = book.get()
    put({ kind: 'running', best: null, improvements: 0, id: null, stopping: false })
    try {
      const { id } = await api.search(asked(questionOf(tour)), { signal: mine.signal })
      mine.signal.addEventListener('abort', () => state.kind !== 'ready' && api.stop(id).catch(() => {}))
      put({ id })
      const found = await watch(id, mine.signal)
      if (!found || mine.signal.aborted) return
      const planned = { ...tour, order: orderOf(tour, found) }
      answers.set(planned, found)
      own = planned
      book.reshape(() => planned)
      own = null
      put({ kind: 'ready', answer: found, searched: found, id: null })
    } catch (problem) {
      if (!mine.signal.aborted) put({ kind: 'failed', problem, again: plan })
    }
  }

  async function watch(id, live) {
    while (!live.aborted) {
      const said = await api.found(id, { signal: live })
      if (said.state !== 'running') return said.best
      if (said.best) put({ kind: 'running', best: said.best, improvements: said.improvements })
      await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS))
    }
    return null
  }

  return {
    plan,
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
    get: () => state,
    watch(listener, live) {
      listeners.add(listener)
      live.addEventListener('abort', () => listeners.delete(listener))
      listener(state)
    },
  }
}

/** Timing says what is left out and not why: what the last search said of the same stop is still the best that is known, and is told as that. */
function withFormerReasons(answer, searched) {
  const former = new Map((searched?.dropped ?? []).map((one) => [String(one.id), one]))
  return { ...answer, dropped: (answer.dropped ?? []).map((one) => (one.relaxation || !former.has(String(one.id)) ? one : { ...one, text: former.get(String(one.id)).text, constraint: former.get(String(one.id)).constraint, former: true })) }
}
