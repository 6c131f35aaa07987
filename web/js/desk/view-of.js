import { toHash } from '../state/permalink.js'

/** A view {latitude, longitude, zoom} that shows a box [west, south, east, north] on a screen of usual size. */
export function viewOf([west, south, east, north]) {
  const latitude = (south + north) / 2
  const width = Math.max(east - west, 1e-4)
  const height = Math.max(north - south, 1e-4) / Math.cos((latitude * Math.PI) / 180)
  const zoom = Math.floor(Math.min(Math.log2((360 * 700) / 256 / width), Math.log2((360 * 500) / 256 / height)))
  return { latitude, longitude: (west + east) / 2, zoom: Math.min(17, Math.max(5, zoom)) }
}

/** The link to the map that shows one layer where its features are, beside what was already shown. */
export function hashOf(state, layer) {
  const others = state.layers.filter(({ id }) => id !== layer.id)
  return toHash({ ...state, place: 'map', load: null, rows: null, selected: null, list: null, territory: null, layers: [...others, { id: layer.id, opacity: 1 }], view: viewOf(layer.bounds) })
}
