import { hits, insideRings, touchesBox } from '/js/map/hit-test.js'
import { centreOf, placeLabels } from '/js/map/labels.js'
import { bubbleRadius, spread } from '/js/map/bubbles.js'
import { coveringTiles, drawablePieces } from '/js/map/tile-cover.js'
import { close, equal, ok } from './check.js'

const square = { type: 3, parts: [[0, 0, 100, 0, 100, 100, 0, 100, 0, 0], [40, 40, 40, 60, 60, 60, 60, 40, 40, 40]], box: [0, 0, 100, 100] }
const line = { type: 2, parts: [[0, 0, 100, 100]], box: [0, 0, 100, 100] }
const point = { type: 1, parts: [[50, 50]], box: [50, 50, 50, 50] }

export function anAreaIsHitInsideButNotInItsHole() {
  ok(hits(square, 20, 20, { tolerance: 5 }))
  ok(!hits(square, 50, 50, { tolerance: 5 }))
  ok(!insideRings(square.parts, 120, 50))
}

export function aHollowAreaIsHitOnItsOutlineOnly() {
  ok(hits(square, 20, 2, { tolerance: 5, hollow: true }))
  ok(!hits(square, 20, 20, { tolerance: 5, hollow: true }))
}

export function aLineIsHitWithinTheTolerance() {
  ok(hits(line, 50, 54, { tolerance: 5 }))
  ok(!hits(line, 50, 60, { tolerance: 5 }))
}

export function aPointIsHitWithinItsRadius() {
  ok(hits(point, 57, 50, { tolerance: 2, radius: 8 }))
  ok(!hits(point, 60, 50, { tolerance: 2, radius: 8 }))
}

export function aTinyAreaIsHitLikeADot() {
  ok(hits({ type: 3, parts: [[0, 0, 2, 0, 2, 2, 0, 0]], box: [0, 0, 2, 2] }, 4, 4, { tolerance: 5 }))
}

export function countsWhatReachesIntoTheViewAndNothingElse() {
  ok(touchesBox(line, [40, 40, 60, 60]), 'a line that only crosses')
  ok(!touchesBox(line, [0, 60, 30, 100]), 'a line whose box only overlaps')
  ok(touchesBox(square, [10, 10, 20, 20]), 'an area around the view')
  ok(!touchesBox(square, [45, 45, 55, 55]), 'a view inside the hole')
  ok(!touchesBox(point, [60, 60, 70, 70]))
}

export function labelsDoNotCoverEachOtherAndTheHigherPriorityWins() {
  const label = (text, x, priority) => ({ text, x, y: 0, width: 40, height: 10, priority })
  equal(placeLabels([label('low', 0, 1), label('high', 10, 5), label('far', 100, 1)]).map(({ text }) => text), ['high', 'far'])
  equal(placeLabels([label('on a symbol', 0, 1)], [[-5, -5, 5, 5]]), [])
}

export function aLabelStandsAtTheCentroid() {
  const [x, y] = centreOf([0, 0, 30, 0, 30, 10, 0, 10, 0, 0])
  close(x, 15)
  close(y, 5)
}

export function bubblesOnOneSpotMoveApartAndStayNear() {
  const circles = spread([{ x: 0, y: 0, radius: 10 }, { x: 0, y: 0, radius: 10 }, { x: 5, y: 0, radius: 10 }])
  for (const [i, a] of circles.entries()) {
    for (const b of circles.slice(i + 1)) ok(Math.hypot(a.x - b.x, a.y - b.y) >= 19, 'two bubbles still overlap')
    ok(Math.hypot(a.x, a.y) < 40, 'a bubble went astray')
  }
}

export function moreFeaturesMakeALargerBubbleWithinLimits() {
  ok(bubbleRadius(2) < bubbleRadius(50) && bubbleRadius(50) < bubbleRadius(5000))
  ok(bubbleRadius(1e9) <= 28)
}

export function coversTheViewWithTilesOfHalfTheZoomsWidth() {
  const tiles = coveringTiles({ left: 0, top: 0, right: 1024, bottom: 512 }, 3, 2)
  equal(tiles.map(({ x, y }) => [x, y]), [[0, 0], [1, 0]])
  equal(tiles[1].left, 512)
}

export function asksForNoTilesWhereALayerHasNothing() {
  const world = { left: 0, top: 0, right: 2048, bottom: 2048 }
  equal(coveringTiles(world, 3, 2).length, 16)
  equal(coveringTiles(world, 3, 2, [7, 43, 13, 46]).map(({ x, y }) => [x, y]), [[2, 1]])
}

export function drawsTheKeptParentWhileATileIsOnItsWay() {
  const parent = { extent: 4096, features: [] }
  const store = { get: (_, z) => (z === 3 ? parent : undefined) }
  const [piece] = drawablePieces([{ z: 4, x: 5, y: 6, left: 2560, top: 3072, size: 512 }], 'plot', store)
  ok(piece.tile === parent)
  equal([piece.left, piece.top, piece.scale], [2048, 3072, 0.25])
  equal(piece.clip, { left: 2560, top: 3072, size: 512 })
}
