import { areaOf } from '/js/offer/area.js'
import { fromHash, isStep, toHash } from '/js/state/permalink.js'
import { initialState } from '/js/state/view.js'
import { equal, ok } from './check.js'

export function theAreaOfAnOutlineIsThatOnTheGlobe() {
  // between two parallels and two meridians of the WGS84 ellipsoid, by the formula of its authalic latitude: 891,115 m²
  const square = { type: 'Polygon', coordinates: [[[12, 44], [12.01, 44], [12.01, 44.01], [12, 44.01], [12, 44]]] }
  ok(Math.abs(areaOf(square) / 891115 - 1) < 0.003)
  const holed = { type: 'MultiPolygon', coordinates: [[square.coordinates[0], [[12.002, 44.002], [12.002, 44.004], [12.004, 44.004], [12.004, 44.002], [12.002, 44.002]]]] }
  ok(Math.abs(areaOf(holed) / areaOf(square) - 0.96) < 0.001)
}

export function theSecretOfALinkOpensTheOwnersPageAndNoOther() {
  const token = '17.' + 'a'.repeat(43)
  equal(fromHash(`#place=offer&question=${token}`).question, token)
  equal(fromHash(`#place=offer&question=javascript:alert(1)`).question, null)
  equal(fromHash(`#place=map&question=${token}`).question, undefined)
  const state = { ...initialState, place: 'offer', offered: token }
  ok(toHash(state).includes(`offered=${token}`))
  ok(!toHash({ ...state, place: 'map' }).includes('offered='))
  ok(isStep({ ...state, offered: null }, state))
}
