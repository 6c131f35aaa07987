import { GeoJSON, SVG } from 'leaflet'
import { hatch, LOOKS, svg } from './hatches.js'

/** Draws hatched zones over the map and tells which one the pointer is on; zones of one id are marked together. The same list shown again is only marked anew. */
export function createZones(map) {
  let drawn = null // the list
  let layers = []
  let renderer = null
  let told = null

  return (content) => {
    const zones = content?.zones ?? null
    told = content?.onZone ?? null
    if (zones !== drawn) draw(zones)
    mark(content?.current ?? null)
  }

  function draw(zones) {
    for (const { layer } of layers) layer.remove()
    layers = []
    drawn = zones
    if (!zones) return
    renderer ??= hatched()
    for (const { id, geometry, look } of zones) {
      const layer = new GeoJSON(geometry, { renderer, interactive: true, bubblingMouseEvents: false, style: styleOf(look, false) })
      layer.on({ mouseover: () => told?.({ hover: id }), mouseout: () => told?.({ hover: null }), click: () => told?.({ pick: id }) })
      layers.push({ id, look, layer: layer.addTo(map) })
    }
  }

  function mark(current) {
    for (const { id, look, layer } of layers) {
      layer.setStyle(styleOf(look, id === current))
      if (id === current) layer.bringToFront()
    }
  }

  /** Patterns belong to the drawing that uses them. */
  function hatched() {
    const made = new SVG({ padding: 0.4 })
    made.addTo(map)
    made._container.prepend(svg('defs', {}, ...Object.keys(LOOKS).map((look) => hatch(look, `hatch-${look}`))))
    return made
  }
}

const styleOf = (look, isCurrent) => ({ color: isCurrent ? '#17324d' : LOOKS[look].colour, weight: isCurrent ? 5 : 2, opacity: 1, fillColor: `url(#hatch-${look})`, fillOpacity: isCurrent ? 1 : 0.9, fillRule: 'evenodd' })
