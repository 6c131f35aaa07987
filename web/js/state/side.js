/**
 * The places that are a panel with tabs beside the map, and the pure changes that they share. No link names any of it: how much of the map the panel leaves
 * on a phone (`sideFace`), and which layers the open tab wants to see on the map (`sideLayers`).
 */
export const SIDE_PLACES = ['energy', 'tours', 'census']

export const passingSide = { sideFace: 'panel', sideLayers: [] }

/** @param sideFace 'panel' or 'map', where only one has room */
export const showSideFace = (state, sideFace) => ({ ...state, sideFace })
/** @param sideLayers [{id, opacity, filter}] instead of those of the map with the same ids */
export const showSideLayers = (state, sideLayers) => ({ ...state, sideLayers })

const OF_OTHERS = ['bottleneck', 'company', 'plot', 'logistics_zone', 'eligible_area', 'restricted_area'] // what answers other questions

/** The layers that the map draws: what a tab asked for, over what the map shows of land. */
export const sideMapLayers = ({ place, layers, sideLayers }) =>
  [...layers.filter(({ id }) => !OF_OTHERS.includes(id) && (place === 'energy' || id !== 'energy_area') && !sideLayers.some((layer) => layer.id === id)), ...sideLayers]
