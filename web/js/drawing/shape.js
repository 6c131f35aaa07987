/**
 * A shape as it is edited: parts {kind: 'polygon' | 'line' | 'point', rings}, a ring being positions [longitude, latitude] without
 * the closing one; lines and points have one ring. A path [part, ring, index] names a position. All changes answer a new
 * shape and leave the old one as it is, so that steps can be taken back.
 */
const FEWEST = { polygon: 3, line: 2, point: 1 }
const KINDS = { Point: 'point', MultiPoint: 'point', LineString: 'line', MultiLineString: 'line', Polygon: 'polygon', MultiPolygon: 'polygon' }

/** The shape of a GeoJSON geometry; empty for null. Heights are left out. */
export function readShape(geometry) {
  if (!geometry) return []
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(readShape)
  const kind = KINDS[geometry.type]
  const several = geometry.type.startsWith('Multi') ? geometry.coordinates : [geometry.coordinates]
  return several.map((coordinates) => ({ kind, rings: ringsOf(kind, coordinates) })).filter(({ rings }) => rings.length > 0 && rings[0].length > 0)
}

function ringsOf(kind, coordinates) {
  if (kind === 'point') return [[flat(coordinates)]]
  return kind === 'line' ? [coordinates.map(flat)] : coordinates.map((ring) => open(ring.map(flat)))
}

const flat = ([longitude, latitude]) => [longitude, latitude]
const open = (ring) => (ring.length > 1 && samePosition(ring[0], ring.at(-1)) ? ring.slice(0, -1) : ring)
export const closed = (ring) => [...ring, ring[0]]
export const samePosition = (a, b) => a[0] === b[0] && a[1] === b[1]

/** GeoJSON of a shape, null for an empty one; outer rings are turned anticlockwise, as RFC 7946 wants them. */
export function writeShape(shape) {
  const of = (kind) => shape.filter((part) => part.kind === kind).map(coordinatesOf)
  const found = [geometry('Point', of('point')), geometry('LineString', of('line')), geometry('Polygon', of('polygon'))].filter(Boolean)
  return found.length > 1 ? { type: 'GeometryCollection', geometries: found } : found[0] ?? null
}

function geometry(type, parts) {
  if (parts.length === 0) return null
  return parts.length === 1 ? { type, coordinates: parts[0] } : { type: `Multi${type}`, coordinates: parts }
}

function coordinatesOf({ kind, rings }) {
  if (kind === 'point') return rings[0][0]
  return kind === 'line' ? rings[0] : rings.map((ring, i) => closed(isAnticlockwise(ring) === (i === 0) ? ring : [ring[0], ...ring.slice(1).reverse()]))
}

function isAnticlockwise(ring) {
  const [x0, y0] = ring[0]
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]
    return sum + (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0)
  }, 0) >= 0
}

export const positionAt = (shape, [part, ring, index]) => shape[part]?.rings[ring]?.[index] ?? null
export const vertexCount = (shape) => shape.reduce((sum, { rings }) => sum + rings.reduce((more, ring) => more + ring.length, 0), 0)

/** Every position with its path, in the order of parts, rings and positions. */
export const vertices = (shape) => shape.flatMap(({ rings }, part) => rings.flatMap((ring, r) => ring.map((position, index) => ({ path: [part, r, index], position }))))

export const moveVertex = (shape, path, position) => withRing(shape, path, (ring) => ring.with(path[2], position))
/** A new position before the one of the path; one beyond the last appends. */
export const insertVertex = (shape, path, position) => withRing(shape, path, (ring) => ring.toSpliced(path[2], 0, position))

/** Without a position; a hole, or a part, that too few positions are left for goes with it. */
export function removeVertex(shape, path) {
  const [p, r, index] = path
  const part = shape[p]
  if (part.rings[r].length > FEWEST[part.kind]) return withRing(shape, path, (ring) => ring.toSpliced(index, 1))
  return r > 0 ? removeRing(shape, p, r) : removePart(shape, p)
}

const withRing = (shape, [p, r], change) => shape.with(p, { ...shape[p], rings: shape[p].rings.with(r, change(shape[p].rings[r])) })

export const addPart = (shape, kind, ring) => [...shape, { kind, rings: [ring] }]
export const removePart = (shape, part) => shape.toSpliced(part, 1)
export const removeRing = (shape, p, r) => shape.with(p, { ...shape[p], rings: shape[p].rings.toSpliced(r, 1) })

/** With a hole in the area that its first position lies in; the same shape if it lies in none. */
export function addHole(shape, ring) {
  const at = partAround(shape, ring[0])
  return at < 0 ? shape : shape.with(at, { ...shape[at], rings: [...shape[at].rings, ring] })
}

/** The number of the area that a position lies in, holes left out; -1 for none. */
export const partAround = (shape, position) => shape.findLastIndex(({ kind, rings }) => kind === 'polygon' && isInside(rings, position))

/** Even-odd over all rings: a position in a hole is crossed twice. */
export function isInside(rings, [x, y]) {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[x1, y1], [x2, y2]] = [ring[j], ring[i]]
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
  }
  return inside
}

/** The edges of a ring as pairs of positions; closed for areas. */
export const edgeCount = (kind, ring) => (kind === 'polygon' ? ring.length : ring.length - 1)
