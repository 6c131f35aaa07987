/** Who and what could be part of a community in the area that is chosen, as the server says; read anew when another one is. */
export function createPool({ api, book, signal }) {
  let result = { status: 'none', found: null }
  let asked = null
  let running = null
  const listeners = new Set()
  const put = (next) => {
    result = next
    for (const listener of [...listeners]) listener()
  }
  book.watch('any', look, signal)
  signal.addEventListener('abort', () => running?.abort())
  look()
  return {
    result: () => result,
    watch(listener, until) {
      listeners.add(listener)
      until.addEventListener('abort', () => listeners.delete(listener))
    },
  }

  async function look() {
    const { substation } = book.get().builder
    if (substation === asked) return
    asked = substation
    running?.abort()
    if (!substation) return put({ status: 'none', found: null })
    const mine = (running = new AbortController())
    try {
      const found = await api.candidates({ substation }, { signal: mine.signal })
      if (!mine.signal.aborted) put({ status: 'there', found })
    } catch (problem) {
      if (mine.signal.aborted) return
      asked = undefined
      put({ status: 'failed', found: null, problem })
    }
  }
}
