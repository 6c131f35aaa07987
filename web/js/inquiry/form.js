import { toHash } from '../state/permalink.js'
import { askAlso, showReceipt } from '../state/view.js'
import { number } from '../text/format.js'
import { language, pick, t } from '../text/text.js'
import { element, failure, icon, textButton, waiting } from '../panels/markup.js'
import { density, faultsOf, inquiryOf, newKey } from './brief.js'
import { dropDraft, keepDraft, readDraft } from './draft.js'
import { amount, dayInput, field, idOf, longText, oneOf, showFaults, textInput } from './fields.js'
import { placesField } from './places-field.js'

const OFFERS = ['sale', 'lease', 'surface_right']
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** The form by which anybody asks the desk. What is written stays in this browser until it is sent. */
export async function inquiryForm(parts) {
  const { store, session, server, territories, catalogue, signal, again } = parts
  const [given] = await Promise.all([session.ask('/api/inquiries/form', { signal }), territories.ready])
  let draft = readDraft()
  let opened = { ...given, at: Date.now() }
  let ended = false // sent or given up: nothing of it is kept any more
  const website = textInput({ id: 'inquiry-website', tabindex: '-1', autocomplete: 'off' })
  const jobsDensity = element('p', { class: 'derived', role: 'status' })
  const trouble = element('div', { class: 'inquiry-trouble', role: 'alert' })
  const saved = element('p', { class: 'saved', role: 'status' })
  const send = element('button', { type: 'submit', class: 'btn btn-primary' }, t('inquiry.send'))
  const consent = element('input', { type: 'checkbox', id: idOf('consent'), name: 'consent', 'aria-required': 'true', 'aria-describedby': `${idOf('consent')}-fault` })
  store.change(askAlso, draft.about)

  const form = element('form', { class: 'inquiry-form', novalidate: true, autocomplete: 'on', on: { input: written, change: written, submit: submitted } },
    group('places', placesField(parts), territories.list.length > 0 &&
      field('territory', oneOf([['', t('inquiry.territory.any')], ...territories.list.map(({ code, name }) => [code, name])]))),
    group('needs',
      field('needs.activity', textInput({ maxlength: '300' }), { optional: false, hint: t('inquiry.hint.activity') }),
      pair(field('needs.ateco', textInput({ maxlength: '8', inputmode: 'decimal', autocomplete: 'off' }), { hint: t('inquiry.hint.ateco') }),
        field('needs.atecoVersion', oneOf([['2025', 'ATECO 2025'], ['2007', 'ATECO 2007']]), { optional: false })),
      pair(field('needs.areaM2', amount({ min: '1' }), { required: true, hint: t('inquiry.hint.area') }),
        field('needs.jobs', amount({ step: '1', inputmode: 'numeric' }), { extra: jobsDensity }),
        field('needs.powerKw', amount()), field('needs.waterLs', amount())),
      pair(field('needs.earliest', dayInput()), field('needs.latest', dayInput()),
        field('needs.offerType', oneOf([['', t('inquiry.offer.any')], ...OFFERS.map((one) => [one, pick(catalogue.codeTitle('offer_type', one)) || one])])),
        field('needs.budgetEur', amount()))),
    group('contact',
      pair(field('contact.organisation', textInput({ maxlength: '200', autocomplete: 'organization' }), { required: true }),
        field('contact.name', textInput({ maxlength: '120', autocomplete: 'name' }), { required: true }),
        field('contact.email', element('input', { type: 'email', maxlength: '254', autocomplete: 'email' }), { required: true }),
        field('contact.phone', element('input', { type: 'tel', maxlength: '40', autocomplete: 'tel' }))),
      field('message', longText({ maxlength: '4000' }))),
    element('div', { class: 'trap', 'aria-hidden': 'true' }, element('label', { for: website.id }, t('inquiry.trap')), website),
    element('div', { class: 'inquiry-field consent', 'data-field': 'consent' }, consent,
      element('label', { for: consent.id }, given.consent.text[language()], ' ', element('a', { href: `/privacy.html#${language()}`, target: '_blank' }, t('inquiry.privacy'))),
      element('p', { class: 'field-fault', id: `${consent.id}-fault` })),
    trouble,
    element('div', { class: 'button-row inquiry-send' }, send, textButton(t('inquiry.discard'), 'delete', discard), saved))

  for (const control of controls()) {
    const value = draft.values[control.name]
    if (value !== undefined && control !== consent) control.value = value
  }
  showDensity()
  store.watch((state) => state.about, keep, { signal })
  return form

  function controls() {
    return [...form.querySelectorAll('[name]')]
  }

  function values() {
    return Object.fromEntries(controls().map((control) => [control.name, control === consent ? (consent.checked ? given.consent.version : '') : control.validity.badInput ? '?' : control.value]))
  }

  function written() {
    keep()
    showDensity()
    for (const holder of form.querySelectorAll('[data-field]')) {
      const control = holder.querySelector('[aria-invalid=true]')
      if (control && !faultsOf(values())[holder.dataset.field]) {
        control.removeAttribute('aria-invalid')
        holder.querySelector('.field-fault').textContent = ''
      }
    }
  }

  function keep() {
    if (ended) return
    const { consent: _, ...written } = values()
    const { about } = store.get()
    const isEmpty = about.length === 0 && Object.entries(written).every(([name, value]) => !value || name === 'needs.atecoVersion')
    draft = { ...draft, values: written, about }
    if (isEmpty) return dropDraft()
    saved.textContent = keepDraft(draft) ? t('inquiry.saved') : ''
  }

  function showDensity() {
    const value = density(values())
    jobsDensity.textContent = value === null ? '' : t('inquiry.density', { value: number(value, 1) })
  }

  function end() {
    ended = true
    dropDraft()
  }

  function discard() {
    end()
    store.change((state) => ({ ...state, about: [] }))
    again()
  }

  async function submitted(event) {
    event.preventDefault()
    if (form.getAttribute('aria-busy')) return
    trouble.replaceChildren()
    const faults = faultsOf(values())
    showFaults(form, faults, sentence)
    if (Object.keys(faults).length > 0) return
    form.setAttribute('aria-busy', 'true')
    try {
      const receipt = await sendPatiently()
      end()
      store.change(showReceipt, receipt.token)
    } catch (problem) {
      tell(problem)
    } finally {
      form.removeAttribute('aria-busy')
    }
  }

  /** A form that was open too short a time waits, one that was open too long is sent again by itself; everything else is told. */
  async function sendPatiently(attempt = 1) {
    const early = opened.minimumSeconds + 0.5 - (Date.now() - opened.at) / 1000
    if (early > 0) {
      saved.textContent = t('inquiry.moment')
      await pause(early)
    }
    const search = toHash({ ...store.get(), place: store.get().search.filter ? 'plots' : 'map' }).slice(0, 2000)
    const content = inquiryOf(values(), { language: language(), about: store.get().about, search, consent: given.consent.version, stamp: opened.stamp, website: website.value })
    try {
      return await session.ask('/api/inquiries', { method: 'POST', content, headers: { 'Idempotency-Key': draft.key } })
    } catch (problem) {
      if (attempt > 3) throw problem
      if (problem.type === 'form-too-fast') {
        saved.textContent = t('inquiry.moment')
        await pause(problem.retryAfter)
      } else if (problem.said?.parameter === 'form') {
        opened = { ...(await session.ask('/api/inquiries/form', { signal })), at: Date.now() }
      } else if (problem.type === 'idempotency-key-reused') {
        draft = { ...draft, key: newKey() } // it arrived earlier, and was changed since: another inquiry
        keepDraft(draft)
      } else throw problem
      return sendPatiently(attempt + 1)
    }
  }

  function tell(problem) {
    const name = problem.said?.parameter
    if (name && form.querySelector(`[data-field="${name}"]`)) return showFaults(form, { [name]: 'unlike' }, sentence)
    const wait = Math.ceil((problem.retryAfter ?? 0) / 60)
    const text = problem.status === 429 ? t('inquiry.wait', { count: wait }) : problem.status === 0 ? t('inquiry.offline') : t('inquiry.failed', { detail: problem.detail ?? '' })
    trouble.replaceChildren(icon('error'), element('p', {}, text))
  }
}

function sentence(name, fault) {
  if (fault !== 'required') return t(`inquiry.fault.${fault}`, { field: t(`inquiry.field.${name}`) })
  const isConsent = name === 'consent'
  return t(isConsent ? 'inquiry.fault.consent' : 'inquiry.fault.required', { field: t(`inquiry.field.${name}`) })
}

const group = (name, ...content) => element('fieldset', { class: 'inquiry-group' }, element('legend', {}, t(`inquiry.group.${name}`)), ...content)
const pair = (...fields) => element('div', { class: 'inquiry-pair' }, ...fields)
export const formFailure = (again) => failure(t('inquiry.formFailed'), t('retry'), again)
export const formWaiting = () => waiting(t('inquiry.waiting'))
