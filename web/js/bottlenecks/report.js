import { bottleneckServer } from '../api/bottlenecks.js'
import { dropPin } from '../state/view.js'
import { position } from '../text/format.js'
import { language, t } from '../text/text.js'
import { element, failure, textButton, waiting } from '../panels/markup.js'
import { drawnPhoto } from '../panels/photo.js'
import { putBack, typedIn } from '../panels/typed.js'

let left = null // {typed, place}: what was not sent when somebody went elsewhere, or chose another language

/** The form by which anybody reports a bottleneck; the place is where the map looks. */
export function reportPanel({ store, texts, session, signal }) {
  const root = element('div', { class: 'bn-report' })
  let place = left?.place ?? null
  signal.addEventListener('abort', () => {
    if (root.querySelector('form')) left = { typed: typedIn(root), place }
  })
  open()
  return root

  async function open() {
    root.replaceChildren(waiting(t('bn.report.waiting')))
    try {
      const given = await bottleneckServer.reportForm({ signal })
      if (signal.aborted) return
      root.replaceChildren(form(given))
      if (left) putBack(root, left.typed)
    } catch {
      if (!signal.aborted) root.replaceChildren(failure(t('bn.report.closed'), t('retry'), open))
    }
  }

  function form(given) {
    const type = element('select', { class: 'field', id: 'bn-report-type', name: 'type', required: true }, element('option', { value: '' }, t('bn.report.choose')), ...texts.types().map(([value, title]) => element('option', { value }, title)))
    const title = element('input', { type: 'text', class: 'field', id: 'bn-report-title', maxlength: '120' })
    const description = element('textarea', { class: 'field', id: 'bn-report-description', rows: '5', maxlength: '2000', required: true })
    const photo = element('input', { type: 'file', class: 'field', id: 'bn-report-photo', accept: 'image/jpeg,image/png' })
    const name = element('input', { type: 'text', class: 'field', id: 'bn-report-name', maxlength: '120', autocomplete: 'name' })
    const email = element('input', { type: 'email', class: 'field', id: 'bn-report-email', maxlength: '254', autocomplete: 'email' })
    const phone = element('input', { type: 'tel', class: 'field', id: 'bn-report-phone', maxlength: '40', autocomplete: 'tel' })
    const website = element('input', { type: 'text', id: 'bn-report-website', tabindex: '-1', autocomplete: 'off' })
    const consent = element('input', { type: 'checkbox', id: 'bn-report-consent' })
    const where = element('p', { role: 'status', class: 'bn-where' }, place ? position(place.latitude, place.longitude) : t('bn.report.nowhere'))
    const trouble = element('p', { class: 'bn-warning', role: 'alert', hidden: true })
    const send = element('button', { type: 'submit', class: 'btn btn-primary' }, t('bn.report.send'))
    const field = (input, key, hint) => element('div', { class: 'field-group' }, element('label', { for: input.id }, t(`bn.report.${key}`)), input, hint && element('p', { class: 'field-hint' }, t(hint)))
    const take = () => {
      const { longitude, latitude } = store.get().view
      place = { longitude, latitude }
      store.change(dropPin, [longitude, latitude])
      where.textContent = position(latitude, longitude)
    }

    return element('form', { class: 'bn-form', novalidate: true, on: { submit: submitted } },
      element('p', { class: 'field-hint' }, t('bn.report.hint')),
      element('fieldset', { class: 'bn-set' }, element('legend', {}, t('bn.report.place')), element('p', { class: 'field-hint' }, t('bn.report.place.hint')), where, textButton(t('bn.report.take'), 'map-marker', take)),
      field(type, 'type'), field(title, 'title', 'bn.report.title.hint'), field(description, 'description', 'bn.report.description.hint'), field(photo, 'photo', 'bn.report.photo.hint'),
      element('fieldset', { class: 'bn-set' }, element('legend', {}, t('bn.report.contact')), element('p', { class: 'field-hint' }, t('bn.report.contact.hint')), field(name, 'name'), field(email, 'email'), field(phone, 'phone')),
      element('div', { class: 'bn-trap', 'aria-hidden': 'true' }, element('label', { for: website.id }, t('bn.report.trap')), website),
      element('label', { class: 'bn-choice bn-consent' }, consent, element('span', {}, given.consent.text[language()], ' ', element('a', { href: `/privacy.html#${language()}`, target: '_blank' }, t('bn.report.privacy')))),
      trouble, element('div', { class: 'button-row' }, send))

    async function submitted(event) {
      event.preventDefault()
      const missing = !place ? 'place' : !type.value ? 'type' : !description.value.trim() ? 'description' : !consent.checked ? 'consent' : null
      if (missing) return tell(t(`bn.report.missing.${missing}`), { type, description, consent }[missing])
      send.disabled = true
      try {
        const content = { type: type.value, ...place, title: title.value, description: description.value, photo: photo.files[0] ? await drawnPhoto(photo.files[0], t('bn.report.badPhoto')) : null,
          contact: { name: name.value, email: email.value, phone: phone.value }, language: language(), consent: given.consent.version, form: given.stamp, website: website.value }
        const { ticket } = await session.ask('/api/bottlenecks/reports', { method: 'POST', content, signal })
        store.change(dropPin, null)
        place = left = null
        const thanks = element('div', { class: 'bn-thanks', tabindex: '-1' }, element('h2', {}, t('bn.report.thanks')), element('p', {}, t('bn.report.ticket', { ticket })), textButton(t('bn.report.another'), 'plus', open))
        root.replaceChildren(thanks)
        thanks.focus()
      } catch (problem) {
        if (!signal.aborted) tell(problem.detail ?? t('bn.report.failed'))
      } finally {
        send.disabled = false
      }
    }

    function tell(text, control) {
      trouble.hidden = false
      trouble.textContent = text
      control?.focus()
    }
  }
}
