const TYPES = { POINT: ['Point', 0], LINESTRING: ['LineString', 1], POLYGON: ['Polygon', 2], MULTIPOINT: ['MultiPoint', 1], MULTILINESTRING: ['MultiLineString', 2], MULTIPOLYGON: ['MultiPolygon', 3] }
const DEPTH = Object.fromEntries(Object.values(TYPES))
const KIND = { Point: 'point', MultiPoint: 'point', LineString: 'line', MultiLineString: 'line', Polygon: 'polygon', MultiPolygon: 'polygon' }

/**
 * Reads a geometry that somebody pastes: GeoJSON (geometry, feature, or a collection of one feature), or WKT with or without SRID. Coordinates stay as they
 * are written. Answers {geometry, srid}, srid null if none is said, or null when the text is neither.
 */
export function readGeometry(text) {
  const plain = text.trim()
  const geometry = plain.startsWith('{') ? readJson(plain) : readWkt(plain.replace(/^SRID\s*=\s*\d+\s*;\s*/i, ''))
  const srid = plain.startsWith('{') ? null : /^SRID\s*=\s*(\d+)\s*;/i.exec(plain)?.[1] ?? null
  return geometry && isSound(geometry.coordinates, DEPTH[geometry.type]) ? { geometry, srid: srid && Number(srid) } : null
}

/** Whether a layer takes it. */
export const fits = ({ type }, geometryType) => geometryType === 'any' || KIND[type] === geometryType

function readJson(text) {
  try {
    let found = JSON.parse(text)
    if (found.type === 'FeatureCollection' && found.features?.length === 1) found = found.features[0]
    if (found.type === 'Feature') found = found.geometry
    return found && found.type in DEPTH ? { type: found.type, coordinates: found.coordinates } : null
  } catch {
    return null
  }
}

function readWkt(text) {
  const [, word, body] = /^([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))$/is.exec(text) ?? []
  const [type, depth] = TYPES[word?.toUpperCase()] ?? []
  if (!type) return null
  // parentheses become brackets: what is left between two of them are positions
  const json = body.replace(/[^()]+/g, (inner) => {
    const positions = inner.split(',').filter((position) => position.trim()).map((position) => position.trim().split(/\s+/).map(Number).slice(0, 2))
    return positions.length > 0 ? JSON.stringify(positions).slice(1, -1) : ','
  }).replaceAll('(', '[').replaceAll(')', ']')
  try {
    const coordinates = JSON.parse(json)
    if (type === 'Point') return { type, coordinates: coordinates[0] }
    if (type === 'MultiPoint') return { type, coordinates: coordinates.map((one) => (Array.isArray(one[0]) ? one[0] : one)) }
    return depth ? { type, coordinates } : null
  } catch {
    return null
  }
}

function isSound(coordinates, depth) {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return false
  return depth === 0 ? coordinates.length >= 2 && coordinates.slice(0, 2).every(Number.isFinite) : coordinates.every((inner) => isSound(inner, depth - 1))
}

/** The same geometry with other positions; `change` is given all of them at once and answers (or promises) as many. */
export async function withPositions(geometry, change) {
  const found = []
  collect(geometry.coordinates, DEPTH[geometry.type], found)
  const changed = await change(found)
  let next = 0
  const put = (coordinates, depth) => (depth === 0 ? changed[next++] : coordinates.map((inner) => put(inner, depth - 1)))
  return { type: geometry.type, coordinates: put(geometry.coordinates, DEPTH[geometry.type]) }
}

function collect(coordinates, depth, found) {
  if (depth === 0) found.push(coordinates.slice(0, 2))
  else coordinates.forEach((inner) => collect(inner, depth - 1, found))
}
