import { missing, documentOf } from './model.js'
import { problemText } from './problems.js'

const WAIT_MS = 500

/**
 * What the server computes of the scenario, asked again a moment after every change. `state()` is {status: 'incomplete' | 'waiting' | 'there' | 'failed', gaps,
 * problem}; the last answer stays while a new one is on its way.
 */
export function createResults({ api, book, signal }) {
  let answer = null
  let state = { status: 'incomplete', gaps: [] }
  let timer = null
  let running = null
  const listeners = new Set()
  const tell = (next) => {
    state = next
    for (const listener of [...listeners]) listener()
  }
  book.watch('any', soon, signal)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    running?.abort()
  })
  look()
  return {
    answer: () => answer,
    state: () => state,
    again: look,
    watch(listener, until) {
      listeners.add(listener)
      until.addEventListener('abort', () => listeners.delete(listener))
    },
    /** The hours of the year besides; asked for only by who shows them. */
    hourly: (options) => api.balance({ ...documentOf(book.get()), hourlyTotals: true }, options).then(({ hourly }) => hourly),
  }

  function soon() {
    clearTimeout(timer)
    running?.abort()
    timer = setTimeout(look, WAIT_MS)
    if (state.status !== 'waiting') tell({ ...state, status: 'waiting' })
  }

  async function look() {
    const gaps = missing(book.get())
    if (gaps.length > 0) {
      answer = null
      return tell({ status: 'incomplete', gaps })
    }
    running?.abort()
    const mine = (running = new AbortController())
    tell({ status: 'waiting', gaps: [] })
    try {
      const came = await api.balance(documentOf(book.get()), { signal: mine.signal })
      if (mine.signal.aborted) return
      answer = came
      tell({ status: 'there', gaps: [] })
    } catch (problem) {
      if (mine.signal.aborted || signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      tell({ status: 'failed', gaps: [], problem: problemText(problem), parameter: problem.said?.parameter ?? null })
    }
  }
}

/** What the community is paid because it shares: premium tariff and ARERA's contribution. Sale and what is not bought are the producers' own. */
export const incentivesOf = ({ incentives }) => incentives.filter(({ id }) => SHARING.includes(id)).reduce((sum, { eur }) => sum + eur, 0)
const SHARING = ['tip', 'arera']
