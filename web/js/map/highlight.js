import { POINT } from './tile-decoder.js'
import { cutTo, placesOf, trace } from './painter.js'

const BLUE = '#0066cc'
const AMBER = '#9a4f00'
const RED = '#b3001b'
const VIOLET = '#5c2e91'

/** The feature or bubble under the pointer, from all the pieces [{feature, piece}] that its tiles hold of it. */
export function paintHover(context, { bubble, parts }, frame) {
  if (bubble) return ring(context, bubble.x - frame.left, bubble.y - frame.top, bubble.radius + 2)
  for (const { feature, piece } of parts) {
    context.save()
    if (feature.type === POINT) {
      for (const [x, y] of placesOf(feature, piece)) ring(context, x - frame.left, y - frame.top, 11)
    } else {
      cutTo(context, piece.clip, frame)
      trace(context, feature, piece, frame)
      outline(context, false)
    }
    context.restore()
  }
}

/** The selected feature from its full GeoJSON geometry; `project` turns [longitude, latitude] into canvas pixels. */
export function paintSelected(context, geometry, project, colour = BLUE) {
  if (!geometry) return
  if (geometry.type === 'GeometryCollection') return geometry.geometries.forEach((part) => paintSelected(context, part, project, colour))
  if (geometry.type.endsWith('Point')) {
    for (const [x, y] of (geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates).map(project)) ring(context, x, y, 13, colour)
    return
  }
  traceLines(context, geometry, project)
  outline(context, false, colour)
}

/** What changes where: discs that differ in colour, size and the sign in them; the largest below. */
export function paintGains(context, gains, project) {
  for (const { lon, lat, sign, colour, radius } of [...gains].sort((a, b) => b.radius - a.radius)) {
    const [x, y] = project([lon, lat])
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.fillStyle = colour
    context.fill()
    context.lineWidth = 1.5
    context.strokeStyle = '#ffffff'
    context.stroke()
    context.fillStyle = '#ffffff'
    context.font = `700 ${radius + 2}px "Titillium Web", sans-serif`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(sign, x, y + 1)
  }
}

/** The area that is searched in, what several plots would be together, or where a bottleneck acts; the current one stands out. */
export function paintOutlines(context, outlines, project) {
  for (const { geometry, current } of [...outlines].sort((a, b) => Boolean(a.current) - Boolean(b.current))) {
    context.setLineDash(current ? [] : [9, 6])
    if (geometry.type === 'Point') {
      ring(context, ...project(geometry.coordinates), 10, VIOLET)
      continue
    }
    traceLines(context, geometry, project)
    outline(context, current, VIOLET)
  }
  context.setLineDash([])
}

function traceLines(context, { type, coordinates }, project) {
  const lines = type === 'LineString' ? [coordinates] : type === 'MultiPolygon' ? coordinates.flat() : coordinates
  context.beginPath()
  for (const line of lines) line.map(project).forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
}

/** Rows of a file that somebody has to look at: their shape and a numbered sign; the current one last and darker. */
export function paintRows(context, marks, project) {
  if (!marks) return
  const inOrder = [...marks.rows].sort((a, b) => (a.row === marks.current) - (b.row === marks.current))
  for (const { row, lon, lat, geometry } of inOrder) {
    const colour = row === marks.current ? RED : AMBER
    paintSelected(context, geometry, project, colour)
    if (lon === null || lon === undefined) continue
    const [x, y] = project([lon, lat])
    context.font = '700 13px "Titillium Web", sans-serif'
    const half = Math.max(13, context.measureText(String(row)).width / 2 + 7)
    context.beginPath()
    context.roundRect(x - half, y - 12, 2 * half, 24, 12)
    context.fillStyle = colour
    context.fill()
    context.lineWidth = 2
    context.strokeStyle = '#ffffff'
    context.stroke()
    context.fillStyle = '#ffffff'
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(String(row), x, y + 1)
  }
}

export function paintPin(context, [x, y]) {
  context.beginPath()
  context.moveTo(x, y)
  context.bezierCurveTo(x - 4, y - 12, x - 13, y - 16, x - 13, y - 25)
  context.arc(x, y - 25, 13, Math.PI, 0)
  context.bezierCurveTo(x + 13, y - 16, x + 4, y - 12, x, y)
  context.fillStyle = BLUE
  context.fill()
  context.lineWidth = 2
  context.strokeStyle = '#ffffff'
  context.stroke()
  context.beginPath()
  context.arc(x, y - 25, 4.5, 0, 2 * Math.PI)
  context.fillStyle = '#ffffff'
  context.fill()
}

function outline(context, filled, colour = BLUE) {
  context.lineJoin = context.lineCap = 'round'
  context.strokeStyle = '#ffffff'
  context.lineWidth = 7
  context.stroke()
  context.strokeStyle = colour
  context.lineWidth = 3.5
  context.stroke()
  if (!filled) return
  context.fillStyle = 'rgba(0, 102, 204, 0.12)'
  context.fill('evenodd')
}

function ring(context, x, y, radius, colour) {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  outline(context, radius < 14, colour)
}
