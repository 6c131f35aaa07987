import { readGeometry } from '../../drawing/formats.js'
import { measure } from '../../drawing/measure.js'
import { readShape } from '../../drawing/shape.js'

const AREAS = ['Polygon', 'MultiPolygon']

/**
 * The area in a text that somebody pastes or uploads: GeoJSON (several features become one area of several parts) or WKT, longitude before latitude.
 * Answers {geometry}, or {fault: 'unread' | 'system' | 'kind' | 'outside'}.
 */
export function readArea(text) {
  const found = several(text) ?? readGeometry(text)
  if (!found) return { fault: 'unread' }
  if (found.srid && found.srid !== 4326) return { fault: 'system' }
  if (!AREAS.includes(found.geometry.type)) return { fault: 'kind' }
  return parts(found.geometry).flat(2).every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90) ? { geometry: found.geometry } : { fault: 'outside' }
}

/** All areas of a collection of features; null for anything else. */
function several(text) {
  if (!text.trim().startsWith('{')) return null
  try {
    const { type, features } = JSON.parse(text)
    if (type !== 'FeatureCollection' || !Array.isArray(features) || features.length < 2) return null
    const all = features.map(({ geometry }) => readGeometry(JSON.stringify(geometry))?.geometry)
    if (all.some((one) => !one)) return null
    return { geometry: all.every(({ type: kind }) => AREAS.includes(kind)) ? joined(all) : all.find(({ type: kind }) => !AREAS.includes(kind)) }
  } catch {
    return null
  }
}

const parts = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates)

/** Areas side by side as one. */
const joined = (geometries) => ({ type: 'MultiPolygon', coordinates: geometries.flatMap(parts) })

/** Square metres on the ellipsoid, for what is not computed by the server. */
export const squareMetresOf = (geometry) => measure(readShape(geometry)).area
