import { lineOf } from '/js/energy/rules/faults.js'
import { timeline } from '/js/energy/rules/timeline.js'
import { causesOf, changeOf, dayBefore, holdsOn } from '/js/energy/eligible/asking.js'
import { citation, share, today } from '/js/energy/texts.js'
import { compareVerdicts } from '/js/energy/verdict/comparing.js'
import { reachOf } from '/js/energy/verdict/findings.js'
import { readArea } from '/js/energy/verdict/reading.js'
import { askEnergy, openEnergyView } from '/js/state/energy.js'
import { showSideLayers, sideMapLayers } from '/js/state/side.js'
import { fromHash, isStep, toHash } from '/js/state/permalink.js'
import { goToPlace, initialState } from '/js/state/view.js'
import { equal, ok } from './check.js'

const energy = goToPlace(initialState, 'energy')
const square = (west, south) => [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]]

export function whatIsAskedStandsInTheLinkAndComesBack() {
  const asked = askEnergy(energy, { technology: 'agripv', date: '2025-11-22', project: ['cer'], verdict: 'ab12-9' })
  const hash = toHash(asked)
  ok(hash.startsWith('#place=energy&'))
  equal(['view', 'technology', 'date', 'project', 'verdict'].map((key) => new URLSearchParams(hash.slice(1)).get(key)), ['verdict', 'agripv', '2025-11-22', 'cer', 'ab12-9'])
  equal(fromHash(hash).energy, asked.energy)
  ok(!toHash(goToPlace(asked, 'map')).includes('technology='))
}

export function theTimeMachineStandsInTheLinkOfItsTab() {
  const asked = askEnergy(openEnergyView(energy, 'eligible'), { from: '2025-11-21', to: '2025-11-22' })
  equal(fromHash(toHash(asked)).energy, asked.energy)
  ok(!toHash(openEnergyView(asked, 'rules')).includes('from='))
}

export function whatMakesNoSenseIsLeftOut() {
  const { energy: read } = fromHash('#place=energy&view=moon&technology=coal&date=2026-02-30&project=cer,war&verdict=<b>&item=it-190-2024@1')
  equal(read, { ...initialState.energy, project: ['cer'], item: 'it-190-2024@1' })
}

export function anotherTabAndAnotherVerdictAreSteps() {
  ok(isStep(energy, openEnergyView(energy, 'rules')))
  ok(isStep(energy, askEnergy(energy, { verdict: 'a' })))
  ok(!isStep(energy, askEnergy(energy, { technology: 'wind' })))
}

export function whatATabAsksForIsDrawnOverTheLand() {
  const shown = showSideLayers({ ...energy, layers: ['industrial_zone', 'company', 'plot', 'eligible_area'].map((id) => ({ id, opacity: 1 })) }, [{ id: 'plot', opacity: 1, filter: 'x' }])
  equal(sideMapLayers(shown), [{ id: 'industrial_zone', opacity: 1 }, { id: 'plot', opacity: 1, filter: 'x' }])
}

export function severalAreasOfAFileAreOne() {
  const feature = (geometry) => ({ type: 'Feature', properties: {}, geometry })
  const area = (west) => ({ type: 'Polygon', coordinates: square(west, 45) })
  const text = (...geometries) => JSON.stringify({ type: 'FeatureCollection', features: geometries.map(feature) })
  equal(readArea(text(area(9), area(11))), { geometry: { type: 'MultiPolygon', coordinates: [square(9, 45), square(11, 45)] } })
  equal(readArea(text(area(9))), { geometry: area(9) })
  equal(readArea('POLYGON((9 45, 10 45, 10 46, 9 45))').geometry.type, 'Polygon')
}

export function whatIsNoAreaIsRefusedWithItsReason() {
  equal(readArea('here').fault, 'unread')
  equal(readArea('{"type":"Point","coordinates":[9,45]}').fault, 'kind')
  equal(readArea('SRID=32632;POLYGON((500000 4980000, 500100 4980000, 500100 4980100, 500000 4980000))').fault, 'system')
  equal(readArea('POLYGON((500000 4980000, 500100 4980000, 500100 4980100, 500000 4980000))').fault, 'outside')
}

export function aRuleThatTakesAwayActsWhereItIsNotPassed() {
  equal(reachOf({ effect: 'include', outcome: 'PASS' }), 'all')
  equal(reachOf({ effect: 'include', outcome: 'fail' }), 'none')
  equal(reachOf({ effect: 'permit_only', outcome: 'FAIL' }), 'all')
  equal(reachOf({ effect: 'warn', outcome: 'PASS' }), 'none')
  equal(reachOf({ effect: 'unsuitable', outcome: 'PART' }), 'part')
  equal(reachOf({ effect: 'allow', outcome: 'UNKNOWN' }), 'unknown')
}

const rule = (ruleset, name, outcome, m2, effect = 'include') => ({ ruleset, version: 1, status: 'DRAFT', rule: name, title: { it: name, en: name }, effect, outcome, m2 })

export function twoDatesDifferInAreasAndInTheRulesThatMakeIt() {
  const before = { result: 'SUITABLE', parts: [{ result: 'SUITABLE', m2: 800 }, { result: 'SUITABLE', m2: 200 }],
    rules: [rule('old', 'belt', 'PASS', 1000), rule('old', 'motorway', 'PART', 200), rule('old', 'quarry', 'FAIL', 0)] }
  const after = { result: 'GROUND_PV_FORBIDDEN', parts: [{ result: 'SUITABLE', m2: 200 }, { result: 'GROUND_PV_FORBIDDEN', m2: 800 }],
    rules: [rule('new', 'motorway', 'PART', 200), rule('new', 'farmland', 'PART', 800, 'permit_only')] }
  const { same, areas, rules } = compareVerdicts(before, after)
  ok(!same)
  equal(areas, [{ result: 'SUITABLE', before: 1000, after: 200 }, { result: 'GROUND_PV_FORBIDDEN', before: 0, after: 800 }])
  equal(rules.map((one) => [one.rule, one.before?.reach ?? null, one.after?.reach ?? null]), [['belt', 'all', null], ['farmland', null, 'part']])
  ok(compareVerdicts(before, before).same)
  equal(compareVerdicts(before, before).rules, [])
}

export function anOpenDateReachesTheEdgeOfTheLineOfTime() {
  const { bars, now, years } = timeline([{ from: null, to: '2025-11-22' }, { from: '2025-11-22', to: null }], '2026-03-01')
  equal([bars[0].from, bars[1].to], [0, 1])
  equal(bars[0].to, bars[1].from)
  ok(now > bars[1].from && now < 1)
  equal(years.map(({ year }) => year), [2026])
}

export function aDayIsAskedOverTheDaysOnWhichAnAreaHolds() {
  equal(holdsOn('wind', '2026-03-01'), "technology='wind' AND (valid_from IS NULL OR valid_from <= DATE('2026-03-01')) AND (valid_to IS NULL OR valid_to > DATE('2026-03-01'))")
  equal(dayBefore('2026-03-01'), '2026-02-28')
  const days = ['2024-05-16', '2025-11-22']
  equal([changeOf(days, '2025-11-21', '2025-11-22'), changeOf(days, '2025-01-01', '2025-11-22')], [1, -1])
}

export function areasThatChangeForTheSameReasonAreOneLine() {
  const feature = (id, change, was, m2) => ({ geometry: { type: 'Polygon', coordinates: square(id, 45) }, properties: { change, before: { result: 'SUITABLE', basis: was }, after: { result: 'ORDINARY', basis: [] }, m2 } })
  const causes = causesOf([feature(1, 'lost', ['a/x'], 10), feature(2, 'lost', ['a/y'], 100), feature(3, 'lost', ['a/x'], 20)])
  equal(causes.map(({ m2, geometries }) => [m2, geometries.map(({ coordinates }) => coordinates[0][0][0])]), [[100, [2]], [30, [1, 3]]])
}

export function aFaultIsFoundInTheTextOfItsRule() {
  const text = 'ruleset: x\nvalid: {from: 2026-01-01}\nrules:\n  - id: one\n    buffer_m: 1\n  - id: two\n    buffer_m: -5\n'
  const line = (fault) => { const { from, to } = lineOf(text, fault); return text.slice(from, to).trim() }
  equal(line({ rule: 'two', path: 'buffer_m' }), 'buffer_m: -5')
  equal(line({ rule: '#1', path: 'title' }), '- id: one')
  equal(line({ rule: null, path: 'valid.from' }), 'valid: {from: 2026-01-01}')
}

export function whatIsMoreThanNothingNeverReadsAsNothing() {
  ok(share(0.0001).startsWith('<'))
  ok(share(0.99999).startsWith('>'))
  equal(share(0), '0%')
  equal(citation(null), null)
  equal(today(new Date('2025-11-21T23:30:00Z')), '2025-11-22')
}
