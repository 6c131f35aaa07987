import { shortMoment } from '../text/format.js'
import { t, useWords } from '../text/text.js'
import { element, icon, nothing, textButton } from '../panels/markup.js'
import { attempt, choice, form, input, labelled, notice, primary } from './forms.js'

const PAGE = 50
const ACTIONS = [
  'sign-in', 'sign-in-failed', 'sign-out', 'password-changed', 'password-reset', 'password-reset-asked', 'second-factor-on', 'second-factor-off',
  'account-created', 'account-changed', 'rights-changed', 'token-created', 'token-revoked',
  'feature-created', 'feature-changed', 'feature-retired', 'feature-restored',
  'proposal-created', 'proposal-submitted', 'proposal-withdrawn', 'proposal-sent-back', 'proposal-approved', 'proposal-published',
  'load-applied', 'load-rolled-back', 'layer-changed', 'personal-data-exported', 'personal-data-erased',
  'verification-asked', 'verification-given', 'audit-read', 'audit-exported',
]

/** Who has done what, last first, and the same as a file. */
export async function auditPage({ session, server, signal }) {
  await useWords('audit', server.locale)
  const fields = {
    from: input({ type: 'date' }),
    to: input({ type: 'date' }),
    who: input({ maxlength: '60', spellcheck: 'false' }),
    action: choice([['', t('audit.everything')], ...ACTIONS.map((action) => [action, t(`audit.action.${action}`)])]),
    subject: input({ maxlength: '120', spellcheck: 'false', placeholder: 'proposal:12' }),
  }
  const list = element('div', { class: 'audit-list', 'aria-live': 'polite' })
  const csv = element('a', { class: 'text-button', download: '' }, icon('file-csv'), element('span', {}, t('audit.csv')))
  const wanted = () => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value.trim()]).filter(([, value]) => value))
  const ask = (after) => session.ask(`/api/audit?${new URLSearchParams({ ...wanted(), limit: PAGE, ...(after ? { after } : {}) })}`, { signal })

  async function show() {
    csv.href = `/api/audit?${new URLSearchParams({ ...wanted(), f: 'csv' })}`
    const first = await ask(null)
    const rows = element('tbody', {}, ...first.entries.map(row))
    list.replaceChildren(first.entries.length === 0 ? nothing(t('audit.nothing')) : table(rows), moreOf(first.next, rows))
  }

  function moreOf(next, rows) {
    if (!next) return ''
    const more = textButton(t('audit.more'), 'arrow-down-triangle', attempt(async () => {
      const page = await ask(next)
      rows.append(...page.entries.map(row))
      more.replaceWith(moreOf(page.next, rows))
    }))
    return more
  }

  await show()
  return [element('p', { class: 'desk-lead' }, t('audit.lead')), notice('info', t('audit.how')),
    form([element('div', { class: 'audit-filter', role: 'group', 'aria-label': t('audit.filter') }, labelled(t('audit.from'), fields.from), labelled(t('audit.to'), fields.to),
      labelled(t('audit.who'), fields.who), labelled(t('audit.action'), fields.action), labelled(t('audit.subject'), fields.subject, t('audit.subject.hint')))],
    [primary(t('audit.show')), csv], show), list]
}

const row = ({ at, who, action, subject, detail }) => element('tr', {}, element('th', { scope: 'row' }, shortMoment(at)), cell(t('audit.who'), who),
  cell(t('audit.action'), t(`audit.action.${action}`)), cell(t('audit.subject'), subject ?? ''), cell(t('audit.detail'), element('span', { class: 'audit-detail' }, detail ?? '')))

const cell = (title, content) => element('td', { 'data-title': title }, content)

const table = (rows) => element('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t('place.audit') },
  element('table', { class: 'desk-table table-cards' }, element('caption', { class: 'visually-hidden' }, t('place.audit')),
    element('thead', {}, element('tr', {}, ...[t('audit.at'), t('audit.who'), t('audit.action'), t('audit.subject'), t('audit.detail')].map((head) => element('th', { scope: 'col' }, head)))), rows))
