import { LINE, POINT, POLYGON } from './tile-decoder.js'

/**
 * Is a place on a feature? All in tile units; `tolerance` widens lines and small things, `radius` is that of
 * a point symbol, `hollow` says that an area is drawn without filling and is met on its outline only.
 */
export function hits(feature, x, y, { tolerance, radius = tolerance, hollow = false }) {
  const reach = Math.max(tolerance, feature.type === POINT ? radius : 0)
  const [west, north, east, south] = feature.box
  if (x < west - reach || x > east + reach || y < north - reach || y > south + reach) return false
  if (feature.type === POINT) return feature.parts.some((part) => nearPoint(part, x, y, Math.max(radius, tolerance)))
  if (feature.type === LINE || hollow) return feature.parts.some((part) => nearLine(part, x, y, tolerance))
  const tiny = Math.max(east - west, south - north) < 2 * tolerance
  return tiny || insideRings(feature.parts, x, y)
}

function nearPoint(part, x, y, reach) {
  for (let i = 0; i < part.length; i += 2) if (Math.hypot(part[i] - x, part[i + 1] - y) <= reach) return true
  return false
}

function nearLine(part, x, y, reach) {
  for (let i = 0; i + 3 < part.length; i += 2) {
    if (distanceToSegment(x, y, part[i], part[i + 1], part[i + 2], part[i + 3]) <= reach) return true
  }
  return false
}

function distanceToSegment(x, y, x1, y1, x2, y2) {
  const dx = x2 - x1
  const dy = y2 - y1
  const along = dx || dy ? Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy))) : 0
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy)
}

// Even-odd over all rings: a place in a hole is crossed twice.
export function insideRings(rings, x, y) {
  let inside = false
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x1, y1, x2, y2] = [ring[i], ring[i + 1], ring[i + 2], ring[i + 3]]
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
  }
  return inside
}

/** Does a feature reach into a box [west, north, east, south] of tile units? */
export function touchesBox(feature, box) {
  const [west, north, east, south] = feature.box
  if (west > box[2] || east < box[0] || north > box[3] || south < box[1]) return false
  if (feature.type === POINT || (west >= box[0] && east <= box[2] && north >= box[1] && south <= box[3])) return true
  if (feature.parts.some((part) => crossesBox(part, box))) return true
  return feature.type === POLYGON && insideRings(feature.parts, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
}

function crossesBox(part, box) {
  for (let i = 0; i + 3 < part.length; i += 2) if (segmentTouches(part[i], part[i + 1], part[i + 2], part[i + 3], box)) return true
  return false
}

// Liang–Barsky: what is left of the segment after cutting it at the four sides.
function segmentTouches(x1, y1, x2, y2, [west, north, east, south]) {
  let from = 0
  let to = 1
  for (const [p, q] of [[x1 - x2, x1 - west], [x2 - x1, east - x1], [y1 - y2, y1 - north], [y2 - y1, south - y1]]) {
    if (p === 0 && q < 0) return false
    if (p < 0) from = Math.max(from, q / p)
    if (p > 0) to = Math.min(to, q / p)
  }
  return from <= to
}
