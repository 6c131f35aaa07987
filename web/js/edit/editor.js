import { boxOf } from '../api/territories.js'
import { element, icon } from '../panels/markup.js'
import { notice, secondary } from '../desk/forms.js'
import { problemText } from '../desk/problems.js'
import { lookAt } from '../state/view.js'
import { moment, shortMoment } from '../text/format.js'
import { t } from '../text/text.js'
import { createAutosave } from './autosave.js'
import { commentsPart } from './comments.js'
import { createDraft } from './draft.js'
import { describe } from './head.js'
import { faultSummary, faultText } from './faults.js'
import { createForm } from './form.js'
import { watchLeaving } from './leaving.js'
import { checkAll, joinFaults } from './local-checks.js'
import { mergeView } from './merge-view.js'
import { sameShape } from './merging.js'
import { othersNote } from './others.js'
import { createSaving } from './saving.js'
import { createSketch } from './sketch.js'
import { takeStep } from './steps.js'
import { changedNames } from './values.js'

const CHECK_PAUSE_MS = 700

/** The form beside the map: what is typed and drawn is checked, kept, saved and submitted. */
export async function openEditor(own, model) {
  const { store, catalogue, editing, body, foot, signal, again } = own
  const { layer, attributes, kind, feature } = model
  const retires = kind === 'retire'
  const draft = createDraft(model)
  const saving = createSaving(own, model, draft)
  const autosave = await createAutosave(own, model, draft, saving)
  const codesOf = (attribute) => (attribute.codes ? catalogue.codes(attribute.codes) : [])
  let theirs = [] // faults of the last check of the server
  let checked = false
  let faults = []
  let timer = null
  let running = null

  describe(own, model)
  const summary = element('div', { class: 'edit-summary', tabindex: '-1', 'aria-label': t('edit.summary') })
  const tools = element('div')
  const told = element('div', { class: 'edit-told' })
  const form = retires ? null : createForm({ attributes, fixed: feature === null ? [] : ['code'], values: draft.values, parts: own, onChange: (name, value) => draft.put({ values: { ...draft.values, [name]: value } }) })
  const note = element('textarea', { class: 'field', id: 'edit-note', rows: '3', maxlength: '2000', on: { input: () => draft.put({ note: note.value }) } })
  note.value = draft.note
  const reason = element('div', { class: 'edit-field' }, element('label', { for: note.id }, t(retires ? 'edit.note.retire' : 'edit.note'), retires && element('span', { class: 'edit-required' }, t('edit.required'))), note,
    element('p', { class: 'field-hint' }, t('edit.note.hint')))
  const sketch = await createSketch(own, { model, draft, tools, retires, onChange: (geometry) => draft.put({ geometry }) })
  if (signal.aborted) return

  const status = element('p', { class: 'edit-status', role: 'status' })
  const save = secondary(t('edit.save'), () => saveNow(), { id: 'edit-save', 'aria-keyshortcuts': 'Control+S' })
  const submit = element('button', { type: 'button', class: 'btn btn-primary', id: 'edit-submit', on: { click: submitNow } }, t('edit.submit'))
  const discard = secondary(t('edit.discard'), discardNow, { class: 'btn btn-outline-secondary' })
  const isCorrection = model.proposal?.state === 'submitted'
  foot.replaceChildren(status, element('div', { class: 'button-row' }, save, ...(isCorrection ? [secondary(t('edit.toReview'), () => own.correct(null))] : [submit, discard])))
  const content = [told, sentBackNote(), own.correcting && notice('info', t('edit.correcting')), conflictNote(), model.proposal && othersNote(own, model.proposal), model.proposal && commentsPart({ ...own, proposal: model.proposal, attributes, pickPlace: sketch.pickPlace, goToField: (name) => form?.focus(name), goToPlace: sketch.lookAt, onPlaces: sketch.showComments }),
    retires && element('p', { class: 'edit-lead' }, t('edit.retire.what')), !retires && element('section', { class: 'edit-drawing', 'aria-label': t('edit.drawing') }, tools), summary, form?.root, reason, nextSteps()]
  body.replaceChildren(...content.filter(Boolean))
  if (draft.geometry) store.change(lookAt, boxOf(draft.geometry))

  offerKept()
  draft.watch(changed, signal)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    running?.abort()
  })
  saving.watch(showStatus, signal)
  watchLeaving({ ...own, draft, saving, autosave })
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault()
      saveNow()
    }
  }, { signal })
  changed()

  function changed() {
    const here = retires ? (draft.note.trim() ? [] : [{ rule: 'note-missing', attribute: null, kind: 'missing', place: null, reason: t('edit.note.missing') }])
      : checkAll(attributes, draft.values, draft.geometry, codesOf)
    // what was found at a field or in the shape that has changed since is asked again
    tell(here)
    checked = false
    clearTimeout(timer)
    running?.abort() // its answer would be about what stood there before
    if (!retires) timer = setTimeout(() => checkThere(here), CHECK_PAUSE_MS)
    showStatus()
  }

  async function checkThere(here) {
    running?.abort()
    running = new AbortController()
    const asked = here.some(({ attribute, kind: how }) => attribute && how === 'wrong') ? draft.withoutWrong(here) : draft.feature()
    const mine = running
    try {
      const answer = await editing.check(layer.id, feature, asked, { signal: mine.signal })
      if (mine.signal.aborted) return
      theirs = answer.faults.filter(({ attribute, kind: how }) => how === 'wrong' || !attributes.some(({ name, given }) => given && name === attribute))
      checked = theirs.length === 0 && here.length === 0
      tell(here)
      showStatus()
      saving.storable = answer.storable && !here.some(({ kind: how }) => how === 'wrong')
    } catch (problem) {
      if (problem.name !== 'AbortError' && problem.status === 422) takeFaults(problem)
    }
  }

  function takeFaults(problem) {
    theirs = (problem.said?.faults ?? []).map((fault) => ({ kind: 'wrong', place: null, ...fault }))
    tell(retires ? [] : checkAll(attributes, draft.values, draft.geometry, codesOf))
  }

  function tell(here) {
    const still = theirs.filter(({ attribute, rule }) => (attribute ? here.every((one) => one.attribute !== attribute) : rule !== 'geometry-empty' || !draft.geometry))
    faults = joinFaults(here, still).map((fault) => ({ ...fault, text: faultText(fault, attributes) }))
    form?.tell(faults.filter(({ kind: how, attribute }) => attribute && (how === 'wrong' || saving.wasTried)))
    summary.replaceChildren(...[faultSummary({ faults, titleOf: (name) => form?.titleOf(name) ?? name, goToField: (name) => form?.focus(name), goToPlace: sketch.lookAt, checked })].flat(Infinity).filter(Boolean))
    sketch.showFaults(faults.filter(({ place }) => place).map(({ place, text }) => ({ place, reason: text })))
  }

  function showStatus() {
    const { state, at, problem } = saving
    const text = state === 'saving' ? t('edit.status.saving') : state === 'offline' ? t('edit.status.offline') : state === 'failed' ? problemText(problem)
      : draft.isDirty() ? (autosave.keptAt ? t('edit.status.kept', { when: shortMoment(autosave.keptAt) }) : t('edit.status.changed')) : at ? t('edit.status.saved', { when: shortMoment(at) }) : t('edit.status.unchanged')
    if (status.textContent !== text) status.textContent = text
    status.classList.toggle('is-bad', state === 'offline' || state === 'failed')
    submit.disabled = state === 'saving'
    discard.hidden = !draft.id && !draft.isDirty()
  }

  /** @return whether the server has it */
  async function saveNow() {
    saving.wasTried = true
    const here = retires ? [] : checkAll(attributes, draft.values, draft.geometry, codesOf)
    tell(here)
    if (here.some(({ kind: how }) => how === 'wrong')) {
      summary.scrollIntoView({ block: 'start' })
      summary.focus({ preventScroll: true })
      return false
    }
    const outcome = await saving.save()
    if (outcome.done && !draft.isDirty()) await autosave.drop()
    else if (outcome.theirs) openMerge({ base: draft.saved, theirs: outcome.theirs, title: t('merge.saved'), send: (values, geometry) => saving.saveOver(outcome.theirs, values, geometry) })
    else if (outcome.problem?.said?.faults) takeFaults(outcome.problem)
    return Boolean(outcome.done)
  }

  async function submitNow() {
    if (draft.isDirty() || !draft.id) {
      if (!(await saveNow())) return
    } else saving.wasTried = true
    tell(retires ? [] : checkAll(attributes, draft.values, draft.geometry, codesOf))
    if (kind === 'change' && model.base && changedNames(attributes, model.base.properties, draft.values).length === 0 && sameShape(model.base.geometry, draft.geometry)) {
      told.replaceChildren(notice('warning', t('edit.noChange')))
      return (body.scrollTop = 0)
    }
    const open = faults.filter(({ rule }) => rule !== 'note-missing' || !draft.note.trim())
    if (open.length > 0) {
      told.replaceChildren(notice('warning', t('edit.notComplete', { count: open.length })))
      summary.scrollIntoView({ block: 'start' })
      return summary.querySelector('button')?.focus()
    }
    takeStep({ ...own, proposal: { id: draft.id, version: draft.version, kind }, step: 'submit', onDone: again, onRefused: takeFaults })
  }

  async function discardNow() {
    const done = async () => {
      await autosave.drop()
      draft.settle()
      store.change((state) => ({ ...state, place: 'work', edit: null }))
    }
    takeStep({ ...own, proposal: { id: draft.id, version: draft.version, kind }, step: 'discard', onDone: done, onlyHere: !draft.id })
  }

  /** What was kept in this browser and never reached the server. */
  function offerKept() {
    const { kept } = autosave
    if (!kept) return
    const take = () => {
      told.replaceChildren()
      if (kept.version !== null && model.proposal && kept.version !== model.proposal.version) {
        draft.put({ values: kept.values, geometry: kept.geometry, note: kept.note })
        return openMerge({ base: kept.saved, theirs: model.proposal, title: t('merge.saved'), send: (values, geometry) => saving.saveOver(model.proposal, values, geometry) })
      }
      put(kept)
      form?.root.querySelector('input, select, textarea')?.focus()
    }
    if (own.resume) return take()
    const forget = async () => {
      told.replaceChildren()
      await autosave.drop()
      showStatus()
    }
    told.replaceChildren(notice('warning', element('p', {}, t('edit.kept', { when: moment(kept.at) })), element('div', { class: 'button-row' },
      secondary(t('edit.kept.take'), take, { 'data-does': 'take-up' }), secondary(t('edit.kept.forget'), forget, { class: 'btn btn-outline-secondary' }))))
  }

  function put({ values, geometry, note: text = draft.note }) {
    draft.put({ values: { ...draft.values, ...values }, geometry, note: text })
    form?.set(values)
    note.value = text
    sketch.set(geometry)
  }

  /** What is published has changed since this was begun. */
  function conflictNote() {
    const { proposal, current, base } = model
    if (!proposal || !base || !current || current.version === base.version) return null
    return notice('warning', element('p', {}, t(proposal.conflicts.length > 0 ? 'merge.published.conflict' : 'merge.published')), element('div', { class: 'button-row' },
      secondary(t('merge.open'), () => openMerge({ base, theirs: current, title: t('merge.published.title'), send: (values, geometry) => saving.rebase(values, geometry) }), { 'data-does': 'reconcile' })))
  }

  /** Why it came back. */
  function sentBackNote() {
    const [last] = model.proposal?.state === 'sent_back' ? model.proposal.steps.filter(({ step }) => step === 'send_back').slice(-1) : []
    return last && notice('warning', element('p', {}, t('edit.sentBack', { name: last.who })), last.reason && element('p', { class: 'step-reason' }, last.reason))
  }

  function openMerge({ base, theirs: other, title, send }) {
    const back = [...body.childNodes]
    foot.hidden = true
    sketch.showOthers({ base: base.geometry, theirs: other.geometry })
    const leave = () => {
      foot.hidden = false
      sketch.showOthers({})
      body.replaceChildren(...back)
    }
    body.replaceChildren(mergeView({ ...own, attributes, title, base: base.properties ?? base.values, baseShape: base.geometry, theirs: { ...(base.properties ?? base.values), ...other.properties }, theirShape: other.geometry ?? base.geometry,
      mine: draft.values, myShape: draft.geometry, onCancel: leave, onDone: async (values, geometry) => {
        const outcome = await send(values, geometry)
        if (!outcome.done) throw outcome.problem
        await autosave.drop()
        again()
      } }))
    body.scrollTop = 0
  }

  function nextSteps() {
    return element('div', { class: 'edit-next' }, icon('info-circle', 'sm'), element('p', {}, t(`edit.next.${model.proposal?.state ?? 'draft'}`)))
  }
}
