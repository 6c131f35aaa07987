import { rounded } from './figures.js'
import { createSnapIndex } from './snapping.js'
import { FROM_ZOOM } from './neighbours.js'
import { waysAlong } from './trace.js'

export const REACH = { mouse: 10, keys: 10, touch: 22 } // pixels: a fingertip is not as sure

/**
 * Says where a position that is pointed at is meant to be: on a corner or an edge nearby, corners first, or where it is. Borders of
 * neighbours count from zoom 14 on, corners of the shape itself always.
 */
export function createAim(editor, neighbours) {
  const own = createSnapIndex()
  let ownOf = null // the shape that the index was made of
  let on = true
  let tracing = false
  let turn = 0 // which of the ways along a border

  function ownIndex() {
    const key = editor.carried?.before ?? editor.shape
    if (ownOf !== key) {
      own.clear()
      for (const [part, { kind, rings }] of key.entries()) for (const [r, points] of rings.entries()) own.add({ points, kind, source: { own: true, path: [part, r] } })
      ownOf = key
    }
    return own
  }

  /** {position, snap}: snap is null, or what was met: {kind, source, ring, index, position}. */
  function at(position, { unit, zoom, by = 'mouse', free = false }) {
    if (!on || free) return { position: rounded(position), snap: null }
    const reach = REACH[by]
    const carried = editor.carried?.path
    const isCarried = (ring, index) => carried && ring.source.path?.[0] === carried[0] && ring.source.path[1] === carried[1] && index === carried[2]
    const mine = ownIndex().find(position, unit, reach, (ring, index, edge) => edge || isCarried(ring, index))
    const start = startOfSketch(position, unit, reach)
    const theirs = zoom >= FROM_ZOOM ? neighbours.index.find(position, unit, reach) : null
    const corners = [start, mine, theirs].filter((found) => found?.kind === 'vertex').sort((a, b) => a.away - b.away)
    const snap = corners[0] ?? theirs
    if (!snap) return { position: rounded(position), snap: null }
    return { position: snap.kind === 'vertex' ? snap.position : rounded(snap.position), snap }
  }

  function startOfSketch(position, unit, reach) {
    const first = editor.draws === 'polygon' ? editor.sketch?.points[0] : null
    if (!first) return null
    const away = Math.hypot((first[0] - position[0]) / unit[0], (first[1] - position[1]) / unit[1])
    return away <= reach ? { kind: 'vertex', position: first, source: { own: true }, away } : null
  }

  /** The positions between the last one that was set and this one, along the border that both lie on. */
  function further(target) {
    const last = editor.sketch?.points.at(-1)
    if (!tracing || !last || !target.snap || target.snap.source.own) return []
    const ways = waysAlong(neighbours.index.ringsAt(target.position), last, target.position)
    return ways[turn % ways.length] ?? []
  }

  return {
    at, further,
    get on() { return on },
    get tracing() { return tracing },
    snap(wanted = !on) { on = wanted },
    trace(wanted = !tracing) {
      tracing = wanted
      turn = 0
    },
    flip: () => (turn += 1),
    /** The next border is followed the shorter way again. */
    rest: () => (turn = 0),
  }
}
