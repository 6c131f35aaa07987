import { json, server } from '../api/server.js'
import { element, icon, textButton } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { t, useWords } from '../text/text.js'
import { copyable, named, openDialog, refusal, tick } from '../shortlist/dialog.js'

const KINDS = ['new', 'changed', 'price', 'status']

/**
 * Asks how somebody wants to hear of a search, and saves it. `filter` is CQL2 text, empty for every plot; `session` proves who
 * is signed in, where somebody is. The feed works at once, mail after the address was confirmed.
 */
export async function openSaveSearch({ filter = '', sort = null, language, session = null }) {
  await Promise.all([useWords('alerts', server.locale), useWords('shortlist', server.locale), useStyles('/css/shortlist.css')])
  const form = await json('/api/alerts/form')
  const send = (content) => (session ? session.ask('/api/alerts', { method: 'POST', content })
    : json('/api/alerts', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(content) }))

  openDialog(t('alerts.heading'), (close) => {
    const title = element('input', { type: 'text', maxlength: '120', autocomplete: 'off' })
    const email = element('input', { type: 'email', maxlength: '254', autocomplete: 'email' })
    const website = element('input', { type: 'text', tabindex: '-1', autocomplete: 'off', id: 'alert-website' })
    const kinds = KINDS.map((kind) => ({ kind, ...tick(t(`alerts.event.${kind}`), { checked: true }) }))
    const consent = tick(form.consentText[language])
    const agreed = element('div', { class: 'window-consent', hidden: true }, consent.root, element('a', { href: `/privacy.html#${language}`, target: '_blank', rel: 'noopener' }, t('footer.privacy')))
    email.addEventListener('input', () => { agreed.hidden = email.value.trim() === '' })
    const trouble = element('div', { class: 'window-trouble-place' })
    const body = element('form', { class: 'window-body', novalidate: true, on: { submit } },
      element('p', {}, t('alerts.lead', { months: form.months })),
      named(t('alerts.title'), title, t('alerts.titleHint')),
      element('fieldset', { class: 'window-choices' }, element('legend', {}, t('alerts.events')), ...kinds.map(({ root }) => root)),
      named(t('alerts.email'), email, t(form.byMail ? 'alerts.emailHint' : 'alerts.emailWaits', { hours: form.digestHours })), agreed,
      element('div', { class: 'trap', 'aria-hidden': 'true' }, element('label', { for: 'alert-website' }, 'Website'), website),
      trouble, element('button', { type: 'submit', class: 'btn btn-primary' }, t('alerts.save')))

    const say = (text, field) => {
      trouble.replaceChildren(element('p', { class: 'window-trouble', role: 'alert' }, text))
      field.focus()
    }

    async function submit(event) {
      event.preventDefault()
      trouble.replaceChildren()
      const wanted = kinds.filter(({ box }) => box.checked).map(({ kind }) => kind)
      const address = email.value.trim()
      if (wanted.length === 0) return say(t('alerts.noEvents'), kinds[0].box)
      if (address && !email.checkValidity()) return say(t('alerts.badEmail'), email)
      if (address && !consent.box.checked) return say(t('alerts.noConsent'), consent.box)
      body.setAttribute('aria-busy', 'true')
      try {
        const content = { filter, language, events: wanted, ...(sort && { sort }), ...(title.value.trim() && { title: title.value }), ...(address && { email: address, consent: form.consent }), ...(website.value && { website: website.value }) }
        body.replaceChildren(...saved(await send(content), close))
        body.querySelector('input').focus()
      } catch (problem) {
        trouble.replaceChildren(problem.said?.parameter === 'email' && problem.status === 400 ? element('p', { class: 'window-trouble', role: 'alert' }, t('alerts.badEmail')) : refusal(problem))
      } finally {
        body.removeAttribute('aria-busy')
      }
    }
    return body
  })
}

/** What was saved: the feed, the page to end it, and whether a mail is to be looked for. */
function saved(alert, close) {
  return [
    element('p', { role: 'status' }, t('alerts.saved'), ' ', alert.mail === 'waiting' && t('alerts.confirm')),
    ...copyable(t('alerts.feed'), location.origin + alert.feed),
    element('p', { class: 'window-hint' }, t('alerts.feedHint')),
    element('div', { class: 'button-row' }, element('a', { class: 'text-button', href: alert.link.slice(1), on: { click: close } }, icon('settings'), element('span', {}, t('alerts.manage'))),
      textButton(t('shortlist.close'), 'close', close)),
  ]
}
