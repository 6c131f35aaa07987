/** Holds the one state of the page; changes are pure functions `state → state`, watchers hear only about their slice. */
export function createStore(initial) {
  let state = initial
  const watchers = new Set()
  let guard = null

  /** Applies a pure change; further arguments are handed to it after the state. */
  function change(pure, ...values) {
    const next = pure(state, ...values)
    if (next === state || (guard && !guard(state, next, () => change(pure, ...values)))) return
    state = next
    for (const watcher of [...watchers]) watcher()
  }

  return {
    get: () => state,

    change,

    /** Asks before every change; `allows(before, after, again)` answers whether it may be, and calls `again()` once it may after all. */
    guard(allows, { signal }) {
      guard = allows
      signal.addEventListener('abort', () => (guard = guard === allows ? null : guard))
    },

    /** Calls `listener(slice, state)` now and whenever the selected slice differs; leaves by AbortSignal. */
    watch(select, listener, { signal, now = true } = {}) {
      let seen = fingerprint(select(state))
      const watcher = () => {
        const slice = select(state)
        const print = fingerprint(slice)
        if (print === seen) return
        seen = print
        listener(slice, state)
      }
      watchers.add(watcher)
      signal?.addEventListener('abort', () => watchers.delete(watcher))
      if (now) listener(select(state), state)
    },
  }
}

// The state is small and plain, so its text is the cheapest deep comparison.
const fingerprint = (slice) => JSON.stringify(slice)
