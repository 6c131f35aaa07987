/**
 * How zones look that a place draws over the map: a colour and a pattern of their own each, so that colours are never needed to tell them apart. `marks` are
 * paths in a square of `size` pixels; css takes nothing of it, legends are drawn by hatchSwatch.
 */
export const LOOKS = {
  suitable: { colour: '#00734d', size: 9, marks: ['M-2 11 11 -2'], width: 2 },
  ordinary: { colour: '#3b4a59', size: 9, marks: ['M4.5 4.5h.01'], width: 3, round: true },
  unsuitable: { colour: '#7a3b00', size: 11, marks: ['M-2 13 13 -2', 'M-2 -2 13 13'], width: 1.6 },
  ground_pv_forbidden: { colour: '#a32638', size: 9, marks: ['M-2 -2 11 11'], width: 2.6 },
  unknown: { colour: '#5c2e91', size: 10, marks: ['M0 5h6'], width: 2 },
  rule: { colour: '#004488', size: 8, marks: ['M4 0v8'], width: 1.6 },
  gained: { colour: '#00734d', size: 12, marks: ['M6 2.5v7', 'M2.5 6h7'], width: 2 },
  lost: { colour: '#a32638', size: 9, marks: ['M-2 -2 11 11'], width: 2.6 },
  other: { colour: '#5c2e91', size: 10, marks: ['M0 5h6'], width: 2 },
  basis: { colour: '#8a5a00', size: 9, marks: ['M4.5 4.5h.01'], width: 3, round: true },
}

const SVG = 'http://www.w3.org/2000/svg'
const TINT = 0.22

export function svg(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** The pattern of a look, to be filled with as url(#id). */
export function hatch(look, id) {
  const { colour, size, marks, width, round } = LOOKS[look]
  return svg('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse' },
    svg('rect', { width: size, height: size, fill: colour, 'fill-opacity': TINT }),
    ...marks.map((d) => svg('path', { d, fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linecap': round ? 'round' : 'butt' })))
}

let made = 0

/** A legend picture; decorative, its text stands beside it. */
export function hatchSwatch(look) {
  const id = `hatch-swatch-${++made}`
  return svg('svg', { class: 'hatch-swatch', width: 28, height: 18, viewBox: '0 0 28 18', 'aria-hidden': 'true', focusable: 'false' },
    svg('defs', {}, hatch(look, id)), svg('rect', { x: 1, y: 1, width: 26, height: 16, fill: `url(#${id})`, stroke: LOOKS[look].colour, 'stroke-width': 2 }))
}
