import { edgeCount } from '../../drawing/shape.js'

const VIOLET = '#5c2e91'
const PINK = '#d1004b'
const PAPER = '#ffffff'
const FONT = '600 13px "Titillium Web", sans-serif'
/** Other versions of the shape; told apart by dashes as well, and named by the toolbar's legend (drawing/others.js). */
const OTHERS = { base: ['#455b71', [2, 5]], current: ['#0059b3', [12, 5]], theirs: ['#a32638', [12, 4, 2, 4]], piece: ['#9a4f00', [6, 4]] }
export const HANDLE = 5
const SEEN = 0.8 // pixels: what is nearer to the position before it makes no difference

/** The shape as it stands. */
export function paintShape(context, shape, view) {
  for (const { kind, rings } of shape) {
    if (kind === 'point') {
      disc(context, view.toPixel(rings[0][0]), 8, VIOLET)
      continue
    }
    path(context, rings, kind, view)
    if (kind === 'polygon') fill(context, VIOLET, 0.14)
    stroke(context, PAPER, 5)
    stroke(context, VIOLET, 2.5)
  }
}

export function paintOther(context, shape, kind, view) {
  const [colour, dash] = OTHERS[kind]
  for (const part of shape) {
    if (part.kind === 'point') {
      ring(context, view.toPixel(part.rings[0][0]), 10, colour)
      continue
    }
    path(context, part.rings, part.kind, view)
    stroke(context, PAPER, 4)
    stroke(context, colour, 2, dash)
  }
}

/** What is pointed at, to be chosen. */
export function paintNeighbour(context, shape, view) {
  for (const { kind, rings } of shape) {
    path(context, rings, kind, view)
    fill(context, PINK, 0.16)
    stroke(context, PINK, 3)
  }
}

/** What is being drawn, with the next position where the pointer is. */
export function paintSketch(context, { kind, ring: points }, placed, view) {
  path(context, [points], kind === 'polygon' && points.length > 2 ? 'polygon' : 'line', view)
  if (kind === 'polygon' && points.length > 2) fill(context, VIOLET, 0.12)
  stroke(context, PAPER, 5)
  stroke(context, VIOLET, 2.5, [9, 6])
  for (const [i, position] of placed.entries()) handle(context, view.toPixel(position), HANDLE, i === 0 ? VIOLET : PAPER, VIOLET)
}

/** The way along a border that would be taken. */
export function paintTrace(context, positions, view) {
  path(context, [positions], 'line', view)
  stroke(context, PAPER, 7)
  stroke(context, PINK, 4)
}

export function paintHandles(context, { vertices, middles, selected, carried }) {
  for (const { pixel } of middles) handle(context, pixel, 3.5, '#d9cbe8', VIOLET)
  const taken = new Set() // of those that lie one on the other, one is seen
  for (const { pixel } of vertices) {
    const cell = `${Math.round(pixel[0] / 8)} ${Math.round(pixel[1] / 8)}`
    if (!taken.has(cell)) handle(context, pixel, HANDLE, PAPER, VIOLET)
    taken.add(cell)
  }
  if (selected && carried) ring(context, selected, HANDLE + 4, PINK) // what it is moved to is seen in it
  else if (selected) handle(context, selected, HANDLE + 3, PINK, PAPER)
}

/** A square on a corner, an hourglass on an edge: seen without colours. */
export function paintSnap(context, { position, kind }, view, text) {
  const [x, y] = view.toPixel(position)
  context.beginPath()
  if (kind === 'vertex') context.rect(x - 8, y - 8, 16, 16)
  else for (const [dx, dy] of [[-8, -8], [8, -8], [-8, 8], [8, 8], [-8, -8]]) context.lineTo(x + dx, y + dy)
  stroke(context, PAPER, 5)
  stroke(context, PINK, 2.5)
  if (text) label(context, [x, y + 24], text)
}

/** Where the next position is put by keyboard: the middle of the map. */
export function paintCrosshair(context, [x, y]) {
  context.beginPath()
  for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
    context.moveTo(x + 5 * dx, y + 5 * dy)
    context.lineTo(x + 22 * dx, y + 22 * dy)
  }
  stroke(context, PAPER, 6)
  stroke(context, VIOLET, 3)
}

/** A length beside the middle of the edge it belongs to. */
export function paintLength(context, from, to, text) {
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) > 36) label(context, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], text)
}

export function label(context, [x, y], text) {
  context.font = FONT
  const half = context.measureText(text).width / 2 + 6
  context.beginPath()
  context.roundRect(x - half, y - 10, 2 * half, 20, 4)
  context.fillStyle = '#17324d'
  context.fill()
  context.fillStyle = PAPER
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(text, x, y + 1)
}

function path(context, rings, kind, { toPixel }) {
  context.beginPath()
  for (const positions of rings) {
    let [lastX, lastY] = [NaN, NaN]
    for (const [i, position] of positions.entries()) {
      const [x, y] = toPixel(position)
      if (i === 0) context.moveTo(x, y)
      else if (Math.abs(x - lastX) + Math.abs(y - lastY) < SEEN && i < positions.length - 1) continue
      else context.lineTo(x, y)
      lastX = x
      lastY = y
    }
    if (edgeCount(kind, positions) === positions.length) context.closePath()
  }
}

function fill(context, colour, alpha) {
  context.globalAlpha = alpha
  context.fillStyle = colour
  context.fill('evenodd')
  context.globalAlpha = 1
}

function stroke(context, colour, width, dash = []) {
  context.strokeStyle = colour
  context.lineWidth = width
  context.lineJoin = 'round'
  context.setLineDash(dash)
  context.stroke()
  context.setLineDash([])
}

function ring(context, [x, y], radius, colour) {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  stroke(context, PAPER, 5)
  stroke(context, colour, 2.5)
}

function disc(context, [x, y], radius, colour) {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = colour
  context.fill()
  stroke(context, PAPER, 2.5)
}

function handle(context, [x, y], half, inside, outside) {
  context.beginPath()
  context.arc(x, y, half, 0, 2 * Math.PI)
  context.fillStyle = inside
  context.fill()
  stroke(context, outside, 2)
}
