import { forgetPlace, pickForComment } from '../state/edit.js'
import { finishPicking } from '../state/roads.js'

/** Shapes and pins over the map for those who look at it and do not draw. */
export function createLookout({ store, overlay }) {
  let content = { shapes: [], signs: [] }
  const put = (change) => overlay.show((content = { ...content, ...change }))
  return {
    /** @param shapes [{geometry, kind: 'before' | 'after' | 'added' | 'removed'}] */
    show: ({ shapes }) => put({ shapes: shapes.filter(({ geometry }) => geometry) }),
    /** @param comments [{id, place: a GeoJSON point, text}] */
    pins: (comments) => put({ signs: comments.filter(({ place }) => place).map(({ id, place }) => ({ lon: place.coordinates[0], lat: place.coordinates[1], text: String(id), kind: 'comment' })) }),
    /** Answers a GeoJSON point; null if somebody gave up. */
    pickPlace: (signal) => () => new Promise((resolve) => {
      const stop = new AbortController()
      signal.addEventListener('abort', () => {
        stop.abort()
        if (store.get().picking === 'comment') store.change(finishPicking, null) // the map waits for nobody who has left
      }, { signal: stop.signal })
      store.change(pickForComment)
      store.watch((state) => [state.picking, state.pickedPlace], ([picking, place]) => {
        if (picking === 'comment') return
        stop.abort()
        store.change(forgetPlace)
        resolve(place ? { type: 'Point', coordinates: place } : null)
      }, { signal: stop.signal, now: false })
    }),
  }
}
