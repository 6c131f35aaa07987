import { goToPlace } from '../state/view.js'
import { t } from '../text/text.js'
import { element } from '../panels/markup.js'

/** What opens under the name in the header. */
export function createAccountMenu({ store, session, territories, signIn }) {
  let menu = null

  function toggle(button) {
    if (menu?.isConnected) return close(true)
    close(false) // one that went with its button when the header was written anew
    const { account } = store.get().session
    const go = (place) => () => {
      close(false)
      store.change(goToPlace, place)
    }
    const territory = territories.list.find(({ code }) => code === account.territory)?.name ?? account.territory
    const item = (label, onClick) => element('li', {}, element('button', { type: 'button', class: 'menu-item', on: { click: onClick } }, label))
    menu = element('div', { class: 'account-menu', on: { keydown: (event) => event.key === 'Escape' && close(true) } },
      element('p', { class: 'menu-name' }, account.displayName, element('span', {}, t(`role.${account.role}`), ' · ', territory ?? t('territory.all'))),
      element('ul', {},
        account.scopes.includes('write') && item(t('place.owners'), go('owners')),
        account.scopes.includes('write') && item(t('place.usage'), go('usage')),
        account.scopes.includes('audit') && item(t('place.audit'), go('audit')),
        item(t('account.own'), go('account')),
        account.scopes.includes('admin') && item(t('menu.accounts'), go('accounts')),
        item(t('password.change'), () => {
          close(false)
          signIn.changePassword()
        }),
        item(t('account.signOut'), async () => {
          close(false)
          signIn.forget()
          await session.signOut()
          if (store.get().place !== 'map') store.change(goToPlace, 'map')
        })))
    button.setAttribute('aria-expanded', 'true')
    button.after(menu)
    menu.querySelector('button').focus()
    document.addEventListener('pointerdown', outside)
    menu.addEventListener('focusout', (event) => event.relatedTarget && !menu?.contains(event.relatedTarget) && close(false))
  }

  const outside = (event) => !event.target.closest('.account') && close(false)

  function close(focus) {
    if (!menu) return
    const button = menu.previousElementSibling
    menu.remove()
    menu = null
    document.removeEventListener('pointerdown', outside)
    button?.setAttribute('aria-expanded', 'false')
    if (focus) button?.focus()
  }

  return { toggle }
}
