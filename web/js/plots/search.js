import { plotServer } from '../api/plots.js'
import { find } from '../state/search.js'

const BLANK = { status: 'waiting', answers: null, freshness: null, total: null, facets: new Map(), items: [], problem: null }

/**
 * Asks the server whenever what is looked for changes, giving up the request before. The result {status: waiting | ready | more |
 * failed, answers: the search it is of, freshness {hiddenBefore, markedBefore}, total, facets by attribute, items, problem} keeps the last answer while the next one is on its way; the map keeps to it too.
 */
export function createSearch({ store, signal }) {
  const listeners = new Set()
  let running = null
  let asked = 0 // the offset of the last request
  let result = BLANK
  store.watch((state) => [state.place === 'plots', state.search, state.language], ([here]) => (here ? load() : running?.abort()), { signal, now: false })

  function tell(change) {
    result = { ...result, ...change }
    for (const listener of [...listeners]) listener(result)
  }

  async function load(offset = 0) {
    running?.abort()
    asked = offset
    const mine = (running = new AbortController())
    tell({ status: offset === 0 ? 'waiting' : 'more', problem: null })
    const { search, language } = store.get()
    try {
      const answer = await plotServer.search({ ...search, language, offset }, { signal: mine.signal })
      if (mine.signal.aborted) return
      const items = offset === 0 ? answer.items : [...result.items, ...answer.items]
      store.change(find, answer.filter)
      tell({ status: 'ready', answers: search, freshness: answer.freshness, total: answer.total, facets: new Map(answer.facets.map((facet) => [facet.attribute, facet])), items })
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      if (offset === 0) store.change(find, null)
      tell({ ...(offset === 0 ? BLANK : {}), status: 'failed', answers: search, problem })
    }
  }

  return {
    start: () => load(),
    retry: () => load(asked),
    more: () => load(result.items.length),
    result: () => result,
    watch(listener, until) {
      listeners.add(listener)
      until?.addEventListener('abort', () => listeners.delete(listener))
      listener(result)
    },
  }
}
