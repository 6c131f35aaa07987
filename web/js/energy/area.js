/**
 * The area that is spoken of, kept while somebody goes from tab to tab: {geometry: GeoJSON polygon in longitude and latitude, name, own (its own name, of a feature), from: 'drawn' | 'feature' |
 * 'verdict', feature: {layer, id} or null}, or null. It does not lie in the store, whose slices are compared as text.
 */
export function createArea() {
  let area = null
  const asked = new Map() // areas by the verdicts that were given about them
  const listeners = new Set()
  return {
    get: () => area,
    set(chosen) {
      area = chosen
      for (const listener of listeners) listener(area)
    },
    /** Notes that a verdict is about the present area. */
    judged: (verdict) => asked.set(verdict, area),
    /** The area that a verdict of this visit is about, or undefined. */
    of: (verdict) => asked.get(verdict),
    /** Calls listener(area) now and whenever another one is chosen. */
    watch(listener, signal) {
      listeners.add(listener)
      signal?.addEventListener('abort', () => listeners.delete(listener))
      listener(area)
    },
  }
}
