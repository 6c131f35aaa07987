import { registerLayers } from './bottlenecks.js'
import { SIDE_PLACES, sideMapLayers } from './side.js'

/**
 * What somebody looks for in the place Plots, and its pure changes. `filter` is CQL2 text and the one truth of the form, the list, the
 * map, the exports and the link; `sort` names attributes, with - before those that fall; both are empty for everything, as it comes.
 */
export const NO_SEARCH = { filter: '', sort: '' }
export const NO_JOIN = { minArea: null, maxOwners: null }
const TABS = ['rank', 'join']
const WITH_SEARCH = ['plots', 'plot', 'compare'] // places whose link carries it, so that there is a way back to the same list
const OF_OTHERS = ['energy_area', 'company', 'bottleneck']
const DRAWABLE = ['rectangle', 'polygon']
export const MOST_COMPARED = 5

/** What the state begins with, and what a link that names none of it means. */
export const initialSearch = {
  search: NO_SEARCH,
  tab: null, // beside the list: 'rank', or 'join' for plots that can be joined
  join: NO_JOIN, // {minArea in m², maxOwners} that unions are looked for with
}

/** What no link names: what is chosen for comparison, what is being drawn, and what narrow windows show. */
export const passingSearch = {
  found: null, // the whole question as the server asked it, freshness included; null while nothing was found
  picked: [], // ids
  drawing: null, // 'rectangle' or 'polygon' while the map waits for one
  drawn: null, // the shape {box} or {ring} that was drawn last
  outlines: [], // on the map: {geometry, current}
  plotsFace: 'list', // or 'map', where only one has room
}

export const searchFor = (state, search) => ({ ...state, search: { ...state.search, ...search } })
export const find = (state, found) => ({ ...state, found })
export const openTab = (state, tab) => ({ ...state, tab: TABS.includes(tab) ? tab : null })
export const lookForUnions = (state, join) => ({ ...state, join: { ...state.join, ...join } })
export const showFace = (state, plotsFace) => ({ ...state, plotsFace })
export const outline = (state, outlines) => ({ ...state, outlines })

/** Chooses a plot for comparison, or takes it back; the sixth is not taken. */
export const pick = (state, id) =>
  ({ ...state, picked: state.picked.includes(id) ? state.picked.filter((one) => one !== id) : [...state.picked, id].slice(0, MOST_COMPARED) })
export const pickNone = (state) => ({ ...state, picked: [] })

/** Asks for a shape on the map; null gives up. */
export const draw = (state, kind) => ({ ...state, drawing: DRAWABLE.includes(kind) ? kind : null, drawn: null })
export const finishDrawing = (state, shape) => ({ ...state, drawing: null, drawn: shape })

/** The layers that the map draws: in the places Plots and Bottlenecks and beside a panel with tabs what was found or asked for, and nothing that answers other questions. */
export function drawnLayers(state) {
  const { place, layers, found } = state
  if (place === 'bottlenecks') return registerLayers(state)
  if (SIDE_PLACES.includes(place)) return sideMapLayers(state)
  if (place !== 'plots') return layers
  return [...layers.filter(({ id }) => id !== 'plot' && !OF_OTHERS.includes(id)), ...(found ? [{ id: 'plot', opacity: 1, filter: found }] : [])]
}

/** The parts of a link that say what is looked for. */
export function searchParts({ place, search, tab, join }) {
  if (!WITH_SEARCH.includes(place)) return []
  const wanted = tab === 'join' && [join.minArea ?? '', join.maxOwners ?? []].flat().join(',')
  return [['filter', search.filter], ['sort', search.sort], ['tab', wanted ? null : tab], ['join', wanted]].filter(([, value]) => value)
}

export function readSearch(given) {
  const named = {}
  const sort = /^-?[a-z]\w*(,-?[a-z]\w*)*$/.exec(given.get('sort') ?? '')?.[0] ?? ''
  if (given.get('filter') || sort) named.search = { filter: given.get('filter') ?? '', sort }
  if (TABS.includes(given.get('tab'))) named.tab = given.get('tab')
  const [, minArea, maxOwners] = /^(\d{0,10})(?:,(\d{1,3}))?$/.exec(given.get('join') ?? '') ?? []
  if (minArea || maxOwners) Object.assign(named, { tab: 'join', join: { minArea: Number(minArea) || null, maxOwners: Number(maxOwners) || null } })
  return named
}

const essence = ({ search, tab, join }) => JSON.stringify([search, tab, join])
export const isSearchStep = (before, after) => essence(before) !== essence(after)
