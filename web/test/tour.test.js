import { metresBetween, roughly, whereNow } from '/js/tour/now.js'
import { equal } from './check.js'

const days = [{
  start: { time: '2026-11-27T08:30:00+01:00' }, end: { time: '2026-11-27T12:00:00+01:00' },
  stops: [{ arrive: '2026-11-27T09:00:00+01:00', leave: '2026-11-27T10:00:00+01:00' }, { arrive: '2026-11-27T10:20:00+01:00', leave: '2026-11-27T11:30:00+01:00' }],
}, { start: { time: '2026-11-28T08:30:00+01:00' }, end: { time: '2026-11-28T09:00:00+01:00' }, stops: [] }]
const at = (text) => whereNow(days, new Date(text))

export function itSaysWhichStopComesNext() {
  equal(at('2026-11-26T08:00:00+01:00'), { day: 0, stop: 0, state: 'before' })
  equal(at('2026-11-27T08:45:00+01:00'), { day: 0, stop: 0, state: 'way' })
  equal(at('2026-11-27T09:30:00+01:00'), { day: 0, stop: 0, state: 'there' })
  equal(at('2026-11-27T10:10:00+01:00'), { day: 0, stop: 1, state: 'way' })
  equal(at('2026-11-27T11:45:00+01:00'), { day: 0, stop: -1, state: 'home' })
  equal(at('2026-11-27T20:00:00+01:00'), { day: 1, stop: -1, state: 'before' })
  equal(at('2026-11-29T00:00:00+01:00'), { day: -1, stop: -1, state: 'over' })
}

export function distancesAreMeasuredOnTheGlobe() {
  equal(Math.round(metresBetween([10, 45], [10, 46]) / 100), 1112)
  equal(Math.round(metresBetween([10, 60], [11, 60]) / 100), 556)
}

export function lengthsAreSaidAsPeopleSayThem() {
  const number = (value, digits) => value.toFixed(digits)
  equal([3, 944, 960, 9400, 12345].map((metres) => roughly(metres, number)), ['0 m', '940 m', '1.0 km', '9.4 km', '12 km'])
}
