import { addHole, addPart, insertVertex, isInside, moveVertex, partAround, readShape, removePart, removeVertex, vertexCount, writeShape } from '/js/drawing/shape.js'
import { equal, ok } from './check.js'

const square = [[0, 0], [10, 0], [10, 10], [0, 10]]
const closed = (ring) => [...ring, ring[0]]
const polygon = { type: 'Polygon', coordinates: [closed(square), closed([[4, 4], [4, 6], [6, 6], [6, 4]])] }

export function whatIsReadIsWrittenAgain() {
  for (const geometry of [polygon, { type: 'Point', coordinates: [9.5, 45.1] }, { type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]], [[2, 2], [3, 3], [4, 4]]] },
    { type: 'MultiPolygon', coordinates: [polygon.coordinates, [closed([[20, 0], [30, 0], [30, 10]])]] }, { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, polygon] }]) {
    equal(writeShape(readShape(geometry)), geometry)
  }
  equal(writeShape(readShape(null)), null)
}

export function outerRingsTurnAnticlockwiseAndHolesClockwise() {
  const turned = { type: 'Polygon', coordinates: polygon.coordinates.map((ring) => ring.toReversed()) }
  equal(writeShape(readShape(turned)), { type: 'Polygon', coordinates: [closed([[0, 0], [10, 0], [10, 10], [0, 10]]), closed([[4, 4], [4, 6], [6, 6], [6, 4]])] })
}

export function heightsAreLeftOut() {
  equal(writeShape(readShape({ type: 'LineString', coordinates: [[1, 2, 3], [4, 5, 6]] })), { type: 'LineString', coordinates: [[1, 2], [4, 5]] })
}

export function changesLeaveTheFormerShapeAsItWas() {
  const before = readShape(polygon)
  const text = JSON.stringify(before)
  const after = moveVertex(insertVertex(before, [0, 0, 1], [5, -1]), [0, 0, 0], [-1, -1])
  equal(after[0].rings[0], [[-1, -1], [5, -1], [10, 0], [10, 10], [0, 10]])
  equal(JSON.stringify(before), text)
}

export function aRingOfTwoIsNoRing() {
  const triangle = addHole(readShape({ type: 'Polygon', coordinates: [closed(square)] }), [[1, 1], [2, 1], [2, 2]])
  equal(vertexCount(triangle), 7)
  equal(removeVertex(triangle, [0, 1, 0])[0].rings.length, 1, 'the hole is gone')
  equal(removeVertex(readShape({ type: 'LineString', coordinates: [[0, 0], [1, 1]] }), [0, 0, 0]), [])
}

export function aHoleGoesToTheAreaAroundIt() {
  const two = addPart(readShape(polygon), 'polygon', [[20, 0], [30, 0], [30, 10], [20, 10]])
  equal(partAround(two, [25, 5]), 1)
  equal(partAround(two, [5, 5]), -1, 'in the hole')
  equal(addHole(two, [[24, 4], [26, 4], [26, 6]])[1].rings.length, 2)
  ok(addHole(two, [[50, 50], [51, 50], [51, 51]]) === two, 'nothing around it')
  equal(removePart(two, 0).length, 1)
}

export function aPlaceInAHoleIsOutside() {
  const [{ rings }] = readShape(polygon)
  ok(isInside(rings, [2, 2]))
  ok(!isInside(rings, [5, 5]))
  ok(!isInside(rings, [11, 5]))
}
