import { boxOf } from '../api/territories.js'
import { element, icon, textButton } from '../panels/markup.js'
import { danger, notice, primary, secondary } from '../desk/forms.js'
import { openPast } from '../state/edit.js'
import { lookAt, select } from '../state/view.js'
import { moment, number, withUnit } from '../text/format.js'
import { t } from '../text/text.js'
import { commentsPart } from './comments.js'
import { differenceTable } from './difference-table.js'
import { differences } from './differences.js'
import { describe } from './head.js'
import { createLookout } from './lookout.js'
import { mapLegend } from './map-legend.js'
import { sameShape } from './merging.js'
import { othersNote } from './others.js'
import { takeStep } from './steps.js'

const NEAR = 0.0008
const BUTTONS = [['publish', primary], ['approve', primary], ['send_back', danger], ['withdraw', secondary], ['discard', secondary]]

/** A proposal as somebody else sees it: what would change, in words and on the map, what was said about it, and what can be decided. */
export async function openReview(own, model) {
  const { store, overlay, body, foot, account, signal, again } = own
  const { proposal, attributes, kind, base, current, values, geometry, layer } = model
  describe(own, model)
  const before = kind === 'create' ? null : (current ?? base)
  const lookout = createLookout({ store, overlay })
  const shapes = kind === 'retire' ? [{ geometry: before?.geometry, kind: 'removed' }]
    : sameShape(before?.geometry, geometry) ? [{ geometry, kind: 'after' }] : [{ geometry: before?.geometry, kind: 'before' }, { geometry, kind: 'after' }]
  lookout.show({ shapes })
  const goToPlace = (place) => {
    const [west, south, east, north] = boxOf(place)
    const margin = west === east ? NEAR : 0
    store.change(lookAt, [west - margin, south - margin, east + margin, north + margin])
  }
  if (geometry ?? before?.geometry) store.change(lookAt, boxOf(geometry ?? before.geometry))

  const holder = element('div')
  const every = element('input', { type: 'checkbox', id: 'review-all', on: { change: fill } })
  const shapeText = element('p', { class: 'diff-shape', role: 'status' })
  fill()
  body.replaceChildren(...[
    authorship(), rule(),
    conflict(), othersNote(own, proposal),
    element('h2', {}, t(`review.heading.${kind}`)),
    proposal.note && element('blockquote', { class: 'review-note' }, element('p', {}, proposal.note), element('footer', {}, proposal.author)),
    shapes.length > 1 && mapLegend(), shapeText, kind !== 'create' && kind !== 'retire' && element('div', { class: 'edit-tick' }, every, element('label', { for: every.id }, t('review.all'))), kind !== 'retire' && holder,
    commentsPart({ ...own, proposal, attributes, pickPlace: lookout.pickPlace(signal), goToField, goToPlace, onPlaces: lookout.pins }),
    timeline(),
    element('div', { class: 'edit-next' }, icon('info-circle', 'sm'), element('p', {}, t(`edit.next.${proposal.state}`))),
    links(),
  ].filter(Boolean))
  compareShape()
  foot.replaceChildren(element('div', { class: 'button-row' }, ...BUTTONS.filter(([step]) => proposal.may.includes(step)).map(([step, button]) => {
    const act = () => takeStep({ ...own, proposal, step, onDone: () => { if (step === 'publish') own.mapView.renew(proposal.layer); again() } })
    return button === primary ? primary(t(`step.${step}`), { 'data-step': step }, act) : button(t(`step.${step}`), act, { 'data-step': step })
  }), proposal.may.includes('edit') && secondary(t('review.correct'), () => own.correct(proposal.id), { 'data-step': 'edit' }), textButton(t('review.print'), 'print', () => window.print())))

  function fill() {
    const rows = kind === 'create' ? differences(attributes, null, values) : differences(attributes, before?.properties, values, { all: every.checked })
    holder.replaceChildren(differenceTable(rows, { ...own, caption: t('review.table'), before: kind === 'create' ? null : t('diff.published'), after: t('diff.proposed') }))
  }

  function goToField(name) {
    let row = holder.querySelector(`tr[data-attribute="${name}"]`)
    if (!row) {
      every.checked = true
      fill()
      row = holder.querySelector(`tr[data-attribute="${name}"]`)
    }
    row?.scrollIntoView({ block: 'center' })
    row?.focus()
  }

  /** What the new shape adds and takes away, computed by the server where the areas are right. */
  async function compareShape() {
    if (!before?.geometry || !geometry || sameShape(before.geometry, geometry) || layer.geometry !== 'polygon') return
    const less = (a, b) => own.editing.operation({ operation: 'difference', geometries: [a, b] }, { signal }).catch(() => null)
    const [added, removed] = await Promise.all([less(geometry, before.geometry), less(before.geometry, geometry)])
    if (signal.aborted || !added || !removed) return
    const part = (answer, how) => answer.geometries.map((one) => ({ geometry: one, kind: how }))
    lookout.show({ shapes: [...part(added, 'added'), ...part(removed, 'removed'), ...shapes] })
    const sum = ({ areas }) => areas.reduce((total, one) => total + one, 0)
    shapeText.textContent = t('diff.areas', { added: withUnit(sum(added), 'm²'), removed: withUnit(sum(removed), 'm²') })
  }

  function authorship() {
    const [last] = proposal.steps.filter(({ step }) => step === 'submit').slice(-1)
    return element('p', { class: 'edit-lead' }, t('review.by', { name: proposal.author }), last && [' · ', t('review.since', { when: moment(last.at) })])
  }

  function rule() {
    const isMine = proposal.author === account.username
    if (proposal.state === 'submitted' && isMine) return notice('info', t('review.own'))
    if (proposal.state === 'submitted' && !proposal.may.includes('approve') && proposal.may.includes('send_back')) return notice('info', t('review.wrote'))
    return null
  }

  function conflict() {
    if (!proposal.base || !proposal.current || proposal.base.version === proposal.current.version || ['published', 'withdrawn'].includes(proposal.state)) return null
    return notice('warning', t(proposal.conflicts.length > 0 ? 'review.conflict' : 'review.moved', { count: proposal.conflicts.length }))
  }

  function timeline() {
    return element('details', { class: 'edit-fold' }, element('summary', {}, element('h3', {}, t('review.steps')), element('span', { class: 'section-count' }, number(proposal.steps.length, 0))),
      element('ol', { class: 'edit-steps' }, ...proposal.steps.map(({ at, who, step, reason }) => element('li', {}, element('strong', {}, t(`step.done.${step}`)), ' · ', who, ' · ', moment(at), reason && element('span', { class: 'step-reason' }, reason)))))
  }

  function links() {
    if (!proposal.feature) return null
    return element('div', { class: 'button-row' }, textButton(t('past.open'), 'clock', () => store.change(openPast, proposal.layer, proposal.feature)),
      proposal.current && textButton(t('review.onMap'), 'map-marker', () => store.change(select, proposal.layer, proposal.feature)))
  }
}
