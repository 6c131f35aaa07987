import { t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { openDialog } from './dialog.js'
import { form, input, labelled, primary, secondary, notice } from './forms.js'
import { waitText } from './problems.js'

const SHORTEST = 12

/** The windows in which people sign in and choose a new password. */
export function createSignIn({ session }) {
  let lastPassword = '' // so that a password that has just been typed is not asked again for its change

  function signIn() {
    openDialog({
      title: t('account.signIn'),
      fill: (close) => {
        const name = input({ name: 'username', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true })
        const password = input({ name: 'password', type: 'password', autocomplete: 'current-password', required: true })
        const button = primary(t('account.signIn'))
        const made = form([element('p', { class: 'dialog-lead' }, t('signIn.lead')), labelled(t('signIn.username'), name), labelled(t('signIn.password'), password)], [button], async () => {
          lastPassword = password.value
          await session.signIn(name.value.trim(), password.value)
          close()
        })
        made.addEventListener('refused', ({ detail }) => {
          password.value = ''
          password.focus()
          if (detail.type === 'too-many-attempts') countDown(made, button, detail.retryAfter ?? 30)
        })
        return made
      },
    })
  }

  /** Nothing can be sent while the server would refuse it unread. */
  function countDown(made, button, seconds) {
    const until = Date.now() + seconds * 1000
    button.disabled = true
    const tell = () => {
      const left = (until - Date.now()) / 1000
      const place = made.querySelector('.notice-text')
      if (left <= 0 || !made.isConnected) {
        clearInterval(timer)
        button.disabled = false
        made.querySelector('.form-trouble').replaceChildren()
      } else if (place) place.textContent = t('signIn.wait', { wait: waitText(left) })
    }
    const timer = setInterval(tell, 1000)
    tell()
  }

  function changePassword(isDemanded = false) {
    if (isDemanded && document.querySelector('.password-form')) return
    openDialog({
      title: t(isDemanded ? 'password.demanded' : 'password.change'),
      canClose: !isDemanded,
      fill: (close) => {
        const known = isDemanded ? lastPassword : ''
        const old = input({ type: 'password', autocomplete: 'current-password', required: true, value: known })
        const fresh = input({ type: 'password', autocomplete: 'new-password', required: true, minlength: SHORTEST })
        const again = input({ type: 'password', autocomplete: 'new-password', required: true })
        const fit = () => again.setCustomValidity(again.value === fresh.value ? '' : t('password.differs'))
        for (const field of [fresh, again]) field.addEventListener('input', fit)
        const made = form([
          element('p', { class: 'dialog-lead' }, t(isDemanded ? 'password.why' : 'password.others')),
          !known && labelled(t('password.old'), old),
          labelled(t('password.new'), fresh, t('password.rule', { count: SHORTEST })),
          labelled(t('password.again'), again),
        ].filter(Boolean), [primary(t('password.save')), isDemanded && secondary(t('account.signOut'), () => session.signOut().then(close))].filter(Boolean), async () => {
          await session.changePassword(old.value, fresh.value)
          lastPassword = ''
          close()
        })
        made.classList.add('password-form')
        made.addEventListener('submit', () => {
          if (again.validity.customError) made.querySelector('.form-trouble').replaceChildren(notice('error', t('password.differs')))
          else if (fresh.validity.tooShort || (fresh.value && fresh.value.length < SHORTEST)) made.querySelector('.form-trouble').replaceChildren(notice('error', t('password.rule', { count: SHORTEST })))
        })
        return made
      },
    })
  }

  return { signIn, changePassword, demandNewPassword: () => changePassword(true), forget: () => (lastPassword = '') }
}
