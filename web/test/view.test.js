import { createStore } from '/js/state/store.js'
import * as view from '/js/state/view.js'
import { equal, ok } from './check.js'

export function hidingALayerLeavesTheOthersAsTheyWere() {
  const state = view.fadeLayer(view.showLayer(view.showLayer(view.initialState, 'plot'), 'company'), 'plot', 0.5)
  equal(view.hideLayer(state, 'company').layers, [{ id: 'plot', opacity: 0.5 }])
}

export function showingALayerTwiceChangesNothing() {
  const state = view.showLayer(view.initialState, 'plot')
  ok(view.showLayer(state, 'plot') === state)
}

export function aClickOnSeveralFeaturesSelectsTheTopmostAndOffersTheRest() {
  const state = view.meet(view.initialState, [{ layer: 'plot', id: 1, name: 'a' }, { layer: 'industrial_zone', id: 2, name: 'b' }])
  equal(state.selected, { layer: 'plot', id: 1 })
  equal(view.select(state, 'industrial_zone', 2).choices.length, 2)
  equal(view.select(state, 'plot', 99).choices, [])
}

export function lookingAtABoxLeadsBackToTheMap() {
  equal(view.lookAt({ ...view.initialState, place: 'inquiry' }, [9, 44, 10, 45]).place, 'map')
}

export function anUnknownPlaceIsTheMap() {
  equal(view.goToPlace(view.initialState, 'moon').place, 'map')
}

export function aWatcherHearsOnlyAboutItsSlice() {
  const store = createStore(view.initialState)
  const heard = []
  store.watch((state) => state.list, (list) => heard.push(list))
  store.change(view.openList, 'plot')
  store.change(view.showLayer, 'plot')
  store.change(view.openList, 'plot')
  equal(heard, [null, 'plot'])
}

export function anAbortedWatcherHearsNothing() {
  const store = createStore(view.initialState)
  const leave = new AbortController()
  let calls = 0
  store.watch((state) => state.list, () => calls++, { signal: leave.signal })
  leave.abort()
  store.change(view.openList, 'plot')
  equal(calls, 1)
}
