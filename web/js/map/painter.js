import { styleOf } from '../state/style.js'
import { LINE, POINT, POLYGON } from './tile-decoder.js'
import { patternOf, traceShape } from './symbols.js'

const SMALLEST = 3 // pixels: below this an area is drawn as a dot, so that nothing vanishes
const DOT = 2.6
export const POINT_RADIUS = 6

/**
 * Paints the pieces of one layer. `frame` is {left, top, ratio}: world pixel of the canvas's corner and device pixels per pixel.
 * Areas and lines first, cut to their tile; symbols last and uncut, so that none is halved at a tile's edge.
 */
export function paintLayer(context, descriptor, pieces, frame, opacity) {
  context.globalAlpha = opacity
  const symbols = []
  for (const piece of pieces) {
    context.save()
    cutTo(context, piece.clip, frame)
    for (const feature of piece.tile.features) {
      if (feature.properties.feature_count !== undefined) continue // a bubble, painted above all layers
      const style = styleOf(descriptor.style, feature.properties)
      const size = Math.max(feature.box[2] - feature.box[0], feature.box[3] - feature.box[1]) * piece.scale
      if (feature.type === POLYGON && size >= SMALLEST) paintArea(context, feature, style, piece, frame, opacity)
      else if (feature.type === LINE) paintLine(context, feature, style, piece, frame)
      else symbols.push({ feature, style, piece })
    }
    context.restore()
  }
  for (const symbol of symbols) paintSymbol(context, symbol, descriptor, frame)
  context.globalAlpha = 1
}

/** Traces a feature's parts in canvas pixels (before the pixel ratio). */
export function trace(context, feature, piece, frame) {
  const dx = piece.left - frame.left
  const dy = piece.top - frame.top
  context.beginPath()
  for (const part of feature.parts) {
    for (let i = 0; i < part.length; i += 2) {
      const x = part[i] * piece.scale + dx
      const y = part[i + 1] * piece.scale + dy
      if (i === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
    }
    if (feature.type === POLYGON) context.closePath()
  }
}

function paintArea(context, feature, style, piece, frame, opacity) {
  trace(context, feature, piece, frame)
  context.globalAlpha = opacity * (style.fillOpacity ?? 0.55)
  context.fillStyle = style.fill
  context.fill('evenodd')
  const pattern = style.pattern && patternOf(context, style.pattern, style.stroke, frame.ratio)
  if (pattern) {
    // anchored to the world, so that a hatch does not swim while the map moves
    pattern.setTransform(new DOMMatrix().translate(-frame.left % 8, -frame.top % 8).scale(1 / frame.ratio))
    context.globalAlpha = opacity * 0.85
    context.fillStyle = pattern
    context.fill('evenodd')
  }
  context.globalAlpha = opacity
  stroke(context, style, style.strokeWidth ?? 1.4)
}

function paintLine(context, feature, style, piece, frame) {
  trace(context, feature, piece, frame)
  context.lineCap = style.dash ? 'butt' : 'round'
  stroke(context, style, style.strokeWidth ?? 3)
}

function stroke(context, style, width) {
  if (!style.stroke || width === 0) return
  context.strokeStyle = style.stroke
  context.lineWidth = width
  context.lineJoin = 'round'
  context.setLineDash(style.dash ?? [])
  context.stroke()
  context.setLineDash([])
}

function paintSymbol(context, { feature, style, piece }, descriptor, frame) {
  for (const [x, y] of placesOf(feature, piece)) {
    if (!within(x, y, piece.clip)) continue
    if (feature.type === POLYGON || isShrunk(feature, descriptor)) paintDot(context, x - frame.left, y - frame.top, style, DOT)
    else paintPoint(context, x - frame.left, y - frame.top, style)
  }
}

// The server sends an area too small for the tile's grid as a point.
const isShrunk = (feature, descriptor) => descriptor.geometry === 'polygon' && feature.type === POINT

export function paintPoint(context, x, y, style) {
  const radius = style.radius ?? POINT_RADIUS
  traceShape(context, style.shape, x, y, radius)
  context.lineWidth = 4
  context.strokeStyle = '#ffffff'
  context.stroke()
  context.fillStyle = style.fill ?? style.stroke
  context.fill()
  context.lineWidth = style.strokeWidth ?? 1.4
  context.strokeStyle = style.stroke ?? style.fill
  context.stroke()
}

function paintDot(context, x, y, style, radius) {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = style.fill ?? style.stroke
  context.fill()
  context.lineWidth = 1
  context.strokeStyle = style.stroke ?? style.fill
  context.stroke()
}

/** World pixels of a feature's symbol: its points, or the middle of what is too small to draw. */
export function placesOf(feature, piece) {
  if (feature.type !== POINT) {
    const [west, north, east, south] = feature.box
    return [[((west + east) / 2) * piece.scale + piece.left, ((north + south) / 2) * piece.scale + piece.top]]
  }
  return feature.parts.flatMap((part) => {
    const places = []
    for (let i = 0; i < part.length; i += 2) places.push([part[i] * piece.scale + piece.left, part[i + 1] * piece.scale + piece.top])
    return places
  })
}

/** Half-open, so that a point on the common edge of two tiles is drawn once. */
export const within = (x, y, { left, top, size }) => x >= left && x < left + size && y >= top && y < top + size

export function cutTo(context, clip, frame) {
  const snap = (value) => Math.round(value * frame.ratio) / frame.ratio
  const [x, y] = [snap(clip.left - frame.left), snap(clip.top - frame.top)]
  context.beginPath()
  context.rect(x, y, snap(clip.left + clip.size - frame.left) - x, snap(clip.top + clip.size - frame.top) - y)
  context.clip()
}
