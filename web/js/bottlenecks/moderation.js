import { lastOf } from '../api/last.js'
import { dropPin, lookAt } from '../state/view.js'
import { moment, position } from '../text/format.js'
import { t } from '../text/text.js'
import { element, failure, nothing, textButton, waiting } from '../panels/markup.js'

const STATES = ['new', 'published', 'merged', 'refused', 'spam']

/** What people reported, for the desk: each report is published, merged into a bottleneck that is there, or refused with a reason. */
export function moderationPanel({ store, texts, session, register, signal }) {
  const body = element('div', {})
  const question = lastOf(signal)
  let live = null // what lives by the list that is shown
  const state = element('select', { class: 'field', id: 'bn-reports-state', on: { change: load } }, ...STATES.map((one) => element('option', { value: one }, t(`bn.reports.${one}`))))
  load()
  return element('div', { class: 'bn-reports' }, element('div', { class: 'field-group' }, element('label', { for: state.id }, t('bn.reports.state')), state), body)

  async function load() {
    const mine = (live = question())
    body.replaceChildren(waiting(t('bn.reports.waiting')))
    try {
      const { reports } = await session.ask(`/api/bottlenecks/reports?state=${state.value}`, { signal: mine })
      if (mine.aborted) return
      body.replaceChildren(reports.length === 0 ? nothing(t('bn.reports.none')) : element('ol', { class: 'bn-list' }, ...reports.map(card)))
    } catch (problem) {
      if (!mine.aborted) body.replaceChildren(failure(problem.detail ?? t('bn.reports.failed'), t('retry'), load))
    }
  }

  function card(report) {
    const { id, ticket, receivedAt, type, name, descriptionIt, descriptionEn, longitude, latitude, hasPhoto, contactName, email, phone, erasedAt, reason, decidedBy } = report
    const trouble = element('p', { class: 'bn-warning', role: 'alert', hidden: true })
    const open = report.state === 'new' || report.state === 'spam'
    const contact = [contactName, email, phone].filter(Boolean).join(', ')
    return element('li', { class: 'bn-card' },
      element('h2', { class: 'bn-name' }, name ?? ticket), element('p', { class: 'bn-line' }, element('span', {}, ticket), element('span', {}, texts.type(type)), element('span', {}, moment(receivedAt))),
      element('p', {}, descriptionIt ?? descriptionEn ?? ''),
      hasPhoto && element('img', { class: 'bn-photo', src: `/api/bottlenecks/reports/${id}/photo`, alt: t('bn.reports.photo', { ticket }), loading: 'lazy' }),
      latitude != null && textButton(position(latitude, longitude), 'map-marker', () => {
        store.change(dropPin, [longitude, latitude])
        store.change(lookAt, [longitude - 0.004, latitude - 0.003, longitude + 0.004, latitude + 0.003])
      }),
      element('p', { class: 'bn-note' }, contact ? t('bn.reports.contact', { contact }) : t(erasedAt ? 'bn.reports.erased' : 'bn.reports.anonymous'),
        decidedBy && ` ${t('bn.reports.decided', { who: decidedBy, reason: reason ?? '–' })}`),
      open ? decisions(report, trouble) : '', contact && !open ? textButton(t('bn.reports.erase'), 'delete', () => ask(report, trouble, 'erasure')) : '', trouble)
  }

  function decisions(report, trouble) {
    const key = `bn-report-${report.id}`
    const reason = element('input', { type: 'text', class: 'field', id: `${key}-reason`, maxlength: '500' })
    const into = element('select', { class: 'field', id: `${key}-into` })
    register.watch(({ answer }) => into.replaceChildren(element('option', { value: '' }, t('bn.whatif.choose')), ...(answer?.items ?? []).map((item) => element('option', { value: String(item.id) }, item.properties.name ?? item.properties.code))), live)
    return element('div', { class: 'bn-decide' },
      element('div', { class: 'field-group' }, element('label', { for: reason.id }, t('bn.reports.reason')), reason),
      element('div', { class: 'button-row' }, textButton(t('bn.reports.publish'), 'check', () => decide({ verdict: 'publish', reason: reason.value })), textButton(t('bn.reports.refuse'), 'close', () => decide({ verdict: 'refuse', reason: reason.value }))),
      element('div', { class: 'field-group' }, element('label', { for: into.id }, t('bn.reports.into')), into),
      textButton(t('bn.reports.merge'), 'link', () => decide({ verdict: 'merge', into: Number(into.value) || null, reason: reason.value })))

    function decide(content) {
      return ask(report, trouble, 'decision', content)
    }
  }

  async function ask({ id, version }, trouble, what, content) {
    try {
      await session.ask(`/api/bottlenecks/reports/${id}/${what}`, { method: 'POST', content, headers: { 'If-Match': `"${version}"` } })
      await Promise.all([load(), register.load()])
    } catch (problem) {
      trouble.hidden = false
      trouble.textContent = problem.detail ?? t('bn.reports.failed')
    }
  }
}
