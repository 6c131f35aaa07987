import { LINE, POINT, POLYGON } from './tile-decoder.js'
import { centreOf, placeLabels } from './labels.js'
import { placesOf, within } from './painter.js'
import { styleOf } from '../state/style.js'

const HEIGHT = 16

/** Gathers what could be labelled in a layer; the largest piece of a feature that several tiles share wins. */
export function labelCandidates(context, descriptor, pieces, frame, priority) {
  const best = new Map()
  context.font = FONT
  for (const piece of pieces) {
    for (const feature of piece.tile.features) {
      const text = feature.properties.name ?? feature.properties.code
      if (!text || feature.properties.feature_count !== undefined || feature.type === LINE) continue
      const size = (feature.box[2] - feature.box[0]) * (feature.box[3] - feature.box[1])
      const key = feature.id ?? `${text} ${size}`
      if (best.has(key) && best.get(key).size >= size) continue
      const [x, y] = placeOf(feature, piece, descriptor)
      if (!within(x, y, piece.clip)) continue
      best.set(key, { text, size, priority, x: x - frame.left, y: y - frame.top, width: context.measureText(text).width, height: HEIGHT })
    }
  }
  return [...best.values()]
}

/** Boxes that labels must keep off: bubbles and point symbols. */
export function symbolBoxes(layers, bubbles, frame) {
  const around = (x, y, r) => [x - frame.left - r, y - frame.top - r, x - frame.left + r, y - frame.top + r]
  const points = layers.flatMap(({ pieces }) => pieces).flatMap((piece) => piece.tile.features
    .filter((feature) => feature.type === POINT && feature.properties.feature_count === undefined)
    .flatMap((feature) => placesOf(feature, piece).map(([x, y]) => around(x, y, 6))))
  return [...points, ...bubbles.map(({ x, y, radius }) => around(x, y, radius))]
}

export const FONT = '600 13px "Titillium Web", sans-serif'

export function paintLabels(context, candidates, occupied) {
  const placed = placeLabels(candidates, occupied)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  for (const label of placed) {
    context.font = label.font ?? FONT
    context.lineWidth = 3.5
    context.strokeStyle = 'rgba(255, 255, 255, 0.9)'
    context.strokeText(label.text, label.x, label.y)
    context.fillStyle = label.colour ?? '#17324d'
    context.fillText(label.text, label.x, label.y)
  }
}

function placeOf(feature, piece, descriptor) {
  const [x, y] = feature.type === POLYGON ? centreOf(feature.parts[0]) : feature.parts[0]
  const below = feature.type === POINT ? (styleOf(descriptor.style, feature.properties).radius ?? 6) + HEIGHT / 2 + 2 : 0
  return [x * piece.scale + piece.left, y * piece.scale + piece.top + below]
}
