const patterns = new Map()

/** A repeating hatch or dot pattern in a colour, or null for an unknown name; made once per colour and pixel ratio. */
export function patternOf(context, name, colour, ratio) {
  if (!DRAWINGS[name]) return null
  const key = `${name} ${colour} ${ratio}`
  if (!patterns.has(key)) patterns.set(key, context.createPattern(tileOf(DRAWINGS[name], colour, ratio), 'repeat'))
  return patterns.get(key)
}

const SIDE = 8

function tileOf(draw, colour, ratio) {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE * ratio
  const context = canvas.getContext('2d')
  context.scale(ratio, ratio)
  context.strokeStyle = context.fillStyle = colour
  context.lineWidth = 1.4
  draw(context)
  return canvas
}

const DRAWINGS = {
  hatch: (context) => slanted(context, false),
  backhatch: (context) => slanted(context, true),
  crosshatch: (context) => {
    slanted(context, false)
    slanted(context, true)
  },
  dots: (context) => {
    for (const [x, y] of [[2, 2], [6, 6]]) {
      context.beginPath()
      context.arc(x, y, 1.1, 0, 2 * Math.PI)
      context.fill()
    }
  },
}

function slanted(context, falling) {
  context.beginPath()
  for (const shift of [-SIDE, 0, SIDE]) {
    context.moveTo(shift - 1, falling ? -1 : SIDE + 1)
    context.lineTo(shift + SIDE + 1, falling ? SIDE + 1 : -1)
  }
  context.stroke()
}

/** Traces a point symbol of the given radius around (x, y); shapes differ so that colour is never the only sign. */
export function traceShape(context, shape, x, y, radius) {
  context.beginPath()
  if (shape === 'square') context.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8)
  else if (shape === 'diamond') polygon(context, [[x, y - radius * 1.25], [x + radius * 1.25, y], [x, y + radius * 1.25], [x - radius * 1.25, y]])
  else if (shape === 'triangle') polygon(context, [[x, y - radius * 1.2], [x + radius * 1.1, y + radius * 0.85], [x - radius * 1.1, y + radius * 0.85]])
  else context.arc(x, y, radius, 0, 2 * Math.PI)
}

function polygon(context, corners) {
  corners.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
  context.closePath()
}
