import { t } from '../text/text.js'
import { element, icon } from './markup.js'

/** The corner of the header where people of the desk sign in; readers see one quiet button. Everything behind it is loaded when used. */
export function accountCorner({ root, store, session, openDesk, signal }) {
  const places = document.querySelectorAll('[data-scope]')

  store.watch((state) => [state.session, state.language], ([known]) => {
    const account = known?.account ?? null
    for (const link of places) link.hidden = !account?.scopes.includes(link.dataset.scope)
    const focused = root.contains(document.activeElement)
    root.replaceChildren(account ? menuButton(account) : signInButton())
    if (focused) root.querySelector('button').focus()
    if (account?.mustChangePassword) openDesk((desk) => desk.demandNewPassword())
  }, { signal })
  session.read().catch(() => store.change((state) => ({ ...state, session: { account: null } }))) // the map works without

  function signInButton() {
    return element('button', { type: 'button', class: 'account-button', 'aria-label': t('account.signIn'), on: { click: () => openDesk((desk) => desk.signIn()) } },
      icon('user', 'sm'), element('span', { class: 'account-name' }, t('account.signIn')))
  }

  function menuButton(account) {
    const button = element('button', {
      type: 'button', class: 'account-button', 'aria-haspopup': 'true', 'aria-expanded': 'false', 'aria-label': t('account.of', { name: account.displayName }),
      on: { click: () => openDesk((desk) => desk.toggleMenu(button)) },
    }, icon('user', 'sm'), element('span', { class: 'account-name' }, account.displayName))
    return button
  }
}
