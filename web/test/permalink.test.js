import { fromHash, isStep, toHash } from '/js/state/permalink.js'
import { initialState } from '/js/state/view.js'
import { equal, ok } from './check.js'

const full = {
  ...initialState, place: 'map', language: 'en', view: { latitude: 44.25, longitude: 12.33, zoom: 14 },
  layers: [{ id: 'plot', opacity: 1 }, { id: 'flood_hazard', opacity: 0.4 }], territory: 'montaletto',
  selected: { layer: 'plot', id: 156 }, list: 'plot',
}

export function writesALinkThatAPersonCanRead() {
  equal(toHash(full), '#place=map&lang=en&at=44.25000,12.33000,14&layers=plot,flood_hazard:40&territory=montaletto&feature=plot/156&list=plot')
}

export function readsBackAllThatItWrote() {
  const { place, language, view, layers, territory, selected, list } = full
  equal(fromHash(toHash(full)), { place, language, view, layers, territory, selected, list })
}

export function keepsNoLayerApartFromNotNamingLayers() {
  equal(fromHash('#layers=').layers, [])
  equal(fromHash('#place=map').layers, undefined)
}

export function leavesOutWhatMakesNoSense() {
  equal(fromHash('#place=moon&at=100,200,3&feature=plot/x&list=<b>&layers=plot,../x&lang=english'), { layers: [{ id: 'plot', opacity: 1 }] })
}

export function neverLetsAnOpacityExceedFull() {
  equal(fromHash('#layers=plot:400').layers, [{ id: 'plot', opacity: 1 }])
}

export function carriesTerritoriesWithStrangeSigns() {
  equal(fromHash(toHash({ ...full, territory: 'a&b=c #d' })).territory, 'a&b=c #d')
}

export function makesAStepOfPlacesAndFeaturesOnly() {
  ok(isStep(full, { ...full, place: 'energy' }))
  ok(isStep(full, { ...full, selected: null }))
  ok(!isStep(full, { ...full, view: { latitude: 45, longitude: 9, zoom: 8 } }))
  ok(!isStep(full, { ...full, list: null }))
}

export function namesThePlotWhosePageIsOpen() {
  const state = { ...initialState, place: 'plot', plot: 237 }
  ok(toHash(state).endsWith('&plot=237'))
  equal(fromHash('#place=plot&plot=237').plot, 237)
  equal(fromHash('#place=plot&plot=-1').plot, null)
  equal(fromHash('#place=map&plot=237').plot, undefined)
  ok(isStep(state, { ...state, plot: 238 }))
}

export function leadsByALinkOfAMailToTheAccountAndKeepsItsSecretNowhereElse() {
  const secret = 'comparto_' + 'aB3-_'.repeat(8)
  equal(fromHash(`#place=account&reset=${secret}`).reset, secret)
  equal(fromHash('#place=account&reset=short').reset, null)
  equal(fromHash(`#place=map&reset=${secret}`).reset, undefined)
  equal(fromHash('#place=account&provider=unknown').provider, 'unknown')
  equal(fromHash('#place=account&provider=<b>').provider, null)
  ok(!toHash({ ...full, place: 'map', reset: secret }).includes(secret))
}
