import { showOffered } from '../state/offer.js'
import { drawnPhoto } from '../panels/photo.js'
import { putBack, typedIn } from '../panels/typed.js'
import { language, t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { areaOf } from './area.js'
import { outlineField } from './outline.js'
import { plotFields } from './plot-fields.js'

const OFFERED_BY = ['owner', 'agent', 'municipality']
const FOUND_BY_PLACE = ['municipality_code'] // nobody has to know it
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

let left = null // {typed, geometry}: what was not sent when somebody went elsewhere, or chose another language

/** The form by which anybody offers a plot. */
export async function offerForm(parts) {
  const { store, catalogue, offers, signal } = parts
  let opened = { ...(await offers.form({ signal })), at: Date.now() }
  let geometry = left?.geometry ?? null
  let sent = false
  const trouble = element('div', { class: 'offer-trouble', role: 'alert' })
  const fields = plotFields({ catalogue, names: opened.fields.filter((name) => !FOUND_BY_PLACE.includes(name)), values: {}, required: ['area_m2'] })
  const outline = outlineField({ ...parts, geometry, onChange: (next, cadastre) => {
    geometry = next
    trouble.replaceChildren()
    if (next) fields.propose('area_m2', Math.round(areaOf(next)))
    if (cadastre) {
      fields.propose('cadastral_code', cadastre.code)
      fields.propose('cadastral_sheet', cadastre.sheet)
      fields.propose('cadastral_parcels', cadastre.parcels.join(', '))
    }
  } })
  const offeredBy = element('select', { class: 'field', id: 'offer-by' }, ...OFFERED_BY.map((one) => element('option', { value: one }, t(`offer.by.${one}`))))
  const text = (name, attributes) => element('input', { type: 'text', class: 'field', id: `offer-contact-${name}`, ...attributes })
  const organisation = text('organisation', { maxlength: '200', autocomplete: 'organization' })
  const name = text('name', { maxlength: '120', autocomplete: 'name', 'aria-required': 'true' })
  const email = text('email', { type: 'email', maxlength: '254', autocomplete: 'email', 'aria-required': 'true' })
  const phone = text('phone', { type: 'tel', maxlength: '40', autocomplete: 'tel' })
  const message = element('textarea', { class: 'field', id: 'offer-message', rows: '4', maxlength: '4000' })
  const photo = element('input', { type: 'file', class: 'field', id: 'offer-photo', accept: 'image/jpeg,image/png' })
  const website = element('input', { type: 'text', id: 'offer-website', tabindex: '-1', autocomplete: 'off' })
  const consent = element('input', { type: 'checkbox', id: 'offer-consent' })
  const send = element('button', { type: 'submit', class: 'btn btn-primary' }, t('offer.send'))
  const labelled = (input, label, { hint = null, required = false } = {}) => element('div', { class: 'offer-field' }, element('label', { for: input.id }, label, required && element('span', { class: 'required' }, ` ${t('offer.required')}`)), input, hint && element('p', { class: 'field-hint' }, hint))
  const group = (key, ...content) => element('fieldset', { class: 'offer-group' }, element('legend', {}, t(`offer.group.${key}`)), ...content)

  const form = element('form', { class: 'offer-form', novalidate: true, on: { submit: submitted, input: () => trouble.replaceChildren() } },
    element('p', { class: 'offer-lead' }, t(opened.byMail ? 'offer.lead' : 'offer.leadWithoutMail')),
    group('place', outline), group('plot', fields.root, labelled(photo, t('offer.photo'), { hint: t('offer.photo.hint') })),
    group('contact', element('p', { class: 'field-hint' }, t('offer.contact.hint')), element('div', { class: 'offer-pair' }, labelled(offeredBy, t('offer.by')), labelled(organisation, t('offer.contact.organisation')),
      labelled(name, t('offer.contact.name'), { required: true }), labelled(email, t('offer.contact.email'), { required: true }), labelled(phone, t('offer.contact.phone'))), labelled(message, t('offer.message'))),
    element('div', { class: 'offer-trap', 'aria-hidden': 'true' }, element('label', { for: website.id }, t('offer.trap')), website),
    element('label', { class: 'offer-consent' }, consent, element('span', {}, opened.consent.text[language()], ' ', element('a', { href: `/privacy.html#${language()}`, target: '_blank' }, t('offer.privacy')))),
    trouble, element('div', { class: 'button-row' }, send))
  if (left) putBack(form, left.typed)
  signal.addEventListener('abort', () => (left = sent ? null : { typed: typedIn(form), geometry }))
  return form

  async function submitted(event) {
    event.preventDefault()
    if (send.disabled) return
    trouble.replaceChildren()
    const missing = !geometry ? ['geometry', document.querySelector('.offer-outline button')] : fields.bad() ? ['plot', fields.bad()] : !name.value.trim() ? ['name', name]
      : !email.value.trim() || !email.validity.valid ? ['email', email] : offeredBy.value === 'municipality' && !organisation.value.trim() ? ['organisation', organisation] : !consent.checked ? ['consent', consent] : null
    if (missing) return tell(t(`offer.missing.${missing[0]}`), missing[1])
    send.disabled = true
    try {
      const { token } = await sendPatiently()
      sent = true
      store.change(showOffered, token)
    } catch (problem) {
      if (!signal.aborted) tell(problem.detail ?? t('offer.failed'), fields.control(problem.said?.parameter?.replace(/^plot\./, '')) ?? null)
    } finally {
      send.disabled = false
    }
  }

  /** A form that was open too short a time waits; everything else is told. */
  async function sendPatiently() {
    const early = opened.minimumSeconds + 0.5 - (Date.now() - opened.at) / 1000
    if (early > 0) await pause(early)
    const content = { plot: fields.changes(), geometry, contact: { offeredBy: offeredBy.value, organisation: organisation.value, name: name.value, email: email.value, phone: phone.value },
      message: message.value, photo: photo.files[0] ? await drawnPhoto(photo.files[0], t('offer.badPhoto')) : null, language: language(), consent: opened.consent.version, form: opened.stamp, website: website.value }
    return offers.send(content, { signal })
  }

  function tell(sentence, control) {
    trouble.replaceChildren(element('p', {}, sentence))
    const section = control?.closest('details')
    if (section) section.open = true
    control ? control.focus() : trouble.scrollIntoView({ block: 'nearest' })
  }
}
