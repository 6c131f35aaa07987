import { goToPlace } from '../state/view.js'
import { moment } from '../text/format.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { inquiryFacts, placeItem, stateTag } from '../inquiry/facts.js'
import { openDialog } from './dialog.js'
import { choice, danger, form, labelled, notice, primary, secondary } from './forms.js'
import { clock, nameOf, useInquiryWords } from './inbox.js'
import { problemText } from './problems.js'

const STATES = ['new', 'in_progress', 'answered', 'closed', 'spam']

/** One inquiry: what is asked, what the desk does about it, and what was done. */
export async function inquiryPage(parts) {
  const { store, desk, server, territories, heading, signal, again } = parts
  const [one, colleagues] = await Promise.all([desk.inquiry(store.get().inquiry, { signal }), desk.colleagues({ signal }), useInquiryWords(server), territories.ready])
  heading.textContent = t('inbox.one', { ticket: one.ticket })

  return [
    textButton(t('inbox.back'), 'arrow-left', () => store.change(goToPlace, 'inbox'), { class: 'text-button load-back' }),
    element('p', { class: 'inquiry-status' }, stateTag(one.state), ' ', clock(one), ' ', element('span', {}, t('inbox.receivedAt', { when: moment(one.receivedAt) }))),
    one.erasedAt && notice('info', t('inbox.erasedAt', { when: moment(one.erasedAt) })),
    element('div', { class: 'inquiry-columns' },
      element('div', {},
        element('section', { class: 'step' }, element('h2', {}, t('inquiry.sent')), inquiryFacts(one, parts), places(),
          one.search?.startsWith('#place=') && element('p', {}, element('a', { href: one.search }, t('inbox.search'))),
          element('p', { class: 'field-hint' }, t('inquiry.consentGiven', { version: one.consentVersion, when: moment(one.consentAt) }), ' ', t(`language.${one.language}`)))),
      element('div', {},
        element('section', { class: 'step' }, element('h2', {}, t('inbox.handling')), handling()),
        element('section', { class: 'step' }, element('h2', {}, t('inbox.history')), history(), !one.erasedAt && note()),
        !one.erasedAt && element('section', { class: 'step' }, element('h2', {}, t('inbox.person')), element('p', {}, t('inbox.eraseWhy')), danger(t('inbox.erase'), offerErasure)))),
  ]

  function places() {
    if (one.places.length === 0) return null
    return element('section', { class: 'inquiry-places' }, element('h3', {}, t('inquiry.group.places')), element('ul', {}, ...one.places.map((place) => placeItem(place, parts))))
  }

  function handling() {
    const state = choice(STATES.map((value) => [value, t(`inquiry.state.${value}`)]), one.state)
    const gone = one.assignedTo && !colleagues.some(({ username }) => username === one.assignedTo) && [one.assignedTo, one.assignedTo]
    const assigned = choice([['', t('inbox.nobody')], ...colleagues.map(({ username, displayName }) => [username, displayName]), gone], one.assignedTo ?? '')
    const made = form([element('div', { class: 'field-pair' }, labelled(t('inbox.state'), state), labelled(t('inbox.assigned'), assigned))], [primary(t('inbox.save'))], async () => {
      await desk.changeInquiry(one.id, one.version, { state: state.value, assignedTo: assigned.value || null })
      again()
    })
    // what a colleague did meanwhile is shown before anything is decided anew
    made.addEventListener('refused', ({ detail: problem }) => problem.status === 412 &&
      made.querySelector('.form-trouble').append(textButton(t('inbox.readAgain'), 'refresh', again)))
    return made
  }

  function history() {
    const mails = (one.mails ?? []).map((mail) => ({ at: mail.sentAt, text: mail.sentAt ? t(`inbox.mail.${mail.kind}.sent`) : mail.nextAttemptAt ? t(`inbox.mail.${mail.kind}.waits`) : t(`inbox.mail.${mail.kind}.failed`), detail: mail.error }))
    const events = (one.events ?? []).map((event) => ({ at: event.at, who: event.author === 'system' ? t('inbox.system') : nameOf(event.author, colleagues), text: eventText(event), detail: event.note }))
    const all = [{ at: one.receivedAt, text: t('inbox.event.received') }, ...mails, ...events].sort((a, b) => (a.at ?? '9').localeCompare(b.at ?? '9'))
    return element('ol', { class: 'inquiry-history' }, ...all.map(({ at, who, text, detail }) => element('li', {},
      element('p', {}, element('strong', {}, text), element('span', { class: 'server-note' }, [at && moment(at), who].filter(Boolean).join(' · '))),
      detail && element('p', { class: 'message-text' }, detail))))
  }

  function eventText({ kind, before, after }) {
    if (kind === 'state') return t('inbox.event.state', { before: t(`inquiry.state.${before}`), after: t(`inquiry.state.${after}`) })
    if (kind === 'assignment') return after ? t('inbox.event.assigned', { name: nameOf(after, colleagues) }) : t('inbox.event.unassigned')
    return kind === 'erasure' ? t('inbox.event.erasure') : t('inbox.event.note')
  }

  function note() {
    const text = element('textarea', { rows: '3', maxlength: '4000', required: true })
    return form([labelled(t('inbox.note'), text, t('inbox.noteHint'))], [element('button', { type: 'submit', class: 'btn btn-outline-primary' }, t('inbox.addNote'))], async () => {
      await desk.noteInquiry(one.id, text.value)
      again()
    })
  }

  function offerErasure() {
    openDialog({
      title: t('inbox.eraseOf', { ticket: one.ticket }),
      fill: (close) => {
        const trouble = element('div')
        return [element('p', {}, t('inbox.eraseWhat')), trouble, element('div', { class: 'button-row form-buttons' },
          danger(t('inbox.eraseConfirm'), async () => {
            try {
              await desk.eraseInquiry(one.id)
              close()
              again()
            } catch (problem) {
              trouble.replaceChildren(notice('error', problemText(problem)))
            }
          }), secondary(t('dialog.cancel'), close))]
      },
    })
  }
}
