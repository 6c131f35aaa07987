/**
 * What a place draws over the map besides its layers; it does not lie in the store, whose slices are compared as text. Contents:
 * {lines: [{coordinates, kind}], areas: [{geometry, label, rank}], signs: [{lon, lat, text, kind}],
 * shapes: [{geometry, kind: 'before' | 'after' | 'added' | 'removed'}]}, or null for nothing.
 */
export function createOverlay() {
  let shown = null
  const listeners = new Set()
  return {
    show(content) {
      shown = content
      for (const listener of listeners) listener(shown)
    },
    watch(listener, signal) {
      listeners.add(listener)
      signal?.addEventListener('abort', () => listeners.delete(listener))
      if (shown) listener(shown)
    },
  }
}
