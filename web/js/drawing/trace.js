import { edgeCount, samePosition } from './shape.js'
import { lineLength } from './measure.js'
import { nearestOn, ON } from './snapping.js'

/**
 * The ways along borders between two places on them: the positions in between, shortest way first. Rings are {points, kind};
 * empty where none has both places on it. The positions are those of the border to their last digit.
 */
export function waysAlong(rings, from, to) {
  const found = new Map() // neighbours have the same border: one way of it is enough
  for (const ring of rings) {
    const start = whereOn(ring, from)
    const end = start === null ? null : whereOn(ring, to)
    if (end === null) continue
    const round = ring.kind === 'polygon'
    const ways = round || start < end ? [between(ring, start, end)] : []
    if (round || end <= start) ways.push(between(ring, end, start).reverse())
    for (const way of ways) found.set(JSON.stringify(way), { way, metres: lineLength([from, ...way, to]) })
  }
  return [...found.values()].sort((a, b) => a.metres - b.metres).map(({ way }) => way)
}

/** Where on a ring a place is, as a number: 2.5 is half way between the third and the fourth position; null if it is not on it. */
function whereOn({ points, kind }, place) {
  const at = points.findIndex((point) => samePosition(point, place))
  if (at >= 0) return at
  for (let i = 0; i < edgeCount(kind, points); i++) {
    const [a, b] = [points[i], points[(i + 1) % points.length]]
    const near = nearestOn(a, b, place, [1, 1])
    if (Math.hypot(near[0] - place[0], near[1] - place[1]) > ON) continue
    const size = Math.hypot(b[0] - a[0], b[1] - a[1])
    return i + (size === 0 ? 0 : Math.hypot(near[0] - a[0], near[1] - a[1]) / size)
  }
  return null
}

/** Positions met when going ahead from one place to the other, beyond the last position round again. */
function between({ points }, start, end) {
  const last = Math.ceil(end) - 1 + (end <= start ? points.length : 0)
  const way = []
  for (let i = Math.floor(start) + 1; i <= last; i++) way.push(points[i % points.length])
  return way
}
