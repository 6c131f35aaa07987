import { findReferenceSystems, nameOfReferenceSystem } from '/js/desk/crs.js'
import { dropDraft, firstDraft, keepDraft, layerIdOf, planOf, readDraft, unusedFields } from '/js/desk/draft.js'
import { messageText } from '/js/desk/problems.js'
import { missingChoices, openSteps, stepOf } from '/js/desk/steps.js'
import { hashOf, viewOf } from '/js/desk/view-of.js'
import { fromHash, isStep, toHash } from '/js/state/permalink.js'
import { initialState, openLoad, showRows } from '/js/state/view.js'
import { t, useLanguage, useWords } from '/js/text/text.js'
import { close, equal, ok } from './check.js'

const inspected = (crs = { epsg: 7791 }) => ({ id: 7, state: 'received', inspection: { layers: [{ name: 'lotti', fields: [{ name: 'COD' }, { name: 'NOTE' }], crs }] } })
const ready = (load) => ({ ...firstDraft(load, null), layer: 'plot' })

export function fieldsCanBeMappedOnceTheLayerIsChosen() {
  equal(openSteps(inspected(), firstDraft(inspected(), null)), ['source'])
  equal(openSteps(inspected(), ready(inspected())), ['source', 'mapping'])
}

export function aMissingReferenceSystemHasToBeChosen() {
  const load = inspected({ epsg: null, how: 'MISSING' })
  equal(missingChoices(ready(load), load), ['crs'])
  equal(missingChoices({ ...ready(load), crs: 3003 }, load), [])
}

export function aNewLayerNeedsATitleAndAnIdentifier() {
  const draft = { ...ready(inspected()), layer: null, newLayer: { id: 'Aree verdi', title: { it: 'Aree verdi', en: '' } } }
  equal(missingChoices(draft, inspected()), ['newLayer'])
  equal(missingChoices({ ...draft, newLayer: { ...draft.newLayer, id: layerIdOf('Aree verdì 2026') } }, inspected()), [])
  equal(layerIdOf('2026 – Aree verdì'), 'aree_verdi')
}

export function aLoadOpensWhereItStandsUnlessTheLinkNamesAnOpenStep() {
  const checked = { ...inspected(), state: 'checked' }
  equal(stepOf(checked, ready(checked), null), 'check')
  equal(stepOf(checked, ready(checked), 'difference'), 'difference')
  equal(stepOf(checked, ready(checked), 'result'), 'check')
  equal(stepOf({ ...checked, state: 'applying' }, ready(checked), 'check'), 'result')
  equal(stepOf(null, {}, 'check'), 'file')
}

export function thePlanLeavesOutWhatIsNotMapped() {
  const plan = planOf({ ...ready(inspected()), mapping: { code: 'COD', name: null }, values: { status: { libero: 'available' }, code: { x: null } } })
  equal([plan.layer, plan.mapping, plan.values, 'newLayer' in plan], ['plot', { code: 'COD' }, {}, false])
}

export function whatWasChosenSurvivesAReloadUntilTheServerHasIt() {
  const kept = new Map()
  const storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), removeItem: (key) => kept.delete(key) }
  keepDraft(inspected(), ready(inspected()), storage)
  equal(readDraft(inspected(), null, storage).layer, 'plot')
  dropDraft(inspected(), storage)
  equal(readDraft({ ...inspected(), plan: { layer: 'company' } }, null, storage).layer, 'company')
}

export function namesTheFieldsThatAreNotLoaded() {
  equal(unusedFields(inspected().inspection.layers[0].fields, { code: 'COD' }).map(({ name }) => name), ['NOTE'])
}

export function findsReferenceSystemsByCodeNameOrNote() {
  equal(findReferenceSystems('EPSG:3003').map(([code]) => code), [3003])
  equal(findReferenceSystems('gauss', (code) => (code === 3004 ? 'Gauss-Boaga' : '')).map(([code]) => code), [3004])
  ok(findReferenceSystems('').length === 19)
  equal(nameOfReferenceSystem('4326'), 'WGS 84')
}

export function aLoadAndItsRowsAreInTheLink() {
  const state = showRows(openLoad({ ...initialState, layers: [] }, 12, 'check'), 'rejected.7')
  const { place, load, step, rows } = fromHash(toHash(state))
  equal([place, load, step, rows], ['map', 12, 'check', 'rejected.7'])
  equal(fromHash('#place=data&load=new').load, 'new')
  equal(fromHash('#place=data&load=-1&step=check'), { place: 'data' })
  ok(isStep(state, openLoad(state, 12, 'difference')))
}

export function aBoxIsSeenWholeAndNotFromTooNear() {
  const view = viewOf([10, 44, 11, 45])
  close(view.latitude, 44.5)
  equal([view.zoom, viewOf([10, 44, 10, 44]).zoom], [8, 17])
  ok(hashOf({ ...initialState, layers: [{ id: 'plot', opacity: 0.5 }] }, { id: 'plot', bounds: [10, 44, 11, 45] }).includes('&layers=plot'))
}

export async function wordsOfAPartComeBesideTheFirstOnes() {
  const files = { de: { a: 'erstes' }, 'more.de': { b: 'zweites' }, fr: { a: 'premier' }, 'more.fr': { b: 'second' } } // languages of this test only: words are loaded once
  const load = async (name) => files[name] ?? {}
  await useLanguage('de', load)
  await useWords('more', load)
  equal(t('b'), 'zweites')
  await useLanguage('fr', load)
  equal(t('b'), 'second')
}

export function keepsTheSentenceOfACodeItDoesNotKnow() {
  equal([messageText('odd-thing: some sentence'), messageText('some sentence')], ['odd-thing: some sentence', 'some sentence'])
}
