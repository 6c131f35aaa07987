import { createSnapIndex } from './snapping.js'
import { isInside, readShape } from './shape.js'

export const FROM_ZOOM = 14
const LIMIT = 1000
const MARGIN = 0.25 // of the view, so that a small move asks nobody
/** What borders are taken from though it may not be shown: the layers that a plot or an area is cut out of. */
const ALWAYS = ['plot', 'industrial_zone', 'logistics_zone', 'cadastral_parcel']

/**
 * The features around what is being drawn, as the server has them to their last digit: layers that are shown, and those that shapes are cut out of.
 * @param features (layer, query, options) of api/server.js @param shown answers the ids of the layers in sight @param self {layer, id} that is being edited and is no neighbour, or null
 */
export function createNeighbours({ features, layers, shown, self, onChange }) {
  const index = createSnapIndex()
  let known = new Map() // layer id → {box, complete, neighbours}
  let wanted = 0
  let reading = null
  let failed = false

  /** Reads what a view [west, south, east, north] needs that is not there yet. */
  async function look(view, zoom) {
    reading?.abort()
    if (zoom < FROM_ZOOM) return
    const mine = (reading = new AbortController())
    const missing = wantedLayers().filter((layer) => !covers(known.get(layer), view))
    if (missing.length === 0) return
    const box = grown(view)
    const turn = ++wanted
    const answers = await Promise.allSettled(missing.map((layer) => features(layer, { bbox: box.map((degrees) => degrees.toFixed(7)).join(','), limit: LIMIT }, { signal: mine.signal })))
    if (mine.signal.aborted || turn !== wanted) return
    failed = answers.some(({ status }) => status === 'rejected')
    known = new Map(known)
    for (const [i, { value }] of answers.entries()) {
      if (value) known.set(missing[i], { box, complete: value.features.length < LIMIT, neighbours: value.features.filter((one) => one.geometry).map((one) => neighbour(missing[i], one)) })
    }
    index.clear()
    for (const { rings } of all()) rings.forEach(index.add)
    onChange()
  }

  const wantedLayers = () => {
    const ids = new Set([...shown(), ...ALWAYS])
    return layers.filter(({ id, count }) => ids.has(id) && count > 0).map(({ id }) => id)
  }

  function neighbour(layer, { id, properties, geometry }) {
    const source = { layer, id, name: properties.name ?? properties.code ?? `#${id}`, geometry }
    source.shape = readShape(geometry)
    source.rings = source.shape.flatMap(({ kind, rings }) => rings.map((points) => ({ points, kind, source })))
    return source
  }

  const all = () => [...known.values()].flatMap(({ neighbours }) => neighbours).filter(({ layer, id }) => layer !== self?.layer || id !== self?.id)

  return {
    look,
    index,
    all,
    get failed() { return failed },
    /** Whether the server has sent all that lie in the box it was asked for. */
    get complete() { return [...known.values()].every(({ complete }) => complete) },
    /** The areas around a position, smallest layer last. */
    around: (position) => all().filter(({ shape }) => shape.some(({ kind, rings }) => kind === 'polygon' && isInside(rings, position))),
    stop: () => reading?.abort(),
  }
}

const covers = (part, [west, south, east, north]) => Boolean(part) && part.box[0] <= west && part.box[1] <= south && part.box[2] >= east && part.box[3] >= north &&
  (part.complete || (part.box[2] - part.box[0]) * (1 - 2 * MARGIN) <= (east - west))

function grown([west, south, east, north]) {
  const [x, y] = [(east - west) * MARGIN, (north - south) * MARGIN]
  return [west - x, south - y, east + x, north + y]
}
