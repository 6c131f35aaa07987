import { boxOf } from '../api/territories.js'
import { lookAt, openPlot } from '../state/view.js'
import { day } from '../text/format.js'
import { t } from '../text/text.js'
import { element, icon, textButton } from '../panels/markup.js'
import { facts } from './facts.js'
import { outlineField } from './outline.js'
import { plotFields } from './plot-fields.js'

/** The plot as it is published, and the question whether it is still so. Nothing changes before a button is pressed. */
export async function questionView(parts) {
  const { offers, token, catalogue, store, overlay, signal } = parts
  const [question, { fields }] = await Promise.all([offers.question(token, { signal }), offers.form({ signal })])
  const plot = question.state === 'gone' ? null : await offers.plot(question.plot, { signal })
  const root = element('div', { class: 'offer-question' })
  signal.addEventListener('abort', () => overlay.show(null))
  if (plot) {
    overlay.show({ areas: [{ geometry: plot.geometry, rank: 1, label: question.code }] })
    store.change(lookAt, boxOf(plot.geometry))
  }
  show(question)
  return root

  function show(one, takesFocus = false) {
    const said = element('p', { class: `offer-state is-${one.state}`, role: 'status', tabindex: '-1' }, t(`offer.question.${one.state}`, { day: one.answeredAt ? day(one.answeredAt) : '' }))
    const head = [element('h2', {}, one.name ?? one.code), element('p', { class: 'field-hint' }, one.code, ' · ', one.verifiedOn ? t('offer.question.verifiedOn', { day: day(one.verifiedOn) }) : t('offer.question.neverVerified'))]
    if (one.state !== 'open') {
      root.replaceChildren(...head, said, plot && textButton(t('offer.seePlot'), 'file', () => store.change(openPlot, one.plot)))
      if (takesFocus) said.focus()
      return
    }
    const trouble = element('p', { class: 'offer-trouble-text', role: 'alert' })
    const later = element('div', {})
    const press = (key, style, name, act) => element('button', { type: 'button', class: `btn ${style}`, 'data-answer': key, on: { click: act } }, icon(name), ' ', t(`offer.answer.${key}`))
    root.replaceChildren(...head, element('p', {}, t('offer.question.open', { day: day(one.expiresAt) })), element('div', { class: 'offer-published' }, facts(parts, plot.properties)), trouble,
      element('div', { class: 'offer-answers' },
        press('still_true', 'btn-primary', 'check', () => send({ answer: 'still_true' }, trouble)),
        press('changed', 'btn-outline-primary', 'pencil', () => later.replaceChildren(change())),
        press('sold', 'btn-outline-primary', 'close', () => later.replaceChildren(sure('sold', trouble))),
        press('stop', 'btn-outline-primary', 'ban', () => later.replaceChildren(sure('stop', trouble)))), later)
  }

  /** What can not be taken back is asked twice. */
  function sure(answer, trouble) {
    const box = element('div', { class: 'offer-sure' }, element('p', { tabindex: '-1' }, t(`offer.sure.${answer}`)), element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => send({ answer }, trouble) } }, t(`offer.sure.${answer}.do`)))
    queueMicrotask(() => box.firstChild.focus())
    return box
  }

  function change() {
    const trouble = element('p', { class: 'offer-trouble-text', role: 'alert' })
    let geometry = null
    const form = plotFields({ catalogue, names: fields.filter((name) => name !== 'municipality_code'), values: plot.properties })
    const message = element('textarea', { class: 'field', id: 'offer-message', rows: '4', maxlength: '4000' })
    const outline = outlineField({ ...parts, geometry: plot.geometry, onChange: (next) => (geometry = next) })
    const made = element('form', { class: 'offer-form', novalidate: true, on: { submit: (event) => {
      event.preventDefault()
      const changes = form.changes()
      if (form.bad()) return tell(trouble, t('offer.missing.plot'), form.bad())
      if (Object.keys(changes).length === 0 && !geometry) return tell(trouble, t('offer.question.nothing'), null)
      send({ answer: 'changed', changes, geometry, message: message.value }, trouble)
    } } }, element('h3', { tabindex: '-1' }, t('offer.question.what')), form.root, element('details', { class: 'offer-section' }, element('summary', {}, t('offer.outline')), outline),
    element('div', { class: 'offer-field' }, element('label', { for: message.id }, t('offer.message')), message), trouble,
    element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t('offer.question.send'))))
    queueMicrotask(() => made.firstChild.focus())
    return made
  }

  async function send(answer, trouble) {
    trouble.textContent = ''
    try {
      show(await offers.answer(token, question.version, answer), true)
    } catch (problem) {
      if (signal.aborted) return
      if (problem.status === 412) parts.again()
      tell(trouble, problem.detail ?? t('offer.failed'), null)
    }
  }

  function tell(trouble, sentence, control) {
    trouble.textContent = sentence
    const section = control?.closest('details')
    if (section) section.open = true
    control ? control.focus() : trouble.scrollIntoView({ block: 'nearest' })
  }
}
