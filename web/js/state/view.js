import { initialBottlenecks, passingBottlenecks } from './bottlenecks.js'
import { initialCensus } from './census.js'
import { initialEdit, passingEdit } from './edit.js'
import { initialEnergy } from './energy.js'
import { initialHosts } from './hosts.js'
import { initialOffer, passingOffer } from './offer.js'
import { initialRanking } from './ranking.js'
import { initialRoads, passingRoads } from './roads.js'
import { initialSearch, passingSearch } from './search.js'
import { passingSide } from './side.js'
import { initialTours } from './tours.js'

/**
 * The state of the page and its pure changes.
 * Coordinates: `view` names latitude and longitude; boxes are [west, south, east, north] in degrees; points [longitude, latitude].
 */
export const HOME = { latitude: 44.95, longitude: 9.9, zoom: 7 }
export const NORTH_ITALY = [6.6, 43.6, 13.2, 46.7]
export const PLACES = ['map', 'plots', 'roads', 'bottlenecks', 'compare', 'energy', 'census', 'tours', 'plot', 'inquiry', 'offer', 'survey', 'host', 'visit', 'shortlist', 'alert', 'edit', 'work', 'history', 'inbox', 'data', 'owners', 'usage', 'audit', 'account', 'accounts']
export const MAP_PLACES = ['map', 'plots', 'roads', 'bottlenecks', 'energy', 'census', 'tours', 'edit', 'history', 'offer', 'host', 'visit'] // where the map is in sight
const FIXED_PLACES = ['edit', 'history'] // where the map shows one thing, and a click looks for no other
export const DESK_PLACES = ['inbox', 'data', 'owners', 'usage', 'audit', 'account', 'accounts'] // for those who sign in

export const initialState = {
  place: 'map',
  language: 'it',
  view: HOME,
  frame: null, // a box the map shall fit; the map answers with a new view
  extent: null, // what the map shows now
  layers: [], // visible ones: {id, opacity 0..1}
  territory: null,
  selected: null, // {layer, id}
  choices: [], // all features under one click, topmost first: {layer, id, name}
  pin: null, // a point the user looked for
  list: null, // id of the layer in the list view
  layersOpen: true,
  basemap: false,
  about: [], // what an inquiry is about: {layer, id}
  plot: null, // the id of the plot whose page is open
  receipt: null, // the secret that opens the receipt of an inquiry
  inquiry: null, // the id of the one that the desk looks at
  inbox: { state: 'open' }, // which ones the desk lists
  shared: null, // the secret of a shortlist that somebody shared
  alert: null, // the secret of a saved search
  confirm: null, // the secret by which its mail is confirmed
  survey: null, // the secret by which a company answers
  reset: null, // the secret by which a forgotten password is replaced
  provider: null, // why an identity provider's answer was not accepted
  session: null, // {account} once the server has said who is signed in; account is null for nobody
  load: null, // the load that the desk looks at: its id, or 'new'
  step: null, // of that load
  rows: null, // kind of its rows: created, changed, removed, rejected, repaired
  ...initialRanking,
  marks: null, // those rows on the map: {rows: [{row, lon, lat, geometry}], current}
  ...initialSearch,
  ...passingSearch,
  ...initialRoads,
  ...passingRoads,
  ...initialBottlenecks,
  ...passingBottlenecks,
  ...initialEnergy,
  ...initialCensus,
  ...initialTours,
  ...passingSide,
  ...initialEdit,
  ...passingEdit,
  ...initialOffer,
  ...passingOffer,
  ...initialHosts,
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
const put = (state, values) => (Object.keys(values).every((key) => same(state[key], values[key])) ? state : { ...state, ...values })

/** What is to be seen on the map leads to the map, from where it is not in sight. */
const onMap = ({ place }) => (MAP_PLACES.includes(place) ? place : 'map')

export const goToPlace = (state, place) => put(state, { place: PLACES.includes(place) ? place : 'map', receipt: null, inquiry: null, shared: null, alert: null, confirm: null, survey: null, reset: null, provider: null, ...initialOffer, ...initialHosts })
export const speak = (state, language) => put(state, { language })

export const mapMoved = (state, view, extent) => put(state, { view, extent, frame: null })
export const lookAt = (state, box) => put(state, { frame: box, place: onMap(state) })
export const dropPin = (state, point) => put(state, { pin: point })

export const showLayer = (state, id, opacity = 1) =>
  isVisible(state, id) ? state : put(state, { layers: [...state.layers, { id, opacity }] })
export const hideLayer = (state, id) => put(state, { layers: state.layers.filter((layer) => layer.id !== id) })
export const showOnly = (state, ids) => put(state, { layers: ids.map((id) => ({ id, opacity: opacityOf(state, id) })) })
export const fadeLayer = (state, id, opacity) =>
  put(state, { layers: state.layers.map((layer) => (layer.id === id ? { id, opacity } : layer)) })
export const isVisible = (state, id) => state.layers.some((layer) => layer.id === id)
export const opacityOf = (state, id) => state.layers.find((layer) => layer.id === id)?.opacity ?? 1

export const chooseTerritory = (state, code) => put(state, { territory: code || null })

const isOneOf = (choices, layer, id) => choices.some((choice) => choice.layer === layer && choice.id === id)

/** Selects a feature; what else lay under the same click stays on offer only while one of it is selected. */
export const select = (state, layer, id) =>
  put(state, { selected: { layer, id }, choices: isOneOf(state.choices, layer, id) ? state.choices : [], place: FIXED_PLACES.includes(state.place) ? 'map' : onMap(state) })
/** A click met several features, topmost first: the first is selected, all stay on offer. */
export const meet = (state, choices) =>
  FIXED_PLACES.includes(state.place) ? state : put(state, { choices, selected: choices.length > 0 ? { layer: choices[0].layer, id: choices[0].id } : null })
export const clearSelection = (state) => put(state, { selected: null, choices: [] })

export const openList = (state, layer) => put(state, { list: layer })
export const closeList = (state) => put(state, { list: null })
export const toggleLayers = (state, open = !state.layersOpen) => put(state, { layersOpen: open })
export const useBasemap = (state, basemap) => put(state, { basemap })

/** Opens the form, with a plot or zone added to what it is about. */
export const askAbout = (state, layer, id) =>
  put(state, { place: 'inquiry', receipt: null, about: isOneOf(state.about, layer, id) ? state.about : [...state.about, { layer, id }] })
/** What a draft was about stays beside what is asked about now. */
export const askAlso = (state, about) => put(state, { about: [...about.filter(({ layer, id }) => !isOneOf(state.about, layer, id)), ...state.about] })
export const askNotAbout = (state, layer, id) => put(state, { about: state.about.filter((one) => one.layer !== layer || one.id !== id) })
/** Opens the page of a plot. */
export const openPlot = (state, plot) => put(state, { place: 'plot', plot })
export const showReceipt = (state, receipt) => put(state, { place: 'inquiry', receipt, about: [] })
export const openInquiry = (state, inquiry) => put(state, { place: 'inbox', inquiry })
export const filterInbox = (state, inbox) => put(state, { inbox: { ...state.inbox, ...inbox } })

export const know = (state, account) => put(state, { session: { account } })
export const openLoad = (state, load, step = null, rows = null) => put(state, { place: 'data', load, step, rows, marks: null })
export const closeLoad = (state) => put(state, { place: 'data', load: null, step: null, rows: null, marks: null })
/** Leaves the desk for the map, where the rows of the load are marked. */
export const showRows = (state, rows) => put(state, { place: 'map', rows })
export const markRows = (state, marks) => put(state, { marks })

/** What a link or the back button names replaces only what it names. */
export const restore = (state, named) => put(state, named)
