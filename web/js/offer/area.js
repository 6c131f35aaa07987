const RADIUS_M = 6371007.2 // of the sphere with the Earth's surface: within half a percent of the ellipsoid
const rad = (degrees) => (degrees * Math.PI) / 180

/** Square metres of a GeoJSON polygon or multipolygon on the sphere, holes taken off. */
export const areaOf = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates)
  .reduce((sum, [outer, ...holes]) => sum + ringArea(outer) - holes.reduce((all, hole) => all + ringArea(hole), 0), 0)

function ringArea(ring) {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]]
    sum += rad(b[0] - a[0]) * (2 + Math.sin(rad(a[1])) + Math.sin(rad(b[1])))
  }
  return Math.abs((sum * RADIUS_M ** 2) / 2)
}
