import { bottleneckParts, readBottlenecks } from './bottlenecks.js'
import { censusParts, isCensusStep, readCensus } from './census.js'
import { editParts, isEditStep, readEdit } from './edit.js'
import { energyParts, isEnergyStep, readEnergy } from './energy.js'
import { hostParts, isHostStep, readHosts } from './hosts.js'
import { isSearchStep, readSearch, searchParts } from './search.js'
import { isOfferStep, offerParts, readOffer } from './offer.js'
import { rankingParts, readRanking } from './ranking.js'
import { isRoadsStep, readRoads, roadsParts } from './roads.js'
import { isToursStep, readTours, toursParts } from './tours.js'
import { PLACES } from './view.js'

/** Writes the view as a URL hash that a person can read: `#place=map&at=44.25000,12.33000,14&layers=plot,flood:40`. */
export function toHash(state) {
  const parts = [['place', state.place], ['lang', state.language], ['at', position(state.view)], ['layers', layers(state.layers)]]
  if (state.territory) parts.push(['territory', state.territory])
  if (state.selected) parts.push(['feature', `${state.selected.layer}/${state.selected.id}`])
  if (state.list) parts.push(['list', state.list])
  if (state.load) parts.push(['load', state.load])
  if (state.load && state.step) parts.push(['step', state.step])
  if (state.load && state.rows) parts.push(['rows', state.rows])
  if (state.place === 'inquiry' && state.about.length > 0) parts.push(['about', state.about.map(({ layer, id }) => `${layer}/${id}`).join(',')])
  if (state.place === 'inquiry' && state.receipt) parts.push(['receipt', state.receipt])
  if (state.place === 'inbox' && state.inquiry) parts.push(['inquiry', state.inquiry])
  parts.push(...searchParts(state))
  if (state.place === 'plot' && state.plot) parts.push(['plot', state.plot])
  parts.push(...rankingParts(state))
  parts.push(...roadsParts(state))
  parts.push(...bottleneckParts(state), ...energyParts(state), ...censusParts(state), ...toursParts(state), ...editParts(state), ...offerParts(state), ...hostParts(state))
  if (state.place === 'shortlist' && state.shared) parts.push(['shared', state.shared])
  if (state.place === 'alert') for (const key of ['alert', 'confirm']) if (state[key]) parts.push([key, state[key]])
  if (state.place === 'survey' && state.survey) parts.push(['token', state.survey])
  if (state.place === 'account' && state.reset) parts.push(['reset', state.reset])
  if (state.basemap) parts.push(['basemap', 'on'])
  return '#' + parts.map(([key, value]) => `${key}=${readable(value)}`).join('&')
}

/** Reads what a hash names and nothing else; parts that make no sense are left out, so a broken link still opens a map. */
export function fromHash(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ''))
  const named = {}
  if (PLACES.includes(given.get('place'))) named.place = given.get('place')
  if (/^[a-z]{2}$/.test(given.get('lang') ?? '')) named.language = given.get('lang')
  const view = readPosition(given.get('at'))
  if (view) named.view = view
  if (given.has('layers')) named.layers = readLayers(given.get('layers'))
  if (given.get('territory')) named.territory = given.get('territory')
  const [selected] = readFeatures(given.get('feature'))
  if (selected) named.selected = selected
  if (named.place === 'inquiry') named.receipt = /^\d+\.[\w-]{20,60}$/.exec(given.get('receipt') ?? '')?.[0] ?? null
  if (given.has('about')) named.about = readFeatures(given.get('about'))
  if (named.place === 'inbox') named.inquiry = Number(/^[1-9]\d{0,14}$/.exec(given.get('inquiry') ?? '')?.[0] ?? 0) || null
  if (named.place === 'shortlist') named.shared = secret(given.get('shared'))
  if (named.place === 'alert') for (const key of ['alert', 'confirm']) named[key] = secret(given.get(key))
  if (named.place === 'survey') named.survey = secret(given.get('token'))
  if (named.place === 'offer') Object.assign(named, readOffer(given))
  if (named.place === 'account') Object.assign(named, { reset: secret(given.get('reset')), provider: /^[a-z]{2,20}$/.exec(given.get('provider') ?? '')?.[0] ?? null })
  if (/^[a-z][a-z0-9_]*$/.test(given.get('list') ?? '')) named.list = given.get('list')
  const load = given.get('load') ?? ''
  if (load === 'new' || /^[1-9]\d{0,14}$/.test(load)) named.load = load === 'new' ? load : Number(load)
  for (const part of ['step', 'rows']) if (named.load && /^[a-z]+(\.\d+)?$/.test(given.get(part) ?? '')) named[part] = given.get(part)
  Object.assign(named, readSearch(given))
  if (named.place === 'plot') named.plot = Number(/^[1-9]\d{0,14}$/.exec(given.get('plot') ?? '')?.[0] ?? 0) || null
  Object.assign(named, readRanking(given), readBottlenecks(given), readEnergy(given), readCensus(given), readTours(given), readEdit(given), readHosts(given))
  if (named.place === 'roads') Object.assign(named, readRoads(given))
  if (given.get('basemap') === 'on') named.basemap = true
  return named
}

/** True when going from one state to the other is a step that the back button should undo. */
export const isStep = (before, after) =>
  before.place !== after.place || before.load !== after.load || before.receipt !== after.receipt || before.inquiry !== after.inquiry || before.plot !== after.plot || before.step !== after.step || before.bnTab !== after.bnTab || JSON.stringify(before.selected) !== JSON.stringify(after.selected) || isSearchStep(before, after) || isEditStep(before, after) || isEnergyStep(before, after) || isCensusStep(before, after) || isToursStep(before, after) || isRoadsStep(before, after) || isOfferStep(before, after) || isHostStep(before, after)

const readable = (value) => encodeURIComponent(value).replace(/%(2C|2F|3A)/g, decodeURIComponent)
const position = ({ latitude, longitude, zoom }) => `${latitude.toFixed(5)},${longitude.toFixed(5)},${zoom}`
const layers = (visible) => visible.map(({ id, opacity }) => (opacity === 1 ? id : `${id}:${Math.round(opacity * 100)}`)).join(',')

const secret = (text) => /^[\w.-]{20,80}$/.exec(text ?? '')?.[0] ?? null

function readFeatures(text) {
  return (text ?? '').split(',').flatMap((part) => {
    const [, layer, id] = /^([a-z][a-z0-9_]*)\/(\d+)$/.exec(part) ?? []
    return layer ? [{ layer, id: Number(id) }] : []
  })
}

function readPosition(text) {
  const [latitude, longitude, zoom] = (text ?? '').split(',').map(Number)
  const sound = Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 && zoom >= 0 && zoom <= 20
  return sound ? { latitude, longitude, zoom } : null
}

function readLayers(text) {
  return text.split(',').filter(Boolean).flatMap((part) => {
    const [, id, percent] = /^([a-z][a-z0-9_]*)(?::(\d{1,3}))?$/.exec(part) ?? []
    return id ? [{ id, opacity: percent === undefined ? 1 : Math.min(100, Number(percent)) / 100 }] : []
  })
}
