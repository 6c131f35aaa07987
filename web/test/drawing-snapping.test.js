import { createAim } from '/js/drawing/aim.js'
import { createEditor } from '/js/drawing/editor.js'
import { createSnapIndex } from '/js/drawing/snapping.js'
import { waysAlong } from '/js/drawing/trace.js'
import { close, equal, ok } from './check.js'

const UNIT = [1e-5, 7e-6] // degrees in a pixel, about zoom 17
const west = { kind: 'polygon', points: [[9.98, 45.13], [9.982, 45.1301], [9.9821234, 45.1323457], [9.98, 45.132]], source: 'west' }
const east = { kind: 'polygon', points: [[9.982, 45.1301], [9.984, 45.13], [9.984, 45.132], [9.9821234, 45.1323457]], source: 'east' }

function index(...rings) {
  const made = createSnapIndex()
  rings.forEach(made.add)
  return made
}

const beside = ([longitude, latitude], x, y) => [longitude + x * UNIT[0], latitude + y * UNIT[1]]

export function aCornerIsTakenOverToItsLastDigit() {
  const found = index(west).find(beside(west.points[2], 6, -7), UNIT, 10)
  equal(found.kind, 'vertex')
  ok(found.position === west.points[2], 'the very position')
}

export function aCornerGoesBeforeANearerEdge() {
  equal(index(west).find(beside([9.98, 45.132], 7, 2), UNIT, 10).kind, 'vertex')
}

export function anEdgeIsMetWithinTenPixelsAndNotBeyond() {
  const middle = [9.981, 45.13005]
  const found = index(west).find(beside(middle, 0, -8), UNIT, 10)
  equal([found.kind, found.source], ['edge', 'west'])
  close(found.position[0], middle[0], 1e-5)
  equal(index(west).find(beside(middle, 0, -11), UNIT, 10), null)
}

export function theClosingEdgeOfAnAreaIsThereAndThatOfALineIsNot() {
  const line = { ...west, kind: 'line' }
  const middle = beside([9.98, 45.131], -3, 0)
  equal(index(west).find(middle, UNIT, 10).kind, 'edge')
  equal(index(line).find(middle, UNIT, 10), null)
}

export function aVeryLongEdgeIsFoundToo() {
  const long = { kind: 'line', points: [[7, 44], [13, 47]], source: 'long' }
  equal(index(long).find([10, 45.5], UNIT, 10).source, 'long')
}

export function theIndexFindsWhatAFullSearchFinds() {
  let seed = 7
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  const rings = Array.from({ length: 200 }, (_, i) => ({ kind: 'polygon', source: i, points: Array.from({ length: 4 }, () => [9.9 + random() * 0.05, 45.1 + random() * 0.05]) }))
  const all = index(...rings)
  for (let i = 0; i < 300; i++) {
    const place = [9.9 + random() * 0.05, 45.1 + random() * 0.05]
    const corners = rings.flatMap(({ points }) => points).map((point) => Math.hypot((point[0] - place[0]) / UNIT[0], (point[1] - place[1]) / UNIT[1])).filter((away) => away <= 40)
    const found = all.find(place, UNIT, 40)
    equal(found?.kind === 'vertex', corners.length > 0)
    if (corners.length > 0) close(found.away, Math.min(...corners), 1e-9)
  }
}

export function aBorderIsFollowedTheShorterWayFirst() {
  const [from, to] = [west.points[0], west.points[2]]
  const [shorter, longer] = waysAlong([west], from, to)
  equal([shorter, longer], [[west.points[3]], [west.points[1]]])
}

export function aBorderIsFollowedFromPlacesOnItsEdges() {
  const from = [9.981, 45.13005]
  equal(waysAlong([west], from, [9.98, 45.131])[0], [[9.98, 45.13]])
  equal(waysAlong([west], from, [9.9815, 45.130075]).map((way) => way.length), [0, 4], 'along one edge, or all around')
}

export function aBorderOfTwoNeighboursIsOneWay() {
  equal(waysAlong([west, east], [9.982, 45.1301], [9.9821234, 45.1323457]).length, 3) // the shared edge, round the west, round the east
}

export function anOpenLineIsFollowedInBothDirections() {
  const line = { kind: 'line', points: [[0, 0], [1, 0], [1, 1], [2, 1]] }
  equal(waysAlong([line], [0, 0], [2, 1]), [[[1, 0], [1, 1]]])
  equal(waysAlong([line], [2, 1], [0, 0]), [[[1, 1], [1, 0]]])
  equal(waysAlong([line], [0, 0], [5, 5]), [])
}

function aim(editor, ...rings) {
  const made = index(...rings)
  return createAim(editor, { index: made })
}

export function neighboursCountFromZoomFourteen() {
  const { at } = aim(createEditor({ geometryType: 'polygon' }), west)
  const near = beside(west.points[2], 3, 3)
  ok(at(near, { unit: UNIT, zoom: 14 }).snap)
  equal(at(near, { unit: UNIT, zoom: 13 }).snap, null)
}

export function altAndTheSwitchSetPositionsFree() {
  const made = aim(createEditor({ geometryType: 'polygon' }), west)
  const near = beside(west.points[2], 3, 3)
  equal(made.at(near, { unit: UNIT, zoom: 17, free: true }).snap, null)
  made.snap(false)
  equal(made.at(near, { unit: UNIT, zoom: 17 }).snap, null)
}

export function theFirstPositionOfWhatIsDrawnIsMetToCloseIt() {
  const editor = createEditor({ geometryType: 'polygon' })
  editor.put([9, 45])
  ok(aim(editor).at(beside([9, 45], 5, 5), { unit: UNIT, zoom: 10 }).position === editor.sketch.points[0])
}

export function aCornerThatIsMovedDoesNotMeetItself() {
  const editor = createEditor({ geometryType: 'polygon', geometry: { type: 'Polygon', coordinates: [[[9, 45], [9.01, 45], [9.01, 45.01], [9, 45]]] } })
  editor.grab([0, 0, 1])
  const { at } = aim(editor)
  equal(at(beside([9.01, 45], 4, 0), { unit: UNIT, zoom: 17 }).snap, null)
  equal(at(beside([9.01, 45.01], 4, 0), { unit: UNIT, zoom: 17 }).position, [9.01, 45.01])
}

export function aFingerReachesFarther() {
  const made = aim(createEditor({ geometryType: 'polygon' }), west)
  const near = beside(west.points[2], 15, 0)
  ok(made.at(near, { unit: UNIT, zoom: 17, by: 'touch' }).snap)
  equal(made.at(beside(west.points[2], 15, 6), { unit: UNIT, zoom: 17 }).snap, null)
}
