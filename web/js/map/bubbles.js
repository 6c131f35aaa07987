import { inkOn, legendRows, styleOf } from '../state/style.js'
import { paintPoint, placesOf, POINT_RADIUS, within } from './painter.js'

const ROUNDS = 24
const GAP = 3
const MOST = 400 // beyond this many the pairwise spreading would cost more than it clears up

/** Area grows with the count, within limits that keep the number readable and the map visible. */
export const bubbleRadius = (count) => Math.min(28, 9.5 + 1.3 * Math.sqrt(Math.min(count, 60)) + (count > 60 ? Math.log10(count / 60) * 4 : 0))

/**
 * The symbols of aggregated layers, moved apart where layers meet on one spot, so that none hides another.
 * Layers come as {descriptor, pieces, opacity}; x and y of the answers are world pixels.
 */
export function gatherBubbles(layers) {
  const bubbles = []
  for (const { descriptor, pieces, opacity } of layers) {
    for (const piece of pieces) {
      for (const feature of piece.tile.features) {
        const count = feature.properties.feature_count
        if (count === undefined) continue
        const [x, y] = placesOf(feature, piece)[0]
        if (!within(x, y, piece.clip)) continue
        bubbles.push({ descriptor, feature, piece, opacity, count, x, y, radius: count > 1 ? bubbleRadius(count) : POINT_RADIUS + 2 })
      }
    }
  }
  return spread(bubbles)
}

/** Pushes overlapping circles {x, y, radius} apart, a little in each round; equal centres leave in fixed directions. */
export function spread(circles) {
  if (circles.length > MOST) return circles
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false
    for (let i = 0; i < circles.length; i++) {
      for (let j = i + 1; j < circles.length; j++) moved = part(circles[i], circles[j], i + j) || moved
    }
    if (!moved) break
  }
  return circles
}

function part(a, b, turn) {
  const wanted = a.radius + b.radius + GAP
  let dx = b.x - a.x
  let dy = b.y - a.y
  if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) return false
  let distance = Math.hypot(dx, dy)
  if (distance >= wanted - 0.5) return false
  if (distance < 1) {
    dx = Math.cos(turn * 2.4)
    dy = Math.sin(turn * 2.4)
    distance = 1
  }
  const push = (wanted - distance) / 2 / distance
  a.x -= dx * push
  a.y -= dy * push
  b.x += dx * push
  b.y += dy * push
  return true
}

export function paintBubbles(context, bubbles, frame) {
  for (const bubble of bubbles) {
    context.globalAlpha = bubble.opacity
    const x = bubble.x - frame.left
    const y = bubble.y - frame.top
    if (bubble.count > 1) paintBubble(context, x, y, bubble)
    else paintPoint(context, x, y, { ...styleOf(bubble.descriptor.style, bubble.feature.properties), radius: POINT_RADIUS, dash: null })
  }
  context.globalAlpha = 1
}

function paintBubble(context, x, y, { descriptor, count, radius }) {
  const colour = colourOf(descriptor)
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = colour
  context.fill()
  context.lineWidth = 2
  context.strokeStyle = '#ffffff'
  context.stroke()
  context.fillStyle = inkOn(colour)
  context.font = `600 ${count > 999 ? 11 : 13}px "Titillium Web", sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(String(count), x, y + 1)
}

/** A layer's one colour where its features are only counted: the outline of the sign that stands for it in the layer tree. */
function colourOf({ style }) {
  const sign = legendRows(style)[0].style
  return sign.stroke ?? sign.fill
}

export const bubbleAt = (bubbles, x, y) => bubbles.find((bubble) => Math.hypot(bubble.x - x, bubble.y - y) <= bubble.radius + 3) ?? null
