import { distance, metresPerDegree } from './measure.js'

/** About a centimetre: the digits in which the server answers (module crs), so that what is sent comes back the same. */
const DIGITS = 7
export const rounded = ([longitude, latitude]) => [Number(longitude.toFixed(DIGITS)), Number(latitude.toFixed(DIGITS))]

/** A rectangle along meridians and parallels by two opposite corners. */
export const rectangle = ([west, south], [east, north]) => [[west, south], [east, south], [east, north], [west, north]]

/** A rectangle by one side and the side that a third position lies beyond; right angles on the ground. */
export function oblong(a, b, c) {
  const [perLon, perLat] = metresPerDegree(a[1])
  const [x, y] = [(b[0] - a[0]) * perLon, (b[1] - a[1]) * perLat]
  const side = x * x + y * y
  if (side === 0) return [a, b, b, a]
  const deep = (x * (c[1] - a[1]) * perLat - y * (c[0] - a[0]) * perLon) / side // in lengths of the side, to its left
  const by = [(-y * deep) / perLon, (x * deep) / perLat]
  return [a, b, rounded([b[0] + by[0], b[1] + by[1]]), rounded([a[0] + by[0], a[1] + by[1]])]
}

/** A circle as a ring of `corners` around a centre, through a position. */
export function circle(centre, through, corners = 64) {
  return circleOf(centre, distance(centre, through), corners)
}

/** @param radius in metres */
export function circleOf([longitude, latitude], radius, corners = 64) {
  const [perLon, perLat] = metresPerDegree(latitude)
  return Array.from({ length: corners }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners
    return rounded([longitude + (radius * Math.cos(turn)) / perLon, latitude + (radius * Math.sin(turn)) / perLat])
  })
}
