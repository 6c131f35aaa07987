import { initialOffer, showOffered } from '../state/offer.js'
import { openPlot } from '../state/view.js'
import { day, moment } from '../text/format.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { facts } from './facts.js'

/** Where an offer stands, for whoever has its link. */
export async function receiptView(parts) {
  const { offers, token, signal } = parts
  return sheet(await offers.receipt(token, { signal }), parts)
}

/** A press of a button, so that a program that follows the links of a mail confirms nothing. */
export async function confirmView(parts) {
  const { offers, token, store } = parts
  const said = element('p', { class: 'offer-trouble-text', role: 'alert' })
  const body = element('div', { class: 'offer-receipt' }, element('p', {}, t('offer.confirm.text')), said, element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-primary', on: { click: async (event) => {
    event.target.disabled = true
    try {
      const offer = await offers.confirm(token)
      body.replaceChildren(element('p', { class: 'offer-good', role: 'status', tabindex: '-1' }, t('offer.confirm.done')), ...sheet(offer, parts))
    } catch (problem) {
      said.textContent = problem.status === 404 ? t('offer.unknownLink') : problem.detail ?? t('offer.failed')
      event.target.disabled = false
    }
  } } }, t('offer.confirm.do')), textButton(t('offer.another'), 'plus', () => store.change((state) => ({ ...state, ...initialOffer })))))
  return body
}

function sheet(offer, { store, catalogue, names, overlay, token, signal }) {
  if (offer.geometry) overlay.show({ areas: [{ geometry: offer.geometry, rank: 1, label: offer.ticket }] })
  signal.addEventListener('abort', () => overlay.show(null))
  const row = (name, value) => element('div', {}, element('dt', {}, name), element('dd', {}, value))
  const isWaiting = offer.state === 'unconfirmed'
  return [element('div', { class: 'offer-receipt' },
    element('p', { class: 'offer-ticket' }, t('offer.ticket'), ' ', element('strong', {}, offer.ticket)),
    element('p', { class: `offer-state is-${offer.state}`, role: 'status' }, t(`offer.state.${offer.state}`)),
    isWaiting && element('p', {}, t('offer.state.unconfirmed.how')),
    offer.reason && element('p', {}, element('strong', {}, t('offer.reason')), ' ', offer.reason),
    element('dl', { class: 'offer-facts' }, row(t('offer.received'), moment(offer.receivedAt)), offer.decidedAt && row(t('offer.decided'), day(offer.decidedAt))),
    offer.state === 'published' && offer.plot && element('div', { class: 'button-row' }, textButton(t('offer.seePlot'), 'file', () => store.change(openPlot, offer.plot))),
    element('h2', {}, t('offer.said')), facts({ catalogue, names }, offer.properties),
    element('p', { class: 'field-hint' }, t('offer.keepLink')), store.get().offered === token && element('p', {}, element('code', { class: 'offer-link' }, location.href)))]
}
