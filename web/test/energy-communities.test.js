import { niceScale } from '/js/energy/communities/charts.js'
import { comparisonRows, measuresOf } from '/js/energy/communities/comparison.js'
import { clockOf, seasonOf, typicalDays } from '/js/energy/communities/days.js'
import { matching } from '/js/energy/communities/candidates.js'
import { mergeScenarios, resolve } from '/js/energy/communities/merging.js'
import { addMember, addPlant, changePlant, documentOf, dropMember, memberOfCompany, missing, newScenario, plantOfCandidate, scenarioOf, setParameter } from '/js/energy/communities/model.js'
import { createBook } from '/js/state/book.js'
import { hourMeans } from '/js/energy/communities/prices.js'
import { hoursOf, readSeries } from '/js/energy/communities/series.js'
import { questionOf } from '/js/energy/potential/question.js'
import { chartOf, computedIsFar, largestComputed, sumOf } from '/js/energy/targets/figures.js'
import { close, equal, ok } from './check.js'

const scenario = () => newScenario({ name: 'A', year: 2026, territory: 'cremona', builder: { substation: 'AC999E00001' } })
const plant = { name: 'Roof', kw: 100, commissioned: '2026-03-01', technology: 'pv_roof', feature: 'company/7' }
const member = { name: 'Firm', kind: 'sme', annualKwh: 90_000, archetype: 'one_shift', feature: 'company/7' }
const year = (value) => Array(8760).fill(value).join('\n')

export function rowsGetIdsAndTheAreaThatIsChosenAndAFeatureIsTakenOnce() {
  const once = addMember(addPlant(scenario(), plant), member)
  const twice = addPlant(addMember(once, member), plant)
  equal([twice.plants.length, twice.members.length], [1, 1])
  equal([twice.plants[0].id, twice.plants[0].substation, twice.members[0].id], ['P1', 'AC999E00001', 'M1'])
  const typed = addPlant(addPlant(once, { name: 'x' }), { name: 'y' })
  equal(typed.plants.map(({ id }) => id), ['P1', 'P2', 'P3'])
}

export function aPlantLosesTheMeterOfAMemberWhoLeaves() {
  const behind = changePlant(addMember(addPlant(scenario(), plant), member), 'P1', { member: 'M1' })
  equal(dropMember(behind, 'M1').plants[0].member, null)
}

export function whatIsMissingIsNamedByRowAndAMeasuredLoadNeedsNoArchetype() {
  equal(missing(scenario()).map(({ field }) => field), ['plants', 'members'])
  const begun = addMember(addPlant(scenario(), { ...plant, kw: null }), { ...member, kind: null, annualKwh: null })
  equal(missing(begun).map(({ id, field }) => `${id} ${field}`), ['P1 kw', 'M1 kind', 'M1 annualKwh'])
  equal(missing(addMember(addPlant(scenario(), plant), { kind: 'person', hourly: [1] })), [])
}

export function theDocumentHoldsWhatIsKnownAndComesBackAsTheSameScenario() {
  const made = addMember(addPlant(scenario(), plant), { ...member, hourly: [1, 2] })
  const document = documentOf(made)
  ok(!('name' in document) && !('annualKwh' in document.members[0]) && !('established' in document))
  const back = scenarioOf({ name: 'A', document })
  equal(documentOf(back), document)
  equal(back.builder.substation, 'AC999E00001')
}

export function companiesOfUnknownSizeHaveToBeLookedAtAndLargeOnesAreSaidToBeLarge() {
  equal(memberOfCompany({ feature: 'company/1', name: 'X', kind: 'large_firm', annualKwh: 5 }).kind, 'large_firm')
  equal(memberOfCompany({ feature: 'company/1' }).kind, null)
  equal(plantOfCandidate({ feature: 'company/1', name: 'X', roofM2: 900, roofKwp: 90.04 }).kw, 90)
  const built = plantOfCandidate({ feature: 'energy_area/2', technology: 'pv_ground', marking: 'built', kwp: 500, kwhYear: 600_000, areaM2: 7000 })
  equal([built.kw, built.yield, built.existing, built.technology, built.areaM2], [500, 1200, true, 'pv_ground', 7000])
}

export function aParameterThatIsTakenBackIsTheServersOwn() {
  const chosen = setParameter(scenario(), 'alpha', 0.5)
  equal(chosen.parameters, { alpha: 0.5 })
  equal(setParameter(chosen, 'alpha', null).parameters, {})
}

export function stepsAreTakenBackAndWhoDrawsListsHearsOfIt() {
  const book = createBook(scenario())
  const heard = []
  const { signal } = new AbortController()
  book.watch('shape', () => heard.push('shape'), signal)
  book.watch('any', () => heard.push('any'), signal)
  book.reshape(addPlant, plant)
  book.change(changePlant, 'P1', { kw: 120 })
  equal(heard, ['shape', 'any', 'any'])
  book.undo()
  equal(book.get().plants[0].kw, 100)
  book.undo()
  equal([book.get().plants.length, book.canUndo, book.canRedo], [0, false, true])
}

export function aYearOfHoursIsReadInEveryUsualForm() {
  close(readSeries(year('1,5'), { year: 2026 }).values.reduce((sum, value) => sum + value), 8760 * 1.5)
  equal(readSeries(`kWh\n${year('1.234,5')}`, { year: 2026 }).values[0], 1234.5)
  equal(readSeries(`\uFEFFdata;valore\r\n${Array(8760).fill('x;"2.5"').join('\r\n')}\r\n`, { year: 2026 }).problems, [])
  const quarters = readSeries(Array(35_040).fill('0.25').join('\n'), { year: 2026 })
  equal([quarters.step, quarters.problems.length, quarters.values.length], [15, 0, 35_040])
  equal(readSeries(`kW\n${Array(35_040).fill('4').join('\n')}`, { year: 2026 }).values[0], 1)
  equal([hoursOf(2026), hoursOf(2028), hoursOf(2100)], [8760, 8784, 8760])
}

export function whatIsWrongInAFileIsToldByRow() {
  const lines = year('1').split('\n')
  lines[4] = 'abc'
  lines[9] = '-3'
  equal(readSeries(lines.join('\n'), { year: 2026 }).problems.map(({ row, kind }) => `${row} ${kind}`), ['5 number', '10 negative'])
  equal(readSeries(lines.join('\n').replace('abc', '1'), { year: 2026, negative: true }).problems, [])
  const short = readSeries(lines.slice(20).join('\n'), { year: 2026 }).problems
  equal([short[0].kind, short[0].got, short[0].expected], ['count', 8740, 8760])
  equal(readSeries('', { year: 2026 }).problems[0].kind, 'empty')
}

export function timesOfAFileFollowEachOtherWithTheHoursThatSummerTimeTakesAndGives() {
  const local = (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' ')
  const hours = Array.from({ length: 8760 }, (_, i) => Date.UTC(2026, 0, 1) + i * 3_600_000)
  const spring = Date.UTC(2026, 2, 29, 2)
  const autumn = Date.UTC(2026, 9, 25, 3)
  const rows = hours.map((time) => `${local(time + (time >= spring && time < autumn - 3_600_000 ? 3_600_000 : 0))};1`)
  equal(readSeries(rows.join('\n'), { year: 2026 }).problems, [])
  ok(rows.some((row, i) => rows[i + 1]?.slice(0, 16) === row.slice(0, 16)), 'the hour that comes twice')
  const wrong = [...rows]
  ;[wrong[100], wrong[101]] = [wrong[101], wrong[100]]
  equal(readSeries(wrong.join('\n'), { year: 2026 }).problems.map(({ kind }) => kind), ['order', 'order', 'order'])
  equal(readSeries(rows.join('\n'), { year: 2027 }).problems.map(({ kind }) => kind), ['begin'])
}

export function aYearOf24HoursOnEveryDayIsAnHourOffInSummerUnlessItSaysItsDistanceFromUtc() {
  const at = (i) => new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString().slice(0, 16)
  const rows = (end) => Array.from({ length: 8760 }, (_, i) => `${at(i)}${end};1`).join('\n')
  equal(readSeries(rows(''), { year: 2026 }).problems.map(({ row, kind }) => `${row} ${kind}`), ['2091 summer', '7132 winter'])
  equal(readSeries(rows('+01:00'), { year: 2026 }).problems, [])
  equal(readSeries(rows('Z'), { year: 2026 }).problems.map(({ kind }) => kind), ['begin'])
}

export function thousandsAndDecimalsAreWhatTheWholeFileMakesThem() {
  const values = (first) => readSeries(`kWh\n${first}\n${'2,5\n'.repeat(8758)}0,123`, { year: 2026 })
  equal([values('1.234').values[0], values('1.234,5').values[0], values('12.5').values[0]], [1234, 1234.5, 12.5])
  equal(values('0.123').values[0], 0.123)
  equal(readSeries(`ora;kWh\nx;1,234\n${'x;2.5\n'.repeat(8759)}`, { year: 2026 }).values[0], 1234)
  equal(readSeries(`kWh\n${year('1.234')}`, { year: 2026 }).values[0], 1.234)
}

export function anEmptyColumnAtTheEndIsNoValue() {
  equal(readSeries(`ora;kWh;\n${Array(8760).fill('x;3,5;').join('\n')}`, { year: 2026 }).values[0], 3.5)
  equal(readSeries(`ora;kWh\n${Array(8760).fill('x;').join('\n')}`, { year: 2026 }).problems[0].kind, 'number')
}

export function aDayInSpringHas23HoursAndOneInAutumn25() {
  const clock = clockOf(2026)
  equal([clock.length, clock[0], clock.at(-1)], [8760, { month: 0, hour: 0 }, { month: 11, hour: 23 }])
  const march = clock.filter(({ month }) => month === 2).length
  const october = clock.filter(({ month }) => month === 9).length
  equal([march, october], [31 * 24 - 1, 31 * 24 + 1])
  equal([0, 2, 5, 8, 11].map(seasonOf), ['winter', 'spring', 'summer', 'autumn', 'winter'])
  const days = typicalDays(clock.map(({ hour }) => hour), 2026)
  equal(days.summer, Array.from({ length: 24 }, (_, hour) => hour))
}

export function changesThatDoNotTouchAreMergedAndOthersAreDecided() {
  const base = addMember(addPlant(scenario(), plant), member)
  const mine = { ...changePlant(base, 'P1', { kw: 120 }), name: 'Mine' }
  const theirs = addMember({ ...changePlant(base, 'P1', { kw: 150 }), year: 2027 }, { name: 'New' })
  const { merged, conflicts } = mergeScenarios(base, mine, theirs)
  equal([merged.name, merged.year, merged.members.length], ['Mine', 2027, 2])
  equal(conflicts.map(({ key, id }) => `${key} ${id}`), ['plants P1'])
  equal([resolve(merged, []).plants[0].kw, resolve(merged, conflicts).plants[0].kw], [120, 150])
  const removed = mergeScenarios(base, { ...base, plants: [] }, changePlant(base, 'P1', { kw: 150 }))
  equal([removed.conflicts.length, removed.merged.plants.length, resolve(removed.merged, removed.conflicts).plants.length], [1, 0, 1])
  equal(mergeScenarios(base, { ...base, plants: [] }, base).merged.plants, [])
}

export function scenariosDifferOnlyInWhatIsReallyDifferentAndWhatIsNotKnownIsNoNumber() {
  const answer = (shared, payback) => ({ totals: { productionKwh: 10, selfConsumedKwh: 2, sharedKwh: shared, sharedShare: shared / 8 }, economics: { areaM2: 0, powerKw: 5, investmentEur: 100, incomeEur: 10, paybackYears: payback, co2Kg: 1 },
    incentives: [{ id: 'tip', eur: 3 }, { id: 'arera', eur: 1 }, { id: 'sale', eur: 50 }, { id: 'threshold_excess', eur: 2, partOf: 'tip' }] })
  const rows = comparisonRows([measuresOf(scenario(), answer(4, 9)), measuresOf(scenario(), answer(6)), null])
  const row = (name) => rows.find(({ measure }) => measure === name)
  equal([row('sharedKwh').differs, row('sharedKwh').best], [true, [false, true, false]])
  equal([row('powerKw').differs, row('incentivesEur').values], [false, [4, 4, null]])
  equal(row('areaM2').values, [null, null, null])
  equal(row('paybackYears').values, [9, null, null])
}

export function searchingKnowsNoAccents() {
  equal(matching([{ name: 'Città' }, { name: 'Acme' }], 'citta').length, 1)
}

export function scalesAreRound() {
  equal([niceScale(0), niceScale(47), niceScale(1234)], [{ step: 1, count: 1 }, { step: 10, count: 5 }, { step: 250, count: 5 }])
}

export function pricesOfQuartersBecomeThoseOfTheirHours() {
  equal(hourMeans([1, 2, 3, 4, 0, 0, 0, 8]), [2.5, 2])
}

export function aSurfaceIsAskedAboutByNumberOrByShapeAndAnEmptiedParameterIsTheServersOwn() {
  equal(questionOf({ from: 'number', areaM2: 900, case: 'roof', territory: 'cremona', parameters: { tilt: null, lossPercent: 10 } }), { areaM2: 900, territory: 'cremona', case: 'roof', parameters: { lossPercent: 10 } })
  equal(questionOf({ from: 'area', area: { geometry: 1 }, case: 'roof', territory: 'cremona', parameters: {} }), { geometry: 1, case: 'roof' })
  equal([questionOf({ from: 'area', area: null, case: 'roof', parameters: {} }), questionOf({ from: 'number', areaM2: null, case: 'roof', parameters: {} })], [null, null])
}

export function targetsStandBesideWhatThereIsAndComputedPotentialIsNotAddedUp() {
  const stage = (mw) => ({ areas: 1, mw })
  const technologies = [{ technology: 'pv_roof', computed: { m2: 10, mw: 30 }, marked: stage(1), approved: stage(2), built: stage() }, { technology: 'agripv', computed: { m2: 10, mw: 50 }, marked: stage(4), approved: stage(), built: stage() }]
  equal([sumOf(technologies, 'marked', 'mw'), sumOf(technologies, 'built', 'mw'), largestComputed(technologies, 'mw')], [5, null, 50])
  const { groups, bars } = chartOf([{ year: 2030, mw: 40 }, { year: 2035, gwh: 1 }], { date: '2026-11-22', technologies }, 'mw')
  equal(groups, ['2026', '2030'])
  equal(bars.find(({ look }) => look === 'target').values, [null, 40])
  equal(bars.find(({ look }) => look === 'approved').values, [2, null])
  equal([computedIsFar([], { technologies }, 'mw'), computedIsFar([{ year: 2030, mw: 40 }], { technologies }, 'mw')], [true, false])
  equal(chartOf([], { date: '2026-11-22', technologies }, 'mw', false).bars.some(({ look }) => look === 'computed'), false)
}
