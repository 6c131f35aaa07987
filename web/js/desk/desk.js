import { createDeskServer } from '../api/desk.js'
import { t, useWords } from '../text/text.js'
import { element, failure, waiting } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { createAccountMenu } from './account-menu.js'
import { accountsPage } from './accounts.js'
import { auditPage } from './audit.js'
import { notice, primary } from './forms.js'
import { historyPage } from './history.js'
import { inboxPage } from './inbox.js'
import { inquiryPage } from './inquiry-page.js'
import { loadPage } from './load-page.js'
import { ownersPage } from './owners.js'
import { ownAccountPage } from './own-account.js'
import { problemText } from './problems.js'
import { rowsOnMap } from './rows-on-map.js'
import { secondFactorPart } from './second-factor.js'
import { createSignIn } from './sign-in.js'
import { usagePage } from './usage.js'

/** Why an identity provider's answer led to no session, as the server names it. */
const PROVIDER_REASONS = ['refused', 'expired', 'unknown', 'level', 'unavailable']

/** Which scope opens a place, and what it shows. */
const PAGES = {
  inbox: { scope: 'write', heading: () => t('inbox.heading') },
  data: { scope: 'load', heading: () => t('data.heading') },
  owners: { scope: 'write', heading: () => t('owners.heading') },
  usage: { scope: 'write', heading: () => t('usage.heading') },
  audit: { scope: 'audit', heading: () => t('place.audit') },
  account: { scope: 'read', heading: () => t('account.own') },
  accounts: { scope: 'admin', heading: () => t('accounts.heading') },
}

/** The part of the application for those who sign in; all of it is loaded when it is first needed. */
export async function createDesk(parts) {
  const { root, mapRoot, store, session, server, signal } = parts
  await Promise.all([useWords('desk', server.locale), useStyles('/css/desk.css')])
  const signIn = createSignIn(parts)
  const common = { ...parts, desk: createDeskServer(session) }
  const menu = createAccountMenu({ ...parts, signIn })
  let running = null

  store.watch((state) => [state.place, state.load, state.step, state.inquiry, state.inbox, state.reset, state.session, state.language], () => render(), { signal })
  rowsOnMap({ ...common, root: mapRoot })

  async function render() {
    running?.abort()
    const mine = (running = new AbortController())
    const { place, load, inquiry, session: known } = store.get()
    const what = `${place}/${load}/${inquiry}`
    const page = PAGES[place]
    if (!page) return root.replaceChildren()
    const heading = element('h1', { class: 'desk-title', tabindex: '-1' }, page.heading())
    const body = element('div', { class: 'desk-body' })
    const frame = element('div', { class: 'desk-inner' }, heading, body)
    const draw = () => {
      const fromNavigation = document.activeElement?.matches('a[data-place]') || document.activeElement === document.body || root.contains(document.activeElement)
      const moved = root.dataset.shown !== what
      root.dataset.shown = what
      root.replaceChildren(frame)
      if (moved) root.scrollTop = 0
      if (fromNavigation && moved) heading.focus({ preventScroll: true })
    }
    if (!known) {
      body.replaceChildren(waiting(t('data.waiting')))
      return draw()
    }
    const { reset, provider } = store.get()
    if (place === 'account' && reset && !document.querySelector('dialog')) {
      signIn.chooseByLink(reset, () => store.change((state) => ({ ...state, reset: null })))
    }
    if (!known.account) {
      body.replaceChildren(...[provider && place === 'account' && notice('warning', t(`provider.${PROVIDER_REASONS.includes(provider) ? provider : 'refused'}`))].filter(Boolean),
        element('p', { class: 'desk-lead' }, t('data.signInFirst')), primary(t('account.signIn'), {}, () => signIn.signIn()))
      return draw()
    }
    if (known.account.secondFactor?.demanded && known.account.scopes.length === 0 && !known.account.mustChangePassword) {
      body.replaceChildren(secondFactorPart({ ...common, account: known.account, again: () => render() }))
      return draw()
    }
    if (!known.account.scopes.includes(page.scope) && !known.account.mustChangePassword) {
      body.replaceChildren(element('p', { class: 'desk-lead' }, t('data.notAllowed', { role: t(`role.${known.account.role}`) })))
      return draw()
    }
    if (known.account.mustChangePassword) {
      body.replaceChildren(element('p', { class: 'desk-lead' }, t('password.why')), primary(t('password.demanded'), {}, () => signIn.demandNewPassword()))
      return draw()
    }
    const show = { data: load ? loadPage : historyPage, inbox: inquiry ? inquiryPage : inboxPage, owners: ownersPage, usage: usagePage, audit: auditPage, account: ownAccountPage, accounts: accountsPage }[place]
    const again = () => render()
    if (root.dataset.shown !== what) {
      body.replaceChildren(waiting(t('data.waiting')))
      draw()
    }
    try {
      const content = await show({ ...common, signIn, account: known.account, heading, signal: mine.signal, again })
      if (mine.signal.aborted) return
      body.replaceChildren(...[content].flat(Infinity).filter(Boolean))
    } catch (problem) {
      if (mine.signal.aborted) return
      if (!problem.status && problem.status !== 0) console.error(problem)
      body.replaceChildren(failure(problemText(problem), t('retry'), again))
    }
    if (!frame.isConnected) draw()
  }

  return { signIn: signIn.signIn, demandNewPassword: signIn.demandNewPassword, toggleMenu: menu.toggle }
}
