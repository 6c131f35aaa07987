import { fromHash, isStep, toHash } from '/js/state/permalink.js'
import { addStop, askRoads, dropStop, finishPicking, limitTo, moveStop, pickOnMap, putStop, reverseStops, sizeVehicle, travelAs, travelAt } from '/js/state/roads.js'
import { goToPlace, initialState } from '/js/state/view.js'
import { equal, ok } from './check.js'

const port = { lon: 9.985, lat: 45.139, name: 'Porto canale' }
const gate = { lon: 10.062, lat: 45.156, name: null }
const depot = { lon: 10.1, lat: 45.2, name: 'Deposito' }
const roads = goToPlace(initialState, 'roads')
const way = putStop(putStop(roads, 0, port), 1, gate)

export function aWayStandsInTheLinkAndComesBack() {
  const asked = travelAt(sizeVehicle(travelAs(way, 'coach'), 'height', 3.4), '2026-11-23T08:00')
  const hash = toHash(asked)
  ok(hash.startsWith('#place=roads&'))
  equal(new URLSearchParams(hash.slice(1)).get('route'), '9.98500,45.13900;10.06200,45.15600')
  equal(fromHash(hash).roads, asked.roads)
}

export function anAreaStandsInTheLinkAndComesBack() {
  const asked = limitTo(putStop(askRoads(roads, 'reach'), 'place', depot), [60, 20])
  equal(fromHash(toHash(asked)).roads, asked.roads)
  equal(asked.roads.minutes, [20, 60])
}

export function aStopThatIsStillToBeChosenStaysOpen() {
  equal(fromHash('#place=roads&route=10.1,45.2%3B&names=Deposito').roads.stops, [depot, null])
  equal(fromHash('#place=roads&route=10.1,45.2').roads.stops, [{ ...depot, name: null }, null])
}

export function whatMakesNoSenseIsLeftOut() {
  const { stops, profile, vehicle } = fromHash('#place=roads&route=x,y;200,95;10,45&profile=tank&vehicle=height:0,wings:3,mass:12,<b>:1').roads
  equal(stops, [null, null, { lon: 10, lat: 45, name: null }])
  equal([profile, vehicle], ['truck', { mass: 12 }])
  equal(fromHash('#place=roads&iso=10,45;0,9999,x').roads.minutes, [15, 30])
  for (const no of ['', 'noon', '2026-11-23', '2026-02-30T08:00', '2026-11-23T24:00', '2026-13-01T08:00', '0002-01-01T08:00', '2026-11-23T08:00Z']) equal(fromHash(`#place=roads&when=${no}`).roads.when, null)
}

export function anotherPlaceSaysNothingOfRoads() {
  ok(!toHash(goToPlace(way, 'map')).includes('route='))
}

export function stopsAreReordered() {
  const three = putStop(addStop(way), 2, depot)
  equal(moveStop(three, 2, -1).roads.stops, [port, depot, gate])
  equal(moveStop(three, 0, -1), three)
  equal(reverseStops(three).roads.stops, [depot, gate, port])
  equal(dropStop(three, 1).roads.stops, [port, depot])
  equal(dropStop(way, 0).roads.stops, [gate, null])
}

export function aClickOnTheMapFillsTheStopThatWaits() {
  equal(finishPicking(pickOnMap(way, 1), [10.3, 45.3]).roads.stops[1], { lon: 10.3, lat: 45.3, name: null })
  equal(finishPicking(pickOnMap(way, 1), null).roads, way.roads)
}

export function theOtherQuestionBeginsWhereTheFirstDid() {
  equal(askRoads(way, 'reach').roads.place, port)
  equal(askRoads(putStop(askRoads(roads, 'reach'), 'place', depot), 'route').roads.stops, [depot, null])
}

export function anotherWayIsAStepForTheBackButton() {
  ok(isStep(roads, way))
  ok(!isStep(way, sizeVehicle(way, 'mass', 12)))
}
