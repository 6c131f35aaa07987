import { shortMoment } from '../text/format.js'
import { LANGUAGES, t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { openDialog } from './dialog.js'
import { choice, danger, form, input, labelled, notice, primary, secondary, tick } from './forms.js'
import { showOnce } from './once.js'
import { problemText } from './problems.js'

const ROLES = ['viewer', 'tour_organiser', 'municipal_editor', 'planner', 'desk', 'auditor', 'admin']

/** Who may sign in, for admins: list, create, change, deactivate, new password. */
export async function accountsPage({ desk, territories, account: self, signal, again }) {
  const [accounts] = await Promise.all([desk.accounts({ signal }), territories.ready])
  const nameOf = (code) => (code ? territories.list.find((one) => one.code === code)?.name ?? code : t('territory.all'))

  function row(one) {
    return element('tr', { class: one.active ? '' : 'is-inactive', 'data-account': one.username },
      element('th', { scope: 'row' }, one.displayName, element('span', { class: 'row-code' }, one.username)),
      element('td', { 'data-title': t('accounts.role') }, t(`role.${one.role}`)),
      element('td', { 'data-title': t('territory.label') }, nameOf(one.territory)),
      element('td', { 'data-title': t('accounts.state') }, element('span', { class: one.active ? 'tag tag-fresh' : 'tag' }, t(one.active ? 'accounts.active' : 'accounts.inactive')),
        one.mustChangePassword && element('span', { class: 'tag' }, t('accounts.firstPassword'))),
      element('td', { 'data-title': t('accounts.lastLogin') }, one.lastLoginAt ? shortMoment(one.lastLoginAt) : t('accounts.never')),
      element('td', { class: 'cell-actions' },
        textButton(t('accounts.edit'), 'pencil', () => edit(one), { 'aria-label': t('accounts.editOf', { name: one.displayName }) }),
        textButton(t('accounts.reset'), 'key', () => reset(one), { 'aria-label': t('accounts.resetOf', { name: one.displayName }) })))
  }

  function edit(one) {
    openDialog({
      title: one ? t('accounts.editOf', { name: one.displayName }) : t('accounts.create'),
      fill: (close) => {
        const username = input({ required: true, pattern: '[A-Za-z0-9][A-Za-z0-9._@\\-]{1,59}', autocapitalize: 'none', spellcheck: 'false' })
        const displayName = input({ value: one?.displayName ?? '', required: true, maxlength: '120' })
        const email = input({ type: 'email', value: one?.email ?? '' })
        const role = choice(ROLES.map((name) => [name, t(`role.${name}`)]), one?.role ?? 'viewer')
        const territory = choice([['', t('territory.all')], ...territories.list.map(({ code, name }) => [code, name])], one?.territory ?? '')
        const language = choice(LANGUAGES.map((code) => [code, t(`language.${code}`)]), one?.language ?? 'it')
        let active = one?.active ?? true
        const content = () => ({ displayName: displayName.value.trim(), email: email.value.trim() || null, role: role.value, territory: territory.value || null, language: language.value })
        return form([
          !one && labelled(t('signIn.username'), username, t('accounts.usernameHint')),
          labelled(t('accounts.name'), displayName), labelled(t('accounts.email'), email),
          element('div', { class: 'field-pair' }, labelled(t('accounts.role'), role), labelled(t('territory.label'), territory)),
          element('ul', { class: 'role-list' }, ...ROLES.map((name) => element('li', {}, element('strong', {}, t(`role.${name}`)), ' ', t(`role.may.${name}`)))),
          labelled(t('language.label'), language),
          one && one.username !== self.username && tick(t('accounts.mayEnter'), active, (on) => (active = on), t('accounts.mayEnterHint')),
        ].filter(Boolean), [primary(t(one ? 'accounts.save' : 'accounts.make')), secondary(t('dialog.cancel'), close)], async () => {
          if (one) {
            await desk.changeAccount(one.id, { ...content(), active })
            close()
          } else {
            const made = await desk.createAccount({ username: username.value.trim(), ...content() })
            close()
            showOnce(t('accounts.made', { name: made.account.username }), t('accounts.madeText'), made.password)
          }
          again()
        })
      },
    })
  }

  function reset(one) {
    openDialog({
      title: t('accounts.resetOf', { name: one.displayName }),
      fill: (close) => {
        const trouble = element('div')
        return [element('p', {}, t('accounts.resetText')), trouble, element('div', { class: 'button-row form-buttons' },
          danger(t('accounts.reset'), async () => {
            try {
              const { password } = await desk.resetPassword(one.id)
              close()
              showOnce(t('accounts.made', { name: one.username }), t('accounts.madeText'), password)
              again()
            } catch (problem) {
              trouble.replaceChildren(notice('error', problemText(problem)))
            }
          }), secondary(t('dialog.cancel'), close))]
      },
    })
  }

  return [
    element('div', { class: 'desk-head' }, element('p', { class: 'desk-lead' }, t('accounts.lead')), primary(t('accounts.create'), { id: 'create-account' }, () => edit(null))),
    element('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t('accounts.heading') }, element('table', { class: 'desk-table table-cards' },
      element('caption', { class: 'visually-hidden' }, t('accounts.heading')),
      element('thead', {}, element('tr', {}, ...[t('accounts.name'), t('accounts.role'), t('territory.label'), t('accounts.state'), t('accounts.lastLogin')].map((title) => element('th', { scope: 'col' }, title)), element('td', {}))),
      element('tbody', {}, ...accounts.map(row)))),
  ]
}
