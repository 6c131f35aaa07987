import { bottleneckServer } from '../api/bottlenecks.js'
import { findBottlenecks } from '../state/bottlenecks.js'

const BLANK = { status: 'waiting', answer: null, problem: null }

/** Asks for the register whenever its filters change; the map keeps to the same set. The last answer stays while the next is on its way. */
export function createRegister({ store, signal }) {
  const listeners = new Set()
  let running = null
  let result = BLANK
  store.watch((state) => [state.place === 'bottlenecks', state.register, state.language], ([here]) => (here ? load() : running?.abort()), { signal, now: false })

  function tell(change) {
    result = { ...result, ...change }
    for (const listener of [...listeners]) listener(result)
  }

  async function load() {
    running?.abort()
    const mine = (running = new AbortController())
    tell({ status: 'waiting', problem: null })
    const { register, language } = store.get()
    try {
      const answer = await bottleneckServer.register(register, language, { signal: mine.signal })
      if (mine.signal.aborted) return
      store.change(findBottlenecks, { filter: answer.filter })
      tell({ status: 'ready', answer })
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      store.change(findBottlenecks, null)
      tell({ ...BLANK, status: 'failed', problem })
    }
  }

  return {
    load,
    result: () => result,
    watch(listener, until) {
      listeners.add(listener)
      until.addEventListener('abort', () => listeners.delete(listener))
      listener(result)
    },
  }
}
