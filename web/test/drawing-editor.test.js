import { createEditor } from '/js/drawing/editor.js'
import { fits, readGeometry, withPositions } from '/js/drawing/formats.js'
import { readNumber } from '/js/drawing/systems.js'
import { equal, ok } from './check.js'

const SQUARE = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]] }
const put = (editor, ...positions) => positions.forEach((position) => editor.put(position))

export function aPolygonIsDrawnAndClosedAtItsFirstPosition() {
  const editor = createEditor({ geometryType: 'polygon' })
  equal(editor.tool, 'polygon')
  put(editor, [0, 0], [1, 0], [1, 1], [0, 1], [0, 0])
  equal(editor.geometry(), SQUARE)
  equal([editor.tool, editor.sketch], ['edit', null])
}

export function anUnfinishedPolygonIsHandedOver() {
  const editor = createEditor({ geometryType: 'polygon' })
  put(editor, [0, 0], [1, 0])
  equal(editor.geometry(), null)
  equal(editor.finish(), false)
  put(editor, [1, 1])
  equal(editor.geometry().coordinates[0].length, 4)
  equal(editor.finished(), null)
}

export function whatWasKeptUnfinishedGoesOn() {
  const editor = createEditor({ geometryType: 'polygon' })
  editor.load(SQUARE, { tool: 'hole', points: [[0.2, 0.2], [0.4, 0.2]] })
  equal(editor.tool, 'hole')
  editor.put([0.4, 0.4])
  editor.finish()
  equal(editor.geometry().coordinates.length, 2)
}

export function aNewPolygonIsAnotherPartAndANewPointTakesThePlaceOfTheOld() {
  const areas = createEditor({ geometryType: 'polygon', geometry: SQUARE })
  areas.choose('polygon')
  put(areas, [5, 5], [6, 5], [6, 6])
  areas.finish()
  equal(areas.geometry().type, 'MultiPolygon')
  const point = createEditor({ geometryType: 'point' })
  put(point, [1, 1], [2, 2])
  equal(point.geometry(), { type: 'Point', coordinates: [2, 2] })
}

export function twoCornersMakeARectangleAndTwoPlacesACircle() {
  const editor = createEditor({ geometryType: 'polygon' })
  editor.choose('rectangle')
  put(editor, [0, 0], [1, 1])
  equal(editor.geometry(), SQUARE)
  editor.undo()
  editor.choose('circle')
  editor.round(12)
  put(editor, [9, 45], [9.001, 45])
  equal(editor.geometry().coordinates[0].length, 13)
}

export function fiftyStepsAreTakenBackAndNotMore() {
  const editor = createEditor({ geometryType: 'line' })
  for (let i = 0; i < 60; i++) editor.put([i, 0])
  let steps = 0
  while (editor.canUndo) {
    editor.undo()
    steps++
  }
  equal([steps, editor.sketch.points.length], [50, 10])
  while (editor.canRedo) editor.redo()
  equal(editor.sketch.points.length, 60)
}

export function somethingNewEndsWhatCouldBeRepeated() {
  const editor = createEditor({ geometryType: 'line' })
  put(editor, [0, 0], [1, 0], [2, 0])
  editor.undo()
  editor.put([5, 5])
  ok(!editor.canRedo)
  equal(editor.sketch.points, [[0, 0], [1, 0], [5, 5]])
}

export function undoTakesBackAFinishedShapePositionByPosition() {
  const editor = createEditor({ geometryType: 'polygon' })
  put(editor, [0, 0], [1, 0], [1, 1], [0, 1], [0, 0])
  editor.undo()
  equal([editor.tool, editor.sketch.points.length], ['polygon', 4], 'the tool it was drawn with is there again')
  editor.undo()
  editor.put([0, 2])
  editor.finish()
  equal(editor.geometry().coordinates[0][3], [0, 2])
}

export function backspaceTakesTheLastPositionAndEscapeAllOfThem() {
  const editor = createEditor({ geometryType: 'polygon', geometry: SQUARE })
  editor.choose('polygon')
  put(editor, [5, 5], [6, 5])
  editor.back()
  equal(editor.sketch.points, [[5, 5]])
  editor.cancel()
  equal([editor.sketch, editor.geometry()], [null, SQUARE])
}

export function aMoveIsOneStepWhateverItsWay() {
  const editor = createEditor({ geometryType: 'polygon', geometry: SQUARE })
  editor.grab([0, 0, 2])
  for (let i = 1; i < 30; i++) editor.drag([1 + i / 10, 1])
  equal(editor.geometry().coordinates[0][2], [3.9, 1], 'seen while it moves')
  editor.drop()
  editor.undo()
  equal(editor.geometry(), SQUARE)
}

export function aMoveThatIsGivenUpLeavesNothing() {
  const editor = createEditor({ geometryType: 'polygon', geometry: SQUARE })
  editor.grab([0, 0, 1], [0.5, 0])
  editor.drag([0.5, -1])
  editor.cancel()
  equal([editor.geometry(), editor.canUndo], [SQUARE, false])
}

export function aHoleGoesWithItsButtonAndThePartStays() {
  const editor = createEditor({ geometryType: 'polygon', geometry: { type: 'Polygon', coordinates: [...SQUARE.coordinates, [[0.2, 0.2], [0.2, 0.4], [0.4, 0.4], [0.2, 0.2]]] } })
  editor.removePart([0, 1, 0])
  equal(editor.geometry(), SQUARE)
}

export function aHoleBeginsInsideOfAnArea() {
  const editor = createEditor({ geometryType: 'polygon', geometry: SQUARE })
  editor.choose('hole')
  editor.put([5, 5])
  equal(editor.sketch, null)
  put(editor, [0.2, 0.2], [0.4, 0.2], [0.4, 0.4])
  editor.finish()
  equal(editor.geometry().coordinates.length, 2)
}

export function aRectangleFollowsNoBorder() {
  const editor = createEditor({ geometryType: 'polygon' })
  editor.choose('rectangle')
  editor.put([0, 0])
  editor.put([1, 1], [[0.5, 3]])
  equal(editor.geometry(), SQUARE)
}

export function aBorderThatIsFollowedIsOneStep() {
  const editor = createEditor({ geometryType: 'polygon' })
  editor.put([0, 0])
  editor.put([2, 2], [[1, 0], [2, 1]])
  equal(editor.sketch.points.length, 4)
  editor.undo()
  equal(editor.sketch.points.length, 1)
}

export async function aCuttingLineIsNoPartOfTheShape() {
  const editor = createEditor({ geometryType: 'polygon', geometry: SQUARE })
  const asked = editor.askLine()
  put(editor, [-1, 0.5], [2, 0.5])
  equal(editor.geometry(), SQUARE)
  editor.finish()
  equal(await asked, [[-1, 0.5], [2, 0.5]])
  const givenUp = editor.askLine()
  editor.cancel()
  equal(await givenUp, null)
  equal(editor.tool, 'edit')
}

export function geoJsonAndWktAreRead() {
  equal(readGeometry(JSON.stringify({ type: 'Feature', properties: {}, geometry: SQUARE })).geometry, SQUARE)
  equal(readGeometry('POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))').geometry, SQUARE)
  equal(readGeometry('SRID=7791;POINT (766360.28 4902240.84)'), { geometry: { type: 'Point', coordinates: [766360.28, 4902240.84] }, srid: 7791 })
  equal(readGeometry('MULTIPOLYGON Z (((0 0 5,1 0 5,1 1 5,0 0 5)),((2 2 5,3 2 5,3 3 5,2 2 5),(2.5 2.2 5,2.6 2.2 5,2.6 2.3 5,2.5 2.2 5)))').geometry.coordinates.map((part) => part.length), [1, 2])
  equal(readGeometry('MULTIPOINT((1 2),(3 4))').geometry, readGeometry('MULTIPOINT(1 2,3 4)').geometry)
  equal(readGeometry('LINESTRING(1 2, 3 4)').geometry.coordinates, [[1, 2], [3, 4]])
  for (const wrong of ['', 'POLYGON((0 0, 1 0', 'POINT(a b)', '{"type":"Polygon","coordinates":[1,2]}', '{"type":"Polygon"', 'CIRCLE(1 2)', 'POINT EMPTY', 'POLYGON((1 2))))']) equal(readGeometry(wrong), null, wrong)
}

export async function allPositionsOfAGeometryAreChangedAtOnce() {
  const turned = await withPositions(SQUARE, async (positions) => positions.map(([x, y]) => [y + 1, x]))
  equal(turned.coordinates[0].slice(0, 2), [[1, 0], [1, 1]])
}

export function aLayerTakesItsKindOfGeometry() {
  ok(fits(SQUARE, 'polygon') && fits(SQUARE, 'any'))
  ok(!fits(SQUARE, 'line'))
}

export function numbersAreReadAsPeopleTypeThem() {
  equal(['45,1234', '45.1234', '4 902 240,84', '-9.5'].map(readNumber), [45.1234, 45.1234, 4902240.84, -9.5])
  ok(['', 'a', '1,2,3', '1e5'].every((text) => Number.isNaN(readNumber(text))))
}
