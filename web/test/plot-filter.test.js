import { circle, circleOf, ringAround } from '/js/plots/filter/circle.js'
import { FIELDS, withCondition, withoutRest } from '/js/plots/filter/conditions.js'
import { readFilter } from '/js/plots/filter/reader.js'
import { writeFilter } from '/js/plots/filter/writer.js'
import { close, equal, ok } from './check.js'

const conditionsOf = (filter) => readFilter(filter).conditions
const restOf = (filter) => readFilter(filter).rest

export function asksForNothingByAnEmptyText() {
  equal(writeFilter({ conditions: {}, rest: [] }), '')
  equal(readFilter('  '), { conditions: {}, rest: [] })
}

export function writesWhatAPersonWouldWrite() {
  equal(writeFilter({ conditions: { status: { values: ['available'] }, area_m2: { min: 20000 }, permitted_activities: { values: ['logistics', 'craft'] } } }),
    "area_m2 >= 20000 AND status = 'available' AND A_OVERLAPS(permitted_activities, ('logistics', 'craft'))")
  equal(writeFilter({ conditions: { price_eur: { max: 1e6, unknown: true }, in_logistics_zone: true } }), '(price_eur <= 1000000 OR price_eur IS NULL) AND in_logistics_zone = TRUE')
}

export function readsBackAThousandRandomForms() {
  const random = randomFrom(20261122)
  for (let i = 0; i < 1000; i++) {
    const conditions = Object.fromEntries(FIELDS.filter(() => random() < 0.3).map((field) => [field.key, (field.numeric ? { values: ['12', ...some(random, '7')], ...unknown(random) } : VALUES[field.kind](random))]))
    const rest = random() < 0.3 ? ["acoustic_class = 5 OR name LIKE 'a AND b%'", 'NOT divisible'].slice(0, 1 + Math.floor(random() * 2)) : []
    const filter = writeFilter({ conditions, rest })
    const read = readFilter(filter)
    equal(sorted(read.conditions), sorted(conditions))
    equal(writeFilter(read), filter)
  }
}

export function readsWhatSomebodyWroteByHand() {
  equal(conditionsOf('area_m2>=20000 and area_m2 <= 5e4'), { area_m2: { min: 20000, max: 50000 } })
  equal(conditionsOf('area_m2 BETWEEN 100 AND 200 AND "rail_siding"'), { area_m2: { min: 100, max: 200 }, rail_siding: true })
  equal(conditionsOf("(status IN ('available'))"), { status: { values: ['available'] } })
  equal(conditionsOf('zone_id IN (3, 5)'), { zone_id: { values: ['3', '5'] } })
  equal(restOf("zone_id = '3'"), ["zone_id = '3'"])
  equal(conditionsOf('status IS NULL'), { status: { values: [], unknown: true } })
}

export function keepsWhatTheFormHasNoFieldForWordForWord() {
  equal(restOf("area_m2 > 5 AND status <> 'sold'"), ['area_m2 > 5', "status <> 'sold'"])
  equal(restOf("status = 'sold' OR area_m2 >= 5"), ["status = 'sold' OR area_m2 >= 5"])
  equal(readFilter("area_m2 >= 1 AND (status = 'a' OR divisible) AND area_m2 >= 2"), { conditions: { area_m2: { min: 1 } }, rest: ["(status = 'a' OR divisible)", 'area_m2 >= 2'] })
  equal(restOf('available_from IS NULL'), ['available_from IS NULL'])
  equal(restOf("name = 'never closed"), ["name = 'never closed"])
  equal(restOf('S_WITHIN(geometry, BBOX(1, 2, 3, 4))'), ['S_WITHIN(geometry, BBOX(1, 2, 3, 4))'])
}

export function joinsAnAlternativeSoThatItTakesNothingElseAlong() {
  const question = withCondition(readFilter("status = 'sold' OR acoustic_class = 5"), 'area_m2', { min: 5 })
  equal(writeFilter(question), "area_m2 >= 5 AND (status = 'sold' OR acoustic_class = 5)")
  equal(readFilter(writeFilter(question)).rest, ["(status = 'sold' OR acoustic_class = 5)"])
  equal(writeFilter(withoutRest(question, 0)), 'area_m2 >= 5')
}

export function quotesWhatIsDangerous() {
  const words = "l'a \\ 100% a_b"
  equal(conditionsOf(writeFilter({ conditions: { words } })), { words })
  equal(conditionsOf(writeFilter({ conditions: { status: { values: ["a' OR 'b"] } } })), { status: { values: ["a' OR 'b"] } })
}

export function emptyingAFieldRemovesItsCondition() {
  const question = readFilter("area_m2 >= 5 AND status = 'sold'")
  equal(writeFilter(withCondition(question, 'area_m2', {})), "status = 'sold'")
  equal(writeFilter(withCondition(question, 'status', { values: [] })), 'area_m2 >= 5')
}

export function aCircleIsReadBackFromItsRing() {
  const wanted = circle(10.02461234, 45.13331234, 5049)
  equal(wanted, { longitude: 10.0246, latitude: 45.1333, metres: 5000 })
  const ring = ringAround(wanted)
  equal(circleOf(ring), wanted)
  equal(circleOf(ring.map(([x, y]) => [x + 0.001, y * 1.0001])), null)
  const [, north] = ring[0]
  close(((north - 45.1333) * Math.PI * 6371008.8) / 180, 5000, 1)
  ok(ring.every(([x, y]) => x === Number(x.toFixed(5)) && y === Number(y.toFixed(5))))
}

const some = (random, ...values) => values.filter(() => random() < 0.5)
const unknown = (random) => (random() < 0.3 ? { unknown: true } : {})
const degrees = (random, from, to) => Number((from + random() * (to - from)).toFixed(5))
const VALUES = {
  range: (random) => ({ ...[{ min: 0 }, { max: 0.55 }, { min: Math.round(random() * 1e6), max: 2e9 }][Math.floor(random() * 3)], ...unknown(random) }),
  codes: (random) => ({ values: ['x', ...some(random, "o'y", 'z AND (')], ...unknown(random) }),
  list: (random) => ({ values: ['28', ...some(random, '52', 'a,b')], ...unknown(random) }),
  flag: () => true,
  day: (random) => ({ by: `2027-0${1 + Math.floor(random() * 9)}-15`, ...unknown(random) }),
  words: (random) => ['capannone', "via dell'Artigianato 5%", 'à_b \\'][Math.floor(random() * 3)],
  shape: (random) => (random() < 0.5 ? { box: [degrees(random, -9, 9), degrees(random, 40, 44), degrees(random, 10, 12), degrees(random, 45, 47)] }
    : { ring: [[9.5, 44.5], [10.25, 44.5], [-10.12345, 45.5], [9.5, 44.5]] }),
  around: (random) => circle(degrees(random, 7, 13), degrees(random, 44, 46), 500 + random() * 50_000),
}

function randomFrom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const sorted = (conditions) => Object.fromEntries(Object.entries(conditions).sort(([a], [b]) => a.localeCompare(b)).map(([key, value]) => [key, typeof value === 'object' ? Object.fromEntries(Object.entries(value).sort()) : value]))
