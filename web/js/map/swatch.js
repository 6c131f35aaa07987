import { POLYGON, LINE } from './tile-decoder.js'
import { paintLayer } from './painter.js'

const WIDTH = 26
const HEIGHT = 18

/** A legend picture, painted by the same code as the map; decorative, its text stands beside it. */
export function swatch(style, geometry) {
  const ratio = Math.max(2, Math.ceil(window.devicePixelRatio || 1))
  const canvas = document.createElement('canvas')
  canvas.className = 'swatch'
  canvas.width = WIDTH * ratio
  canvas.height = HEIGHT * ratio
  canvas.setAttribute('aria-hidden', 'true')
  const context = canvas.getContext('2d')
  context.scale(ratio, ratio)
  const feature = { type: TYPES[geometry] ?? 1, properties: {}, ...SHAPES[geometry === 'any' ? 'point' : geometry] }
  const piece = { tile: { features: [feature] }, left: 0, top: 0, scale: 1, clip: { left: 0, top: 0, size: WIDTH } }
  const modest = { ...style, radius: Math.min(style.radius ?? 6, 6.5) }
  paintLayer(context, { style: { default: modest } }, [piece], { left: 0, top: 0, ratio }, 1)
  return canvas
}

const TYPES = { polygon: POLYGON, line: LINE }
const SHAPES = {
  polygon: { parts: [[2, 2, 24, 2, 24, 16, 2, 16, 2, 2]], box: [2, 2, 24, 16] },
  line: { parts: [[2, 14, 10, 5, 16, 12, 24, 4]], box: [2, 4, 24, 14] },
  point: { parts: [[13, 9]], box: [13, 9, 13, 9] },
}
