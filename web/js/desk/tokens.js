import { day, shortMoment } from '../text/format.js'
import { t } from '../text/text.js'
import { element, nothing, textButton } from '../panels/markup.js'
import { openDialog } from './dialog.js'
import { choice, danger, form, input, labelled, notice, primary, secondary } from './forms.js'
import { showOnce } from './once.js'
import { problemText } from './problems.js'

const DAYS = [30, 90, 180, 366]

/** The tokens with which somebody's programs act for them: make one (shown once), revoke one. */
export async function tokensPage({ desk, account, signal, again }) {
  const tokens = await desk.tokens({ signal })
  const usable = (token) => !token.revokedAt && Date.parse(token.expiresAt) > Date.now()

  function row(token) {
    const state = token.revokedAt ? t('tokens.revoked') : usable(token) ? t('tokens.usable') : t('tokens.expired')
    return element('tr', { class: usable(token) ? '' : 'is-inactive' },
      element('th', { scope: 'row' }, token.name),
      element('td', { 'data-title': t('tokens.scopes') }, token.scopes.map((scope) => t(`scope.${scope}`)).join(', ')),
      element('td', { 'data-title': t('tokens.expires') }, day(token.expiresAt)),
      element('td', { 'data-title': t('tokens.used') }, token.lastUsedAt ? shortMoment(token.lastUsedAt) : t('accounts.never')),
      element('td', { 'data-title': t('accounts.state') }, element('span', { class: usable(token) ? 'tag tag-fresh' : 'tag' }, state)),
      element('td', { class: 'cell-actions' }, usable(token) && textButton(t('tokens.revoke'), 'delete', () => revoke(token), { 'aria-label': t('tokens.revokeOf', { name: token.name }) })))
  }

  function revoke(token) {
    openDialog({
      title: t('tokens.revokeOf', { name: token.name }),
      fill: (close) => {
        const trouble = element('div')
        return [element('p', {}, t('tokens.revokeText')), trouble, element('div', { class: 'button-row form-buttons' }, danger(t('tokens.revoke'), async () => {
          try {
            await desk.revokeToken(token.id)
            close()
            again()
          } catch (problem) {
            trouble.replaceChildren(notice('error', problemText(problem)))
          }
        }), secondary(t('dialog.cancel'), close))]
      },
    })
  }

  function create() {
    openDialog({
      title: t('tokens.create'),
      fill: (close) => {
        const name = input({ required: true, maxlength: '120' })
        const days = choice(DAYS.map((count) => [count, t('tokens.days', { count })]), 90)
        const boxes = account.scopes.map((scope) => element('input', { type: 'checkbox', id: `scope-${scope}`, value: scope, checked: scope === 'read' }))
        const scopes = element('fieldset', { class: 'choices' }, element('legend', {}, t('tokens.scopes')), ...boxes.map((box) => element('div', { class: 'tick' }, box, element('label', { for: box.id }, t(`scope.${box.value}`)))))
        const made = form([labelled(t('tokens.name'), name, t('tokens.nameHint')), scopes, labelled(t('tokens.validity'), days)], [primary(t('tokens.make')), secondary(t('dialog.cancel'), close)], async () => {
          const chosen = boxes.filter((box) => box.checked).map((box) => box.value)
          if (chosen.length === 0) return made.querySelector('.form-trouble').replaceChildren(notice('error', t('tokens.noScope')))
          const { secret } = await desk.createToken({ name: name.value.trim(), scopes: chosen, days: Number(days.value) })
          close()
          showOnce(t('tokens.made', { name: name.value }), t('tokens.madeText'), secret)
          again()
        })
        return made
      },
    })
  }

  return [
    element('div', { class: 'desk-head' }, element('p', { class: 'desk-lead' }, t('tokens.lead')), primary(t('tokens.create'), { id: 'create-token' }, create)),
    tokens.length === 0 ? nothing(t('tokens.none')) : element('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t('tokens.heading') }, element('table', { class: 'desk-table table-cards' },
      element('caption', { class: 'visually-hidden' }, t('tokens.heading')),
      element('thead', {}, element('tr', {}, ...[t('tokens.name'), t('tokens.scopes'), t('tokens.expires'), t('tokens.used'), t('accounts.state')].map((title) => element('th', { scope: 'col' }, title)), element('td', {}))),
      element('tbody', {}, ...tokens.map(row)))),
  ]
}
