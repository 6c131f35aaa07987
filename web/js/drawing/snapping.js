import { edgeCount } from './shape.js'

const CELL = 1 / 512 // degrees: about 200 m
const MOST_CELLS = 256 // an edge longer than that is always looked at

/** Degrees: a place on an edge, rounded to seven decimals, still counts as on it. */
export const ON = 2e-7

/**
 * Finds what a position is near to: corners before edges. Rings come as {points, kind, source}, points being positions without
 * the closing one; `source` is handed back.
 */
export function createSnapIndex() {
  const cells = new Map()
  let long = []

  function add({ points, kind, source }) {
    const ring = { points, kind, source }
    const edges = edgeCount(kind, points)
    if (kind === 'point' || edges < 1) for (let i = 0; i < points.length; i++) file({ ring, index: i, edge: false }, points[i], points[i])
    for (let i = 0; i < edges && kind !== 'point'; i++) file({ ring, index: i, edge: true }, points[i], points[(i + 1) % points.length])
  }

  // an edge holds its first corner; the last of an open line is met as the end of its last edge
  function file(entry, [x1, y1], [x2, y2]) {
    const [west, east, south, north] = [cell(Math.min(x1, x2)), cell(Math.max(x1, x2)), cell(Math.min(y1, y2)), cell(Math.max(y1, y2))]
    if ((east - west + 1) * (north - south + 1) > MOST_CELLS) return long.push(entry)
    for (let x = west; x <= east; x++) {
      for (let y = south; y <= north; y++) {
        const key = `${x},${y}`
        const list = cells.get(key)
        if (list) list.push(entry)
        else cells.set(key, [entry])
      }
    }
  }

  function* near([longitude, latitude], [byLongitude, byLatitude]) {
    yield* long
    for (let x = cell(longitude - byLongitude); x <= cell(longitude + byLongitude); x++) {
      for (let y = cell(latitude - byLatitude); y <= cell(latitude + byLatitude); y++) yield* cells.get(`${x},${y}`) ?? []
    }
  }

  return {
    add,
    clear() {
      cells.clear()
      long = []
    },
    /**
     * The nearest corner within `reach`, else the nearest place on an edge: {position, kind: 'vertex' | 'edge', source, ring, index, away}, or null.
     * @param unit degrees of longitude and of latitude in a pixel @param reach in pixels @param skip (ring, index, edge) that is not meant
     */
    find(position, unit, reach, skip = () => false) {
      let vertex = null
      let edge = null
      const offset = (place) => Math.hypot((place[0] - position[0]) / unit[0], (place[1] - position[1]) / unit[1])
      for (const entry of near(position, [unit[0] * reach, unit[1] * reach])) {
        const { ring, index } = entry
        for (const i of entry.edge ? [index, (index + 1) % ring.points.length] : [index]) {
          const away = offset(ring.points[i])
          if (away <= reach && away < (vertex?.away ?? Infinity) && !skip(ring, i, false)) vertex = { position: ring.points[i], kind: 'vertex', source: ring.source, ring, index: i, away }
        }
        if (!entry.edge || skip(ring, index, true)) continue
        const place = nearestOn(ring.points[index], ring.points[(index + 1) % ring.points.length], position, unit)
        const away = offset(place)
        if (away <= reach && away < (edge?.away ?? Infinity)) edge = { position: place, kind: 'edge', source: ring.source, ring, index, away }
      }
      return vertex ?? edge
    },
    /** The rings that a position lies on, to the rounding of answers. */
    ringsAt(position) {
      const found = new Set()
      for (const { ring, index } of near(position, [ON, ON])) {
        const place = nearestOn(ring.points[index], ring.points[(index + 1) % ring.points.length], position, [1, 1])
        if (Math.hypot(place[0] - position[0], place[1] - position[1]) <= ON) found.add(ring)
      }
      return [...found]
    },
  }
}

const cell = (degrees) => Math.floor(degrees / CELL)

/** The place of an edge that is nearest to a position, as pixels measure it. */
export function nearestOn(a, b, position, unit) {
  const [dx, dy] = [(b[0] - a[0]) / unit[0], (b[1] - a[1]) / unit[1]]
  const along = dx || dy ? ((position[0] - a[0]) / unit[0] * dx + (position[1] - a[1]) / unit[1] * dy) / (dx * dx + dy * dy) : 0
  const t = Math.max(0, Math.min(1, along))
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
}
