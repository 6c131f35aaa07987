import { shortMoment } from '../text/format.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { accountForm } from './account-form.js'
import { openDialog } from './dialog.js'
import { danger, notice, primary, secondary } from './forms.js'
import { showOnce } from './once.js'
import { problemText } from './problems.js'

/** Who may sign in, for admins: list, create, change, deactivate, new password. */
export async function accountsPage({ desk, server, store, catalogue, territories, account: self, signal, again }) {
  const [accounts] = await Promise.all([desk.accounts({ signal }), territories.ready])
  const nameOf = (code) => (code ? territories.list.find((one) => one.code === code)?.name ?? code : t('territory.all'))

  function row(one) {
    return element('tr', { class: one.active ? '' : 'is-inactive', 'data-account': one.username },
      element('th', { scope: 'row' }, one.displayName, element('span', { class: 'row-code' }, one.username)),
      element('td', { 'data-title': t('accounts.role') }, t(`role.${one.role}`)),
      element('td', { 'data-title': t('territory.label') }, nameOf(one.territory), one.municipality && element('span', { class: 'row-code' }, `${t('accounts.municipality')} ${one.municipality}`),
        one.layers && element('span', { class: 'row-code' }, t('accounts.layersCount', { count: one.layers.length }))),
      element('td', { 'data-title': t('accounts.state') }, element('span', { class: one.active ? 'tag tag-fresh' : 'tag' }, t(one.active ? 'accounts.active' : 'accounts.inactive')),
        one.hasSecondFactor && element('span', { class: 'tag' }, t('accounts.secondFactor')),
        one.mustChangePassword && element('span', { class: 'tag' }, t('accounts.firstPassword'))),
      element('td', { 'data-title': t('accounts.lastLogin') }, one.lastLoginAt ? shortMoment(one.lastLoginAt) : t('accounts.never')),
      element('td', { class: 'cell-actions' },
        textButton(t('accounts.edit'), 'pencil', () => edit(one), { 'aria-label': t('accounts.editOf', { name: one.displayName }) }),
        textButton(t('accounts.reset'), 'key', () => reset(one), { 'aria-label': t('accounts.resetOf', { name: one.displayName }) }),
        one.hasSecondFactor && one.username !== self.username && textButton(t('accounts.noSecondFactor'), 'delete', () => removeSecondFactor(one), { 'aria-label': t('accounts.noSecondFactorOf', { name: one.displayName }) })))
  }

  function edit(one) {
    openDialog({
      title: one ? t('accounts.editOf', { name: one.displayName }) : t('accounts.create'),
      fill: (close) => {
        return accountForm({ one, isSelf: one?.username === self.username, territories, catalogue, server, language: store.get().language, close, send: async (content) => {
          if (one) {
            await desk.changeAccount(one.id, content)
            close()
          } else {
            const made = await desk.createAccount(content)
            close()
            showOnce(t('accounts.made', { name: made.account.username }), t('accounts.madeText'), made.password)
          }
          again()
        } })
      },
    })
  }

  /** Something that is asked once more before it is done. */
  function confirmed({ title, text, label, act }) {
    openDialog({
      title,
      fill: (close) => {
        const trouble = element('div')
        return [element('p', {}, text), trouble, element('div', { class: 'button-row form-buttons' }, danger(label, async () => {
          try {
            await act(close)
            again()
          } catch (problem) {
            trouble.replaceChildren(notice('error', problemText(problem)))
          }
        }), secondary(t('dialog.cancel'), close))]
      },
    })
  }

  const reset = (one) => confirmed({ title: t('accounts.resetOf', { name: one.displayName }), text: t('accounts.resetText'), label: t('accounts.reset'), act: async (close) => {
    const { password } = await desk.resetPassword(one.id)
    close()
    showOnce(t('accounts.made', { name: one.username }), t('accounts.madeText'), password)
  } })

  const removeSecondFactor = (one) => confirmed({ title: t('accounts.noSecondFactorOf', { name: one.displayName }), text: t('accounts.noSecondFactorText'), label: t('accounts.noSecondFactor'), act: async (close) => {
    await desk.removeSecondFactorOf(one.id)
    close()
  } })

  return [
    element('div', { class: 'desk-head' }, element('p', { class: 'desk-lead' }, t('accounts.lead')), primary(t('accounts.create'), { id: 'create-account' }, () => edit(null))),
    element('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t('accounts.heading') }, element('table', { class: 'desk-table table-cards' },
      element('caption', { class: 'visually-hidden' }, t('accounts.heading')),
      element('thead', {}, element('tr', {}, ...[t('accounts.name'), t('accounts.role'), t('territory.label'), t('accounts.state'), t('accounts.lastLogin')].map((title) => element('th', { scope: 'col' }, title)), element('td', {}))),
      element('tbody', {}, ...accounts.map(row)))),
  ]
}
