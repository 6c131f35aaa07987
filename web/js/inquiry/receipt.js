import { goToPlace } from '../state/view.js'
import { moment } from '../text/format.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { inquiryFacts, placeItem, stateTag } from './facts.js'

/** What was sent and how far it is, for whoever has the link; to be printed. */
export async function inquiryReceipt(parts) {
  const { store, session, catalogue, territories, signal } = parts
  const { receipt: token } = store.get()
  const [sent] = await Promise.all([session.ask(`/api/inquiries/receipts/${token}`, { signal }), territories.ready])
  const copied = element('span', { class: 'copied', role: 'status' })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      copied.textContent = t('feature.copied')
    } catch {
      copied.textContent = location.href
    }
  }

  return element('div', { class: 'receipt' },
    element('div', { class: 'receipt-head' },
      element('p', { class: 'ticket' }, element('span', {}, t('inquiry.ticket')), ' ', element('strong', {}, sent.ticket)),
      stateTag(sent.state)),
    element('p', { class: 'receipt-text' }, t('inquiry.receivedAt', { when: moment(sent.receivedAt) }), ' ',
      sent.answeredAt ? t('inquiry.answeredAt', { when: moment(sent.answeredAt) }) : t('inquiry.dueAt', { when: moment(sent.dueAt) })),
    sent.erasedAt && element('p', { class: 'receipt-text' }, t('inquiry.erasedAt', { when: moment(sent.erasedAt) })),
    element('p', { class: 'receipt-text receipt-link' }, t('inquiry.link')),
    element('div', { class: 'button-row receipt-buttons' }, textButton(t('inquiry.copy'), 'link', copy), textButton(t('feature.print'), 'print', () => window.print()),
      textButton(t('inquiry.another'), 'mail', () => store.change(goToPlace, 'inquiry')), copied),
    sent.places.length > 0 && element('section', {}, element('h2', {}, t('inquiry.group.places')), element('ul', { class: 'receipt-places' }, ...sent.places.map((place) => placeItem(place, parts)))),
    element('section', {}, element('h2', {}, t('inquiry.sent')), inquiryFacts(sent, { catalogue, territories })),
    element('p', { class: 'field-hint' }, t('inquiry.consentGiven', { version: sent.consentVersion, when: moment(sent.consentAt) })))
}
