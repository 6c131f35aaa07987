/** Areas and lengths on the ellipsoid WGS 84; positions are [longitude, latitude] in degrees. */
const A = 6378137
const F = 1 / 298.257223563
const B = A * (1 - F)
const E2 = F * (2 - F)
const E = Math.sqrt(E2)
const radians = (degrees) => (degrees * Math.PI) / 180

/**
 * Square metres inside a ring, closed or not, whatever its turn. The surface between equator and latitude φ is, per radian of
 * longitude, b²/2 · (sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e) (Snyder 1987, Map projections, 3-12, times a²/2); it is summed along the edges, which are
 * straight in longitude and latitude (RFC 7946, 3.1.1), by Simpson's rule.
 */
export function ringArea(ring) {
  if (ring.length < 3) return 0
  const zero = zone(radians(ring[0][1])) // small numbers, few digits lost
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const [lon1, lat1] = ring[i]
    const [lon2, lat2] = ring[(i + 1) % ring.length]
    const mean = (zone(radians(lat1)) + 4 * zone(radians((lat1 + lat2) / 2)) + zone(radians(lat2))) / 6
    sum += radians(lon2 - lon1) * (mean - zero)
  }
  return Math.abs(sum)
}

function zone(latitude) {
  const s = Math.sin(latitude)
  return (B * B / 2) * (s / (1 - E2 * s * s) + Math.atanh(E * s) / E)
}

/** Metres along the geodesic between two positions (Vincenty 1975, inverse); as good as a millimetre but between antipodes. */
export function distance([lon1, lat1], [lon2, lat2]) {
  const l = radians(lon2 - lon1)
  const u1 = Math.atan((1 - F) * Math.tan(radians(lat1)))
  const u2 = Math.atan((1 - F) * Math.tan(radians(lat2)))
  const [s1, c1, s2, c2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)]
  let lambda = l
  for (let round = 0; round < 50; round++) {
    const sinSigma = Math.hypot(c2 * Math.sin(lambda), c1 * s2 - s1 * c2 * Math.cos(lambda))
    if (sinSigma === 0) return 0
    const cosSigma = s1 * s2 + c1 * c2 * Math.cos(lambda)
    const sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (c1 * c2 * Math.sin(lambda)) / sinSigma
    const cos2Alpha = 1 - sinAlpha ** 2
    const cos2M = cos2Alpha === 0 ? 0 : cosSigma - (2 * s1 * s2) / cos2Alpha
    const c = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha))
    const before = lambda
    lambda = l + (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M ** 2 - 1)))
    if (Math.abs(lambda - before) > 1e-12) continue
    const k = cos2Alpha * (A * A / (B * B) - 1)
    const p = 1 + (k / 16384) * (4096 + k * (k * (320 - 175 * k) - 768))
    const q = (k / 1024) * (256 + k * (k * (74 - 47 * k) - 128))
    const rest = q * sinSigma * (cos2M + (q / 4) * (cosSigma * (2 * cos2M ** 2 - 1) - (q / 6) * cos2M * (4 * sinSigma ** 2 - 3) * (4 * cos2M ** 2 - 3)))
    return B * p * (sigma - rest)
  }
  return NaN
}

export const lineLength = (positions) => positions.slice(1).reduce((sum, position, i) => sum + distance(positions[i], position), 0)

/** What is to be said of a shape (drawing/shape.js): m² without holes, metres of all rings of areas, metres of lines, and how many positions. */
export function measure(shape) {
  const sum = { area: 0, perimeter: 0, length: 0, vertices: 0 }
  for (const { kind, rings } of shape) {
    for (const [i, ring] of rings.entries()) {
      sum.vertices += ring.length
      if (kind === 'line') sum.length += lineLength(ring)
      if (kind !== 'polygon') continue
      sum.area += (i === 0 ? 1 : -1) * ringArea(ring)
      sum.perimeter += lineLength(ring) + distance(ring.at(-1), ring[0])
    }
  }
  return sum
}

/** The measures of a shape together with what is being drawn: {kind, ring}. */
export function plus(sum, { kind, ring }, isHole) {
  const drawn = measure([{ kind, rings: [ring] }])
  return {
    area: sum.area + (isHole ? -drawn.area : drawn.area), perimeter: sum.perimeter + (ring.length > 2 ? drawn.perimeter : 0),
    length: sum.length + drawn.length, vertices: sum.vertices + drawn.vertices,
  }
}

/** How many metres a degree of longitude and of latitude is at a latitude: the radii of curvature, for what is small. */
export function metresPerDegree(latitude) {
  const s = Math.sin(radians(latitude))
  const w = Math.sqrt(1 - E2 * s * s)
  return [radians(1) * (A / w) * Math.cos(radians(latitude)), radians(1) * ((A * (1 - E2)) / w ** 3)]
}
