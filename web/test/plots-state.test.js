import { fromHash, isStep, toHash } from '/js/state/permalink.js'
import { draw, drawnLayers, find, finishDrawing, lookForUnions, openTab, pick, searchFor } from '/js/state/search.js'
import { initialState, lookAt, select } from '/js/state/view.js'
import { readAmount } from '/js/text/amount.js'
import { equal, ok } from './check.js'

const plots = { ...initialState, place: 'plots' }
const filter = "area_m2 >= 20000 AND name LIKE 'l''Arno & c. #1 + 50%'"

export function theLinkNamesWhatIsLookedForAndInWhichOrder() {
  const state = lookForUnions(openTab(searchFor(plots, { filter, sort: '-area_m2,name' }), 'join'), { minArea: 80000, maxOwners: 3 })
  const { search, tab, join } = fromHash(toHash(state))
  equal({ search, tab, join }, { search: { filter, sort: '-area_m2,name' }, tab: 'join', join: { minArea: 80000, maxOwners: 3 } })
}

export function aWantedAreaIsEnoughToLookForUnions() {
  const { tab, join } = fromHash('#place=plots&join=80000')
  equal([tab, join], ['join', { minArea: 80000, maxOwners: null }])
  equal(toHash({ ...plots, tab, join }).endsWith('&join=80000'), true)
  equal(fromHash(toHash(openTab(plots, 'join'))).tab, 'join')
}

export function aLinkWithoutASearchNamesNone() {
  equal(toHash(plots).includes('filter'), false)
  const { search, tab, join } = fromHash('#place=plots&sort=-<b>&tab=moon&join=x,y')
  equal([search, tab, join], [undefined, undefined, undefined])
}

export function theMapsOwnLinkCarriesNoSearch() {
  equal(toHash(searchFor(initialState, { filter })).includes('filter'), false)
}

export function anotherSearchIsAStepThatTheBackButtonUndoes() {
  ok(isStep(plots, searchFor(plots, { filter })))
  ok(isStep(plots, openTab(plots, 'rank')))
  ok(!isStep(plots, pick(plots, 7)))
}

export function theMapDrawsThePlotsThatWereFoundAndNoOthers() {
  const state = find({ ...plots, layers: [{ id: 'company', opacity: 1 }, { id: 'flood_hazard', opacity: 0.4 }, { id: 'plot', opacity: 0.2 }] }, filter)
  equal(drawnLayers(state), [{ id: 'flood_hazard', opacity: 0.4 }, { id: 'plot', opacity: 1, filter }])
  equal(drawnLayers(find(state, null)), [{ id: 'flood_hazard', opacity: 0.4 }])
  equal(drawnLayers({ ...state, place: 'map' }), state.layers)
}

export function whatIsShownOnTheMapDoesNotLeaveThePlots() {
  equal(lookAt(plots, [9, 44, 10, 45]).place, 'plots')
  equal(select(plots, 'plot', 7).place, 'plots')
}

export function noMoreThanFivePlotsAreCompared() {
  equal([1, 2, 3, 4, 5, 6].reduce(pick, plots).picked, [1, 2, 3, 4, 5])
  equal(pick(pick(plots, 1), 1).picked, [])
}

export function aShapeIsAskedForAndHandedOver() {
  equal(draw(plots, 'star').drawing, null)
  const { drawing, drawn } = finishDrawing(draw(plots, 'polygon'), { box: [1, 2, 3, 4] })
  equal([drawing, drawn], [null, { box: [1, 2, 3, 4] }])
}

export function amountsAreReadAsTheLanguageWritesThem() {
  equal(['20.000', '20.000,5', '1.234.567', '2,5', '2.5', '12.34'].map((text) => readAmount(text, 'it', 'm²')), [20000, 20000.5, 1234567, 2.5, 2.5, 12.34])
  equal(['20,000', '20,000.5', '2.5', '2,5', '1.000'].map((text) => readAmount(text, 'en', 'm²')), [20000, 20000.5, 2.5, 2.5, 1])
}

export function amountsMayNameTheirUnit() {
  equal(readAmount('2,5 ha', 'it', 'm²'), 25000)
  equal(readAmount('20 000 m²', 'it', 'm²'), 20000)
  equal(readAmount('1 MW', 'en', 'kW'), 1000)
  equal(readAmount('800 m', 'it', 'km'), 0.8)
  equal(readAmount('1,5 h', 'it', 'min'), 90)
}

export function whatIsNoAmountIsNotGuessed() {
  equal(['', '  '].map((text) => readAmount(text, 'it', 'm²')), [undefined, undefined])
  equal(['-5', 'molto', '1.2.3', '5 kg', '.'].map((text) => readAmount(text, 'it', 'm²')), [null, null, null, null, null])
}
