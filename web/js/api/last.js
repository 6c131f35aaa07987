/**
 * Signals for questions of which only the last one matters: each ends with the next one, and all with `signal`. Who has an answer looks whether its own has
 * ended: an older answer may come after a newer one.
 */
export function lastOf(signal) {
  let running = null
  return () => {
    running?.abort()
    const mine = (running = new AbortController())
    if (signal.aborted) mine.abort()
    else signal.addEventListener('abort', () => mine.abort(), { signal: mine.signal })
    return mine.signal
  }
}
