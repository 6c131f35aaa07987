import { edgeCount } from '../../drawing/shape.js'
import { apart } from './projection.js'

const MOST = 600 // beyond that handles would hide the shape: those near the pointer remain
const NEAR = 90 // pixels
const SHORTEST = 40 // an edge that is shorter has no handle in its middle

/**
 * The handles of a shape in the view: {vertices: [{path, pixel}], middles: [{path, pixel, position}], crowded}. Where there are too many, only those
 * near the pixel `pointer` are there.
 */
export function handlesOf(shape, view, pointer) {
  const vertices = []
  const middles = []
  for (const [part, { kind, rings }] of shape.entries()) {
    for (const [r, ring] of rings.entries()) {
      const pixels = ring.map(view.toPixel)
      for (const [i, pixel] of pixels.entries()) if (view.isInView(pixel, 12)) vertices.push({ path: [part, r, i], pixel })
      for (let i = 0; i < edgeCount(kind, ring); i++) {
        const next = (i + 1) % ring.length
        if (apart(pixels[i], pixels[next]) < SHORTEST) continue
        const pixel = [(pixels[i][0] + pixels[next][0]) / 2, (pixels[i][1] + pixels[next][1]) / 2]
        if (view.isInView(pixel)) middles.push({ path: [part, r, i + 1], pixel, position: [(ring[i][0] + ring[next][0]) / 2, (ring[i][1] + ring[next][1]) / 2] })
      }
    }
  }
  if (vertices.length <= MOST) return { vertices, middles, crowded: false }
  const isNear = ({ pixel }) => pointer && apart(pixel, pointer) < NEAR
  return { vertices: vertices.filter(isNear), middles: middles.filter(isNear), crowded: true }
}

/** The handle at a pixel, corners before middles; null for none. */
export function handleAt({ vertices, middles }, pixel, reach) {
  const nearest = (handles) => handles.reduce((best, one) => (apart(one.pixel, pixel) <= Math.min(reach, best ? apart(best.pixel, pixel) : Infinity) ? one : best), null)
  return nearest(vertices) ?? nearest(middles)
}
