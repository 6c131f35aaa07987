import { circleOf, oblong, rectangle } from '/js/drawing/figures.js'
import { distance, lineLength, measure, plus, ringArea } from '/js/drawing/measure.js'
import { readShape } from '/js/drawing/shape.js'
import { close, equal, ok } from './check.js'

// said by PostGIS 3.3: ST_Area, ST_Perimeter and ST_Distance of the geography
const PLOT = [[9.985, 45.139], [9.989, 45.1385], [9.9901, 45.1412], [9.9858, 45.1419]]
const CASES = [
  { ring: PLOT, area: 106555.47646981478, perimeter: 1307.1948379378566 },
  { ring: [[12.3301, 44.2501], [12.33137, 44.25012], [12.33131, 44.25102], [12.33004, 44.25095]], area: 9885.963798485696, perimeter: 397.87783105999836 },
  { ring: [[10.61, 44.71], [10.64, 44.705], [10.65, 44.73], [10.63, 44.745], [10.6, 44.73]], area: 11225022.59980011, perimeter: 12892.04726359302 },
  { ring: [[18.1, -33.9], [18.11, -33.9], [18.11, -33.89], [18.1, -33.89]], area: 1025995.6950936317, perimeter: 4068.375831581294 },
]

export function evenARegionIsWithinAThousandth() {
  close(ringArea([[9, 44.5], [10, 44.4], [10.2, 45.2], [9.1, 45.3]]) / 7510691240.819977, 1, 1e-3)
}

export function areasAndPerimetersAreThoseOfPostGis() {
  for (const { ring, area, perimeter } of CASES) {
    close(ringArea(ring) / area, 1, 1e-5)
    close((lineLength(ring) + distance(ring.at(-1), ring[0])) / perimeter, 1, 1e-8)
  }
}

export function aHoleIsNotPartOfTheArea() {
  const whole = ringArea(PLOT)
  const hole = [[9.987, 45.14], [9.988, 45.14], [9.988, 45.1405]]
  const { area, vertices, perimeter } = measure(readShape({ type: 'Polygon', coordinates: [[...PLOT, PLOT[0]], [...hole, hole[0]]] }))
  close(area, whole - ringArea(hole), 1e-6)
  equal(vertices, 7)
  ok(perimeter > 1400)
}

export function whatIsBeingDrawnIsMeasuredWithTheShape() {
  const shape = measure(readShape({ type: 'Polygon', coordinates: [[...PLOT, PLOT[0]]] }))
  const hole = [[9.987, 45.14], [9.988, 45.14], [9.988, 45.1405]]
  close(plus(shape, { kind: 'polygon', ring: hole }, true).area, shape.area - ringArea(hole), 1e-6)
  const begun = plus(shape, { kind: 'polygon', ring: hole.slice(0, 2) }, false)
  equal([begun.area, begun.perimeter, begun.vertices], [shape.area, shape.perimeter, 6])
}

export function aRingMeasuresTheSameInBothDirections() {
  close(ringArea(PLOT), ringArea(PLOT.toReversed()), 1e-6)
}

export function aCircleHasItsRadiusAllAround() {
  const centre = [9.985, 45.139]
  const ring = circleOf(centre, 250, 64)
  equal(ring.length, 64)
  for (const corner of ring) close(distance(centre, corner), 250, 0.02)
}

export function aTurnedRectangleHasRightAnglesOnTheGround() {
  const [a, b, c, d] = oblong([9.985, 45.139], [9.9871, 45.1402], [9.9868, 45.1415])
  close(distance(a, b), distance(d, c), 0.05)
  close(distance(b, c), distance(a, d), 0.05)
  close(distance(a, c), distance(b, d), 0.05) // its diagonals are as long as each other
}

export function aRectangleHasFourCornersOfTwo() {
  equal(rectangle([1, 2], [3, 4]), [[1, 2], [3, 2], [3, 4], [1, 4]])
}

export function placesThatAreTheSameAreNoDistanceApart() {
  equal(distance([9.9, 45.1], [9.9, 45.1]), 0)
}
