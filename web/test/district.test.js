import { circles, figureText, questionOf, shares } from '/js/census/dashboard/figures.js'
import { firstOf } from '/js/state/territory.js'
import { equal } from './check.js'

const row = (figure, i = 0) => ({ figure, hidden: figure === undefined ? 'FEW' : undefined, by: { value: `${i}`, lon: 10 + i / 1000, lat: 45 } })
const text = ({ figure }) => `${figure ?? '?'}`

export function barsAreAsLongAsTheirFiguresAndWhatIsHiddenHasNone() {
  equal(shares([row(10), row(5), row(undefined)]), [1, 0.5, null])
  equal(shares([row(0)]), [0])
}

export function circlesHaveTheAreaOfTheirFigureAndHiddenOnesAreEmpty() {
  const shown = circles([row(40), row(10), row(undefined), { figure: 3, by: { value: 'none' } }], text, 30)
  equal(shown.circles.map(({ radius, isEmpty }) => [radius, isEmpty]), [[30, false], [15, false], [9, true]])
  equal(shown.signs.map((sign) => sign.text), ['40', '10'])
}

export function ofManyAreasThoseWithFiguresAreDrawnAndTheLargestAreNumbered() {
  const shown = circles(Array.from({ length: 1000 }, (_, i) => row(i % 2 ? i : undefined, i)), text)
  equal(shown.circles.length, 500)
  equal(shown.signs.length, 60)
  equal(shown.signs[0].text, '999')
}

export function whatIsAPropertyOfFirmsIsToldByAreaOnlyAndOneFilterAtATime() {
  const offer = { dimensions: [{ id: 'zone', kind: 'area' }, { id: 'size_class', kind: 'property' }], measures: [{ id: 'firms', kind: 'firms' }, { id: 'certified', kind: 'yes' }] }
  equal(questionOf({ territory: 't', by: 'zone', measure: 'certified', chain: 'paper', area: null }, offer).filter, null)
  equal(questionOf({ territory: 't', by: 'zone', measure: 'firms', chain: 'paper', size: 'micro', area: null }, offer).filter, 'production_chain:paper')
  const byProperty = questionOf({ territory: 't', by: 'size_class', measure: 'certified', chain: 'paper', area: 'zone:3' }, offer)
  equal([byProperty.measure, byProperty.filter], ['firms', 'zone:3'])
}

export function aFigureSaysWhyItIsNotThere() {
  equal(figureText({ hidden: 'FEW' }, { k: 5 }), 'district.fewer')
  equal(figureText({ hidden: 'COMPLEMENT', firms: undefined }), 'district.notShown')
}

export function theFiguresOfThePlaceThatSomebodyLooksAtComeFirst() {
  const list = [{ code: 'canavese', box: [7, 45, 8, 46] }, { code: 'cremona', box: [9.5, 45, 10.5, 45.5] }]
  const territories = { list, around: ({ latitude, longitude }) => list.find(({ box: [west, south, east, north] }) => longitude >= west && longitude <= east && latitude >= south && latitude <= north) ?? null }
  const near = { latitude: 45.2, longitude: 10, zoom: 12 }
  const country = { latitude: 43, longitude: 10.1, zoom: 6 }
  equal(firstOf(territories, { view: near }, 'canavese'), 'cremona')
  equal(firstOf(territories, { view: country }, 'canavese'), 'canavese')
  equal(firstOf(territories, { view: country }, 'gone'), 'cremona')
  equal(firstOf(territories, { view: near, session: { account: { territory: 'canavese' } } }, null), 'canavese')
  equal(firstOf(territories, { view: near, territory: 'canavese' }, null), 'canavese')
  equal(firstOf({ list: [], around: () => null }, { view: near }, null), undefined)
}
