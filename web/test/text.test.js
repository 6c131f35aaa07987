import { day, number, valueText, withUnit } from '/js/text/format.js'
import { language, t, useLanguage, useWords } from '/js/text/text.js'
import { inLanguage } from '/js/panels/items.js'
import { createCatalogue, inScale, paintingOrder } from '/js/state/catalogue.js'
import { inkOn, legendRows, styleOf } from '/js/state/style.js'
import { equal, ok } from './check.js'

const words = { it: { lots: { one: '{count} lotto', other: '{count} lotti' }, yes: 'Sì', no: 'No' }, en: { lots: { one: '{count} plot', other: '{count} plots' }, yes: 'Yes', no: 'No' } }
const speak = (language) => useLanguage(language, async (one) => words[one])

export async function choosesThePluralFormOfTheLanguage() {
  await speak('it')
  equal([t('lots', { count: 1 }), t('lots', { count: 41 })], ['1 lotto', '41 lotti'])
}

export async function showsAMissingKeyInsteadOfNothing() {
  await speak('en')
  equal(t('no.such.key'), 'no.such.key')
}

export async function writesNumbersAndUnitsAsTheLanguageDoes() {
  await speak('it')
  equal([withUnit(12500.5, 'm²'), withUnit(85.5, '€/m²'), withUnit(60, '%'), withUnit(8823, 'm²')], ['12.500,5\u00a0m²', '85,50\u00a0€/m²', '60%', '8.823\u00a0m²'])
  await speak('en')
  equal(withUnit(12500.5, 'm²'), '12,500.5\u00a0m²')
}

export async function leavesYearsUngrouped() {
  await speak('en')
  equal([number(2026), number(12026)], ['2026', '12,026'])
}

export async function aDayStaysTheSameDayInEveryTimeZone() {
  await speak('it')
  equal(day('2026-01-01'), '1 gennaio 2026')
}

export async function translatesCodesBooleansAndLists() {
  await speak('it')
  const catalogue = createCatalogue({ groups: [], sections: [], layers: [], codeLists: { use: [{ value: 'craft', title: { it: 'Artigianato', en: 'Craft' } }] } })
  equal(valueText({ type: 'text_list', codes: 'use' }, ['craft', 'unheard'], catalogue), 'Artigianato, unheard')
  equal(valueText({ type: 'boolean' }, false, catalogue), 'No')
}

export async function readsAJsonItemInTheChosenLanguage() {
  await speak('en')
  equal([...inLanguage({ name_it: 'Zona', name_en: 'Zone', act: 'DPCM', until: null })], [['name', 'Zone'], ['act', 'DPCM']])
}

export function aValuesStyleLiesOverTheDefault() {
  const style = { by: 'status', default: { fill: '#aaaaaa', strokeWidth: 2 }, values: { sold: { fill: '#111111' } } }
  equal(styleOf(style, { status: 'sold' }), { fill: '#111111', strokeWidth: 2 })
  equal(styleOf(style, { status: 'odd' }), style.default)
}

export function theLegendNamesTheUnknownOnlyWhereTheDescriptorDoes() {
  equal(legendRows({ by: 'a', default: {}, values: { x: {} } }).map(({ value }) => value), ['x'])
  equal(legendRows({ by: 'a', default: { label: { it: 'Non noto' } }, values: { x: {} } }).map(({ value }) => value), ['x', null])
}

export function writesWithTheInkThatReadsBetter() {
  equal([inkOn('#14532d'), inkOn('#f5e663')], ['#ffffff', '#17202a'])
}

export function paintsAreasBelowLinesBelowPointsAndThematicBelowCore() {
  const layer = (id, geometry, kind, order) => ({ id, geometry, kind, order })
  const order = paintingOrder([layer('company', 'point', 'core', 70), layer('plot', 'polygon', 'core', 30), layer('flood', 'polygon', 'thematic', 200), layer('railway', 'line', 'thematic', 110)])
  equal(order.map(({ id }) => id), ['flood', 'plot', 'railway', 'company'])
}

export function aLayerIsInScaleWhenItsTilesAre() {
  ok(!inScale({ display: { minZoom: 8 } }, 8))
  ok(inScale({ display: { minZoom: 8 } }, 9))
}

/** Files that come when the test says so, by name. */
function slowFiles() {
  const held = new Map()
  const load = (name) => new Promise((resolve, reject) => held.set(name, { come: () => resolve({ [`${name}.word`]: name }), fail: () => reject(new Error('no answer')) }))
  return { load, of: (name) => held.get(name), asked: () => [...held.keys()].sort() }
}
const settled = () => new Promise((done) => setTimeout(done))

export async function theLanguageChosenLastIsSpokenHoweverLateAnotherComes() {
  await speak('it')
  const files = slowFiles()
  const french = useLanguage('x1', files.load)
  const german = useLanguage('x2', files.load)
  for (const name of files.asked().filter((one) => one.includes('x2'))) files.of(name).come()
  equal(await german, true)
  for (const name of files.asked().filter((one) => one.includes('x1'))) files.of(name).come()
  equal(await french, false)
  equal([language(), document.documentElement.lang], ['x2', 'x2'])
  await speak('it')
}

export async function wordsOfAPageThatOpensWhileTheLanguageChangesComeInTheNewOne() {
  await speak('it')
  const files = slowFiles()
  const switching = useLanguage('x3', files.load)
  const opening = useWords('late', files.load)
  files.of('late.it').come()
  await settled()
  for (let i = 0; i < 3; i++) {
    for (const name of files.asked().filter((one) => one.endsWith('x3'))) files.of(name).come()
    await settled()
  }
  await Promise.all([switching, opening])
  equal([language(), t('late.x3.word')], ['x3', 'late.x3'])
  await useLanguage('it', async () => words.it)
}

export async function aLanguageThatDoesNotComeLeavesThePresentOne() {
  await speak('it')
  const files = slowFiles()
  const switching = useLanguage('x4', files.load)
  for (const name of files.asked()) files.of(name).fail()
  let failed = false
  await switching.catch(() => (failed = true))
  equal([failed, language(), t('yes')], [true, 'it', 'Sì'])
}
