const EARTH_M = 6_371_008.8
const CORNERS = 64
const STEP_M = 100

/**
 * The ring [[longitude, latitude], …] of a circle on the ground, degrees to five decimals (a metre), closed. CQL2 knows no distance,
 * so a radius is asked for as a polygon of 64 corners: 0.1 % of the radius inside the true circle between two of them.
 */
export function ringAround({ longitude, latitude, metres }) {
  const angle = metres / EARTH_M
  const [sin, cos] = [Math.sin(radians(latitude)), Math.cos(radians(latitude))]
  const ring = Array.from({ length: CORNERS }, (_, i) => {
    const bearing = (2 * Math.PI * i) / CORNERS
    const sine = sin * Math.cos(angle) + cos * Math.sin(angle) * Math.cos(bearing)
    const east = Math.atan2(Math.sin(bearing) * Math.sin(angle) * cos, Math.cos(angle) - sin * sine)
    return [round(longitude + degrees(east), 5), round(degrees(Math.asin(sine)), 5)]
  })
  return [...ring, ring[0]]
}

/** A centre to four decimals (ten metres) and a radius to a hundred metres: what a ring can be read back as, exactly. */
export const circle = (longitude, latitude, metres) =>
  ({ longitude: round(longitude, 4), latitude: round(latitude, 4), metres: Math.max(STEP_M, Math.round(metres / STEP_M) * STEP_M) })

/** The circle that a ring was made from, or null when it is no such ring. */
export function circleOf(ring) {
  if (ring.length !== CORNERS + 1) return null
  const [[east, north], [, south]] = [ring[0], ring[CORNERS / 2]]
  const metres = (radians(north - south) / 2) * EARTH_M
  const found = circle(east, (north + south) / 2, metres)
  return JSON.stringify(ringAround(found)) === JSON.stringify(ring) ? found : null
}

const radians = (value) => (value * Math.PI) / 180
const degrees = (value) => (value * 180) / Math.PI
const round = (value, digits) => Number(value.toFixed(digits))
