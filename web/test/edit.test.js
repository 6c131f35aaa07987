import { createDraft } from '/js/edit/draft.js'
import { differences } from '/js/edit/differences.js'
import { checkAll, checkValue, joinFaults } from '/js/edit/local-checks.js'
import { compareShapes, compareThree, decide, mergedShape, mergedValues, openRows, sameShape } from '/js/edit/merging.js'
import { referenceControl } from '/js/edit/fields/reference.js'
import { createLookout } from '/js/edit/lookout.js'
import { readNumber, writeNumber } from '/js/edit/numbers.js'
import { createSaving } from '/js/edit/saving.js'
import { changedNames, propertiesOf, sameValue, sectionsOf } from '/js/edit/values.js'
import { mayPropose, openPast, openProposal, pickForComment, proposeChange, proposeNew } from '/js/state/edit.js'
import { finishPicking } from '/js/state/roads.js'
import { fromHash, isStep, toHash } from '/js/state/permalink.js'
import { createStore } from '/js/state/store.js'
import { initialState, meet, select } from '/js/state/view.js'
import { equal, ok } from './check.js'

const text = { name: 'name', type: 'text' }
const area = { name: 'area_m2', type: 'number', required: true }
const status = { name: 'status', type: 'text', codes: 'plot_status', required: true }
const CODES = [{ value: 'available' }, { value: 'sold' }]
const square = (west) => ({ type: 'Polygon', coordinates: [[[west, 44], [west + 1, 44], [west + 1, 45], [west, 44]]] })

export function numbersAreReadAsEachLanguageWritesThem() {
  equal([readNumber('1.250,5', 'it'), readNumber('1,250.5', 'en'), readNumber('1250,5', 'it'), readNumber('1250.5', 'it')], [1250.5, 1250.5, 1250.5, 1250.5])
  equal([readNumber('1.250', 'it'), readNumber('1.250', 'en'), readNumber('-3', 'it'), readNumber('−3', 'en')], [1250, 1.25, -3, -3])
  equal([readNumber('', 'it'), Number.isNaN(readNumber('tanti', 'it')), Number.isNaN(readNumber('1.2.3', 'it'))], [undefined, true, true])
}

export function aNumberIsWrittenWithEveryDigitThatIsKept() {
  equal(writeNumber(1234567.8901, 'it').replace(/\u00a0/g, ''), '1.234.567,8901')
  equal([writeNumber(2026, 'it'), writeNumber(null, 'it')], ['2026', ''])
  equal(readNumber(writeNumber(12345.678, 'en'), 'en'), 12345.678)
}

export function whatIsRequiredAndNotThereIsMissingAndNotWrong() {
  equal(checkValue(area, null, [])?.kind, 'missing')
  equal(checkValue(area, NaN, []).kind, 'wrong')
  equal(checkValue(text, null, []), null)
  equal(checkValue(status, 'lost', CODES).rule, 'attribute-unknown-code')
  equal(checkValue({ name: 'day', type: 'date' }, '2026-02-30', []).rule, 'attribute-wrong-type')
  equal(checkValue({ name: 'works', type: 'json' }, '[{', []).rule, 'attribute-wrong-type')
}

export function aFormWithoutADrawingSaysSoFirst() {
  equal(checkAll([area], { area_m2: 3 }, null, () => []).map(({ rule }) => rule), ['geometry-empty'])
  equal(checkAll([area], { area_m2: 3 }, square(9), () => []), [])
}

export function theSameFaultOfAFieldIsToldOnce() {
  const here = [checkValue(area, null, [])]
  const there = [{ rule: 'attribute-missing-required', attribute: 'area_m2', kind: 'missing', reason: 'x' }, { rule: 'geometry-overlaps', attribute: null, kind: 'wrong', reason: 'y' }]
  equal(joinFaults(here, there).map(({ rule }) => rule), ['attribute-missing-required', 'geometry-overlaps'])
}

export function valuesAreComparedWhateverTheOrderOfTheirKeys() {
  ok(sameValue([{ a: 1, b: 2 }], [{ b: 2, a: 1 }]))
  ok(sameValue('', null) && sameValue([], undefined) && !sameValue(0, null) && !sameValue(false, null))
  equal(changedNames([text, area], { name: 'a', area_m2: 1 }, { name: 'a', area_m2: 2 }), ['area_m2'])
  equal(propertiesOf([text, area], { name: '', area_m2: 0, other: 1 }), { name: null, area_m2: 0 })
}

export function attributesOfNoSectionStandAtTheEnd() {
  equal(sectionsOf([{ id: 'market' }], [{ name: 'a', section: 'moon' }, { name: 'b', section: 'market' }]).map(({ section, attributes }) => [section.id, attributes[0].name]), [['market', 'b'], ['other', 'a']])
}

export function whatOnlyOneHasChangedIsHisAndWhatBothHaveHasToBeDecided() {
  const base = { a: 1, b: 1, c: 1, d: 1, e: 1 }
  const rows = compareThree(['a', 'b', 'c', 'd', 'e'], base, { ...base, b: 2, c: 2, d: 2 }, { ...base, a: 3, c: 3, d: 2 })
  equal(rows.map(({ name, verdict, choice }) => [name, verdict, choice]), [['a', 'mine', 'mine'], ['b', 'theirs', 'theirs'], ['c', 'conflict', null], ['d', 'agreed', 'mine']])
  equal(openRows(rows).map(({ name }) => name), ['c'])
  equal(mergedValues({ a: 3, b: 1, c: 3, d: 2, e: 1 }, decide(rows, 'c', 'theirs')), { a: 3, b: 2, c: 2, d: 2, e: 1 })
  equal(mergedValues({}, decide(rows, 'c', 'other', 9)).c, 9)
}

export function aShapeThatBothHaveChangedHasToBeDecided() {
  equal(compareShapes(square(9), square(9), square(9)), null)
  const row = compareShapes(square(9), square(10), square(11))
  equal([row.verdict, row.choice], ['conflict', null])
  equal(mergedShape(square(11), { ...row, choice: 'theirs' }), square(10))
  ok(sameShape(square(9), { type: 'MultiPolygon', coordinates: [[[[9.00000001, 44], [10, 44], [10, 45], [9, 44]]]] }))
}

export function aDifferenceSaysWhetherAValueCameWentOrChanged() {
  const rows = differences([text, area, status], { name: 'a', area_m2: 1, status: 'sold' }, { area_m2: 2, status: 'sold' })
  equal(rows.map(({ attribute, how }) => [attribute.name, how]), [['name', 'removed'], ['area_m2', 'changed']])
  equal(differences([status], { status: 'sold' }, { status: 'sold' }, { all: true }).length, 1)
}

export function aDraftIsDirtyUntilTheServerHasWhatWasSent() {
  const draft = createDraft({ proposal: null, layer: { id: 'plot' }, feature: null, attributes: [text], kind: 'create', values: { name: null }, geometry: null, note: '' })
  ok(!draft.isDirty())
  draft.put({ values: { name: 'Lotto 1' } })
  const sent = { values: draft.values, geometry: null, note: '' }
  draft.put({ values: { name: 'Lotto 12' } }) // typed on while the request was under way
  draft.settle({ id: 7, version: 1, sent })
  ok(draft.isDirty())
  equal(draft.content(), { properties: { name: 'Lotto 12' }, geometry: null, note: '' })
}

export function linksNameWhatIsEditedListedAndLookedBackAt() {
  const of = (state) => fromHash(toHash(state))
  equal(of(openProposal(initialState, 12)).edit, { proposal: 12 })
  equal(of(proposeNew(initialState, 'plot')).edit, { layer: 'plot', feature: null, kind: 'create' })
  equal(of(proposeChange(initialState, 'plot', 5)).edit, { layer: 'plot', feature: 5, kind: 'change' })
  equal(of(proposeChange(initialState, 'plot', 5, 'retire')).edit, { layer: 'plot', feature: 5, kind: 'retire' })
  equal(of(openPast(initialState, 'plot', 5, [2, 4])).past, { layer: 'plot', id: 5, versions: [2, 4] })
  equal(of({ ...initialState, place: 'work', work: { ...initialState.work, task: 'review', layer: 'plot' } }).work, { ...initialState.work, task: 'review', layer: 'plot' })
  ok(isStep(openProposal(initialState, 12), openProposal(initialState, 13)))
}

export function aFeatureOpenedFromTheEditorLeadsToTheMapAndAClickBesideItChoosesNothing() {
  const editing = proposeNew({ ...initialState, selected: { layer: 'plot', id: 1 } }, 'plot')
  equal(editing.selected, null)
  equal(meet(editing, [{ layer: 'plot', id: 1, name: 'a' }]).selected, null)
  equal(select(editing, 'plot', 1).place, 'map')
}

export function aPlaceForACommentIsTakenFromTheMap() {
  const picked = finishPicking(pickForComment(openProposal(initialState, 3)), [9, 45])
  equal([picked.picking, picked.pickedPlace, picked.place], [null, [9, 45], 'edit'])
}

export function onlyLayersOfTheAccountAreProposed() {
  ok(mayPropose({ scopes: ['read', 'propose'], layers: ['plot'] }, 'plot') && !mayPropose({ scopes: ['read', 'propose'], layers: ['plot'] }, 'company'))
  ok(mayPropose({ scopes: ['propose'], layers: null }, 'company') && !mayPropose({ scopes: ['read'], layers: null }, 'plot') && !mayPropose(null, 'plot'))
}

export function aGuardHoldsAChangeBackUntilItIsAllowed() {
  const store = createStore(initialState)
  const leaving = new AbortController()
  let later = null
  store.guard((before, after, again) => after.place === before.place || ((later = again), false), { signal: leaving.signal })
  store.change((state) => ({ ...state, place: 'plots' }))
  equal(store.get().place, 'map')
  leaving.abort()
  later()
  equal(store.get().place, 'plots')
}

export async function whatIsTypedWhileADraftIsOnItsWayIsSentBeforeItIsSaidToBeSaved() {
  const model = { layer: { id: 'plot' }, feature: 7, kind: 'change', attributes: [text], values: { name: 'a' }, geometry: null, note: '' }
  const draft = createDraft({ ...model, proposal: { id: 3, version: 0 } })
  const sent = []
  const editing = { save: (id, version, { properties }) => new Promise((resolve) => sent.push({ version, name: properties.name, come: () => resolve({ id, version: version + 1 }) })) }
  const saving = createSaving({ editing, rename() {} }, model, draft)
  draft.put({ values: { name: 'ab' } })
  const first = saving.save()
  draft.put({ values: { name: 'abc' } })
  const [second, third] = [saving.save(), saving.save()]
  sent[0].come()
  await first
  await new Promise((done) => setTimeout(done))
  equal(sent.map(({ version, name }) => [version, name]), [[0, 'ab'], [1, 'abc']])
  sent[1].come()
  equal([(await second).done, (await third).done, draft.isDirty(), draft.version], [true, true, false, 2])
}

export async function whatWasFoundForOtherWordsIsNotChosen() {
  const asked = []
  const chosen = []
  const server = { features: () => new Promise((resolve) => asked.push((id) => resolve({ features: [{ id, properties: { code: `MO-0${id}` } }] }))) }
  const { root, inputs: [field] } = referenceControl({ reference: 'industrial_zone', type: 'integer', name: 'zone_id' }, { id: 'test-zone', names: {}, onChange: (value) => chosen.push(value), server })
  document.body.append(...root)
  const type = (words) => { field.value = words; field.dispatchEvent(new Event('input')) }
  const enter = () => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  const until = async (reached) => { while (!reached()) await new Promise((done) => setTimeout(done, 5)) }
  const isOpen = () => field.getAttribute('aria-expanded') === 'true'

  type('MO')
  await until(() => asked.length === 1)
  asked[0](1)
  await until(isOpen)
  type('MO-02')
  enter()
  equal([chosen, isOpen()], [[], false])
  await until(() => asked.length === 2)
  type('MO-03')
  await until(() => asked.length === 3)
  asked[2](3)
  await until(isOpen)
  asked[1](2)
  await new Promise((done) => setTimeout(done))
  enter()
  equal(chosen, [3])
  root.forEach((part) => part.remove())
}

export function theMapWaitsForNoPlaceOfACommentOnceItsPageIsLeft() {
  const store = createStore(initialState)
  const page = new AbortController()
  createLookout({ store, overlay: { show() {} } }).pickPlace(page.signal)()
  equal(store.get().picking, 'comment')
  page.abort()
  equal(store.get().picking, null)
}
