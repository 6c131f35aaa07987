/**
 * What a place draws over the map besides its layers; it does not lie in the store, whose slices are compared as text. Contents:
 * {lines: [{coordinates, kind: 'route' | 'step' | 'tour', rank: of a tour}], areas: [{geometry, label, rank}], signs: [{lon, lat, text, kind, rank}],
 * circles: [{lon, lat, radius in pixels, isEmpty: without a figure}], shapes: [{geometry, kind: 'before' | 'after' | 'added' | 'removed'}], zones: [{id, geometry, look: of map/hatches.js}] with `current` (the id of the one
 * that stands out), `onZone({hover: id or null})` and `onZone({pick: id})`}, or null for nothing.
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
