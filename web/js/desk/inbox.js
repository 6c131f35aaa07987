import { filterInbox, openInquiry } from '../state/view.js'
import { number, shortMoment, withUnit } from '../text/format.js'
import { t, useWords } from '../text/text.js'
import { element, icon, nothing, textButton } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { stateTag } from '../inquiry/facts.js'
import { attempt, choice, labelled, notice } from './forms.js'

const PAGE = 25
const STATES = ['new', 'in_progress', 'answered', 'closed', 'spam']
const AGES = [24, 48, 168, 720]
let styles = null

/** The inquiries that wait for the desk, newest first, with the clock of each. */
export async function inboxPage(parts) {
  const { store, desk, server, territories, account, signal, again } = parts
  const { inbox: filter } = store.get()
  const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value))
  const [first, colleagues] = await Promise.all([desk.inquiries({ ...query, limit: PAGE }, { signal }), desk.colleagues({ signal }), useInquiryWords(server), territories.ready])
  const rows = element('tbody', {}, ...first.items.map(row))
  const more = element('div', { class: 'button-row desk-more' })
  let { next } = first
  offerMore()

  function offerMore() {
    more.replaceChildren(...(next ? [textButton(t('inbox.more'), 'arrow-down-triangle', attempt(async () => {
      const page = await desk.inquiries({ ...query, limit: PAGE, before: next }, { signal })
      rows.append(...page.items.map(row))
      next = page.next
      offerMore()
    }))] : []))
  }

  function row(one) {
    const who = one.contact?.organisation ?? t('inbox.erased')
    const open = element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(openInquiry, one.id) } }, who)
    return element('tr', { 'data-inquiry': one.ticket },
      element('th', { scope: 'row' }, open, element('span', { class: 'row-code' }, one.ticket)),
      cell(t('inbox.needs'), [withUnit(one.needs.areaM2, 'm²'), one.needs.jobs !== undefined && t('inbox.jobs', { count: one.needs.jobs, number: number(one.needs.jobs, 0) }),
        one.places.length > 0 && one.places.map(({ code }) => code).join(', ')].filter(Boolean).join(' · ')),
      cell(t('inbox.received'), element('div', {}, shortMoment(one.receivedAt), clock(one))),
      cell(t('inbox.state'), stateTag(one.state)),
      cell(t('inbox.assigned'), nameOf(one.assignedTo, colleagues)))
  }

  const count = (state) => first.counts.filter((one) => (state === 'open' ? ['new', 'in_progress'].includes(one.state) : state === null || one.state === state)).reduce((sum, { inquiries }) => sum + inquiries, 0)
  const overdue = first.counts.reduce((sum, one) => sum + one.overdue, 0)
  const change = (name) => (event) => store.change(filterInbox, { [name]: event.target.value || null })
  const select = (name, options) => {
    const field = choice(options, filter[name] ?? '', { id: `inbox-${name}` })
    field.addEventListener('change', change(name))
    return field
  }

  return [
    element('p', { class: 'desk-lead' }, t('inbox.lead', { hours: first.responseHours, months: first.retentionMonths })),
    !first.mailServer && notice('warning', t('inbox.noMailServer', { count: first.mail.waiting, number: number(first.mail.waiting, 0) })),
    first.mail.failed > 0 && notice('error', t('inbox.mailFailed', { count: first.mail.failed, number: number(first.mail.failed, 0) })),
    element('div', { class: 'inbox-filter', role: 'group', 'aria-label': t('inbox.filter') },
      labelled(t('inbox.state'), select('state', [['', counted(t('inbox.all'), count(null))], ['open', counted(t('inbox.open'), count('open'))], ...STATES.map((state) => [state, counted(t(`inquiry.state.${state}`), count(state))])])),
      labelled(t('inbox.assigned'), select('assigned', [['', t('inbox.anybody')], ['-', t('inbox.nobody')], [account.username, t('inbox.me')], ...colleagues.filter(({ username }) => username !== account.username).map((one) => [one.username, one.displayName])])),
      !account.territory && territories.list.length > 1 && labelled(t('territory.label'), select('territory', [['', t('territory.all')], ...territories.list.map(({ code, name }) => [code, name])])),
      labelled(t('inbox.age'), select('olderThanHours', [['', t('inbox.anyAge')], ...AGES.map((hours) => [hours, t('inbox.olderThan', { time: spanText(hours) })])])),
      element('div', { class: 'inbox-actions button-row' },
        element('button', { type: 'button', class: 'text-button', 'aria-pressed': String(Boolean(filter.overdue)), on: { click: () => store.change(filterInbox, { overdue: filter.overdue ? null : true }) } }, icon('clock'), element('span', {}, t('inbox.overdueOnly', { count: overdue }))),
        element('a', { class: 'text-button', href: `/api/inquiries/export?${new URLSearchParams(query)}`, download: 'inquiries.csv' }, icon('download'), element('span', {}, t('inbox.export'))),
        textButton(t('inbox.refresh'), 'refresh', again))),
    first.items.length === 0 ? nothing(t('inbox.empty')) : element('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t('inbox.heading') },
      element('table', { class: 'desk-table table-cards' }, element('caption', { class: 'visually-hidden' }, t('inbox.heading')),
        element('thead', {}, element('tr', {}, ...[t('inbox.who'), t('inbox.needs'), t('inbox.received'), t('inbox.state'), t('inbox.assigned')].map((key) => element('th', { scope: 'col' }, key)))), rows)),
    more,
  ]
}

const cell = (label, ...content) => element('td', { 'data-title': label }, ...content)
const counted = (label, count) => `${label} (${number(count, 0)})`

/** Whole hours as somebody says them: from two days on in days. */
function spanText(hours) {
  if (hours < 1) return t('inbox.underAnHour')
  return hours < 48 ? t('inbox.hours', { count: hours }) : t('inbox.days', { count: Math.floor(hours / 24) })
}

/** How long an inquiry has waited, or had to wait, for an answer. */
export function clock({ state, hoursOpen, overdue }) {
  const isOpen = ['new', 'in_progress'].includes(state)
  const text = t(isOpen ? 'inbox.waits' : 'inbox.waited', { time: spanText(hoursOpen) })
  return element('span', { class: overdue ? 'clock is-overdue' : 'clock' }, icon('clock', 'xs'), ' ', text, overdue && element('strong', {}, ' ', t('inbox.overdue')))
}

export const nameOf = (username, colleagues) => (username ? colleagues.find((one) => one.username === username)?.displayName ?? username : t('inbox.nobody'))

/** Words and styles that the desk shares with the form. */
export async function useInquiryWords(server) {
  styles ??= useStyles('/css/inquiry.css')
  await Promise.all([useWords('inquiry', server.locale), styles])
}
