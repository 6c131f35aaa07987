import { DomEvent } from 'leaflet'
import { undoKeys } from '../../drawing/undo-keys.js'

const STEP = 40 // pixels
const FINE = 4
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/**
 * The keyboard on the map while a drawing is open: arrows move the map below its middle, with Shift in small steps; the space bar sets a position there,
 * or takes hold of the corner that lies there and puts it down. @param acts by the names of `does`, and `cursor` after each move
 */
export function watchKeys(map, acts, signal) {
  const does = {
    ' ': acts.set, Enter: acts.finish, Escape: acts.cancel, Backspace: acts.back, Delete: acts.remove, '+': () => map.zoomIn(), '-': () => map.zoomOut(),
    n: () => acts.next(1), p: () => acts.next(-1), s: acts.snap, t: acts.trace, f: acts.flip,
  }

  map.getContainer().addEventListener('keydown', (event) => {
    if (event.target !== map.getContainer()) return
    const arrow = ARROWS[event.key]
    if (arrow) {
      const step = event.shiftKey ? FINE : STEP
      map.panBy([arrow[0] * step, arrow[1] * step], { animate: false })
      acts.cursor(event.altKey)
    } else if (!undoKeys(event, acts)) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const act = does[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act) return
      act()
    }
    DomEvent.stop(event)
  }, { signal, capture: true })
}
