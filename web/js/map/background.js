import { LINE, POINT, POLYGON } from './tile-decoder.js'
import { cutTo, placesOf, trace, within } from './painter.js'
import { styleOf } from '../state/style.js'

/**
 * Paints the quiet ground below the data (land, water, towns, roads, names). Colours come from the layer's descriptor;
 * here it is only decided that nothing gets a symbol or a loud outline.
 */
export function paintBackground(context, descriptor, pieces, frame) {
  for (const piece of pieces) {
    context.save()
    cutTo(context, piece.clip, frame)
    for (const feature of piece.tile.features) {
      if (feature.type === POINT) continue
      const style = styleOf(descriptor.style, feature.properties)
      trace(context, feature, piece, frame)
      if (feature.type === POLYGON) {
        context.globalAlpha = style.fillOpacity ?? 1
        context.fillStyle = style.fill
        context.fill('evenodd')
        context.globalAlpha = 1
      }
      if (style.stroke && (feature.type === LINE || style.strokeWidth)) {
        context.strokeStyle = style.stroke
        context.lineWidth = style.strokeWidth ?? 1
        context.lineJoin = context.lineCap = 'round'
        context.setLineDash(style.dash ?? [])
        context.stroke()
        context.setLineDash([])
      }
    }
    context.restore()
  }
}

const NAME_FONT = '600 14px "Titillium Web", sans-serif'

/** Names of places, as label candidates of the lowest priority. */
export function backgroundNames(context, pieces, frame) {
  const names = new Map()
  context.font = NAME_FONT
  for (const piece of pieces) {
    for (const feature of piece.tile.features) {
      const text = feature.properties.name
      if (feature.type !== POINT || !text || names.has(text)) continue
      const [x, y] = placesOf(feature, piece)[0]
      if (!within(x, y, piece.clip)) continue
      names.set(text, {
        text, priority: 1, x: x - frame.left, y: y - frame.top,
        width: context.measureText(text).width, height: 18, font: NAME_FONT, colour: '#4a5a6a',
      })
    }
  }
  return [...names.values()]
}
