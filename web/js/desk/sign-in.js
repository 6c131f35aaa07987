import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { openDialog } from './dialog.js'
import { form, input, labelled, primary, secondary, notice } from './forms.js'
import { chosenPassword } from './passwords.js'
import { waitText } from './problems.js'

/** The windows in which people sign in, get back in and choose a new password. */
export function createSignIn({ session }) {
  let lastPassword = '' // so that a password that has just been typed is not asked again for its change

  function signIn() {
    openDialog({
      title: t('account.signIn'),
      fill: (close) => {
        const ways = session.ways()
        const name = input({ name: 'username', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true })
        const password = input({ name: 'password', type: 'password', autocomplete: 'current-password', required: true })
        const code = input({ name: 'code', autocomplete: 'one-time-code', autocapitalize: 'none', spellcheck: 'false' })
        const second = element('div', { hidden: true }, labelled(t('factor.code'), code, t('factor.codeHint')))
        const button = primary(t('account.signIn'))
        const made = form([element('p', { class: 'dialog-lead' }, t('signIn.lead')), labelled(t('signIn.username'), name), labelled(t('signIn.password'), password), second], [button], async () => {
          lastPassword = password.value
          await session.signIn(name.value.trim(), password.value, second.hidden ? undefined : code.value)
          close()
        })
        made.addEventListener('refused', ({ detail }) => {
          if (detail.type === 'second-factor-required') return askForCode()
          const field = detail.type === 'wrong-second-factor' ? code : password
          field.value = ''
          field.focus()
          if (detail.type === 'too-many-attempts') countDown(made, button, detail.retryAfter ?? 30)
        })
        function askForCode() {
          second.hidden = false
          code.required = true
          made.querySelector('.form-trouble').replaceChildren()
          code.focus()
        }
        return [made,
          ways.passwordReset && textButton(t('forgot.link'), 'mail', () => {
            close()
            forgotten(name.value.trim())
          }, { class: 'text-button sign-in-other' }),
          ways.provider && element('div', { class: 'sign-in-provider' }, element('p', {}, t('provider.or')),
            element('a', { class: 'btn btn-outline-primary', href: `/api/session/oidc?view=${encodeURIComponent(location.hash.slice(1) || 'place=map')}` }, t('provider.with', { name: ways.provider })))]
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

  function forgotten(known) {
    openDialog({
      title: t('forgot.heading'),
      fill: (close) => {
        const who = input({ value: known, autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true, maxlength: '254' })
        const made = form([element('p', { class: 'dialog-lead' }, t('forgot.lead')), labelled(t('forgot.who'), who)], [primary(t('forgot.send')), secondary(t('dialog.cancel'), close)], async () => {
          await session.ask('/api/session/password-reset', { method: 'POST', content: { account: who.value.trim() } })
          made.replaceWith(notice('good', t('forgot.sent')), element('div', { class: 'button-row form-buttons' }, primary(t('dialog.close'), {}, close)))
        })
        return made
      },
    })
  }

  /** For who comes by the link of the mail. */
  function chooseByLink(token, done) {
    openDialog({
      title: t('password.demanded'),
      fill: (close) => {
        const { fields, fresh, guard } = chosenPassword()
        return guard(form([element('p', { class: 'dialog-lead' }, t('forgot.choose')), ...fields], [primary(t('password.save')), secondary(t('dialog.cancel'), close)], async () => {
          await session.ask('/api/session/password-reset', { method: 'PUT', content: { token, new: fresh.value } })
          await session.read()
          close()
          done()
          signIn()
        }))
      },
    })
  }

  function changePassword(isDemanded = false) {
    if (isDemanded && document.querySelector('.password-form')) return
    openDialog({
      title: t(isDemanded ? 'password.demanded' : 'password.change'),
      canClose: !isDemanded,
      fill: (close) => {
        const known = isDemanded ? lastPassword : ''
        const old = input({ type: 'password', autocomplete: 'current-password', required: true, value: known })
        const { fields, fresh, guard } = chosenPassword()
        const made = guard(form([
          element('p', { class: 'dialog-lead' }, t(isDemanded ? 'password.why' : 'password.others')),
          !known && labelled(t('password.old'), old), ...fields,
        ].filter(Boolean), [primary(t('password.save')), isDemanded && secondary(t('account.signOut'), () => session.signOut().then(close))].filter(Boolean), async () => {
          await session.changePassword(old.value, fresh.value)
          lastPassword = ''
          close()
        }))
        made.classList.add('password-form')
        return made
      },
    })
  }

  return { signIn, changePassword, chooseByLink, demandNewPassword: () => changePassword(true), forget: () => (lastPassword = '') }
}
