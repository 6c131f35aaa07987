import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { openDialog } from './dialog.js'
import { danger, form, input, labelled, notice, primary, secondary } from './forms.js'

/** One's own second factor: what it is, whether it is on, and the windows that turn it on and off. */
export function secondFactorPart({ desk, session, account, again }) {
  const { on, demanded, recoveryCodes } = account.secondFactor

  const changed = async () => {
    await session.read() // it may allow more now
    again()
  }
  const word = () => input({ type: 'password', autocomplete: 'current-password', required: true })
  const code = () => input({ autocomplete: 'one-time-code', autocapitalize: 'none', spellcheck: 'false', required: true })

  /** Asks for what proves the owner, then does it. */
  function proven({ title, lead, button, isDangerous = false, act }) {
    openDialog({
      title,
      fill: (close) => {
        const password = word()
        const shown = code()
        return form([element('p', { class: 'dialog-lead' }, lead), labelled(t('signIn.password'), password), on && labelled(t('factor.code'), shown, t('factor.codeHint'))].filter(Boolean),
          [isDangerous ? danger(button, undefined, { type: 'submit' }) : primary(button), secondary(t('dialog.cancel'), close)], async () => {
            const answer = await act({ password: password.value, ...(on ? { code: shown.value } : {}) })
            close()
            return answer
          })
      },
    })
  }

  const begin = () => proven({ title: t('factor.begin'), lead: t('factor.beginLead'), button: t('factor.next'), act: async (proof) => enrol(await desk.beginSecondFactor(proof)) })

  function enrol({ secret, picture }) {
    openDialog({
      title: t('factor.begin'),
      fill: (close) => {
        const first = input({ inputmode: 'numeric', autocomplete: 'one-time-code', pattern: '\\s*\\d{3}\\s*\\d{3}\\s*', required: true })
        const image = element('img', { class: 'square-code', alt: t('factor.picture'), src: `data:image/svg+xml,${encodeURIComponent(picture)}` })
        return form([
          element('ol', { class: 'factor-steps' }, element('li', {}, t('factor.scan')), element('li', {}, t('factor.type'))), image,
          element('details', {}, element('summary', {}, t('factor.noCamera')), element('output', { class: 'secret' }, secret.replace(/(.{4})(?=.)/g, '$1 '))),
          labelled(t('factor.first'), first),
        ], [primary(t('factor.confirm')), secondary(t('dialog.cancel'), close)], async () => {
          const { recoveryCodes: codes } = await desk.confirmSecondFactor(first.value)
          close()
          onPaper(codes)
        })
      },
    })
  }

  const renew = () => proven({ title: t('factor.renew'), lead: t('factor.renewLead'), button: t('factor.renew'), act: async (proof) => onPaper((await desk.renewRecoveryCodes(proof)).recoveryCodes) })

  const remove = () => proven({ title: t('factor.remove'), lead: t('factor.removeLead'), button: t('factor.remove'), isDangerous: true, act: async (proof) => {
    await desk.removeSecondFactor(proof)
    await changed()
  } })

  function onPaper(codes) {
    openDialog({
      title: t('factor.paper'),
      canClose: false,
      fill: (close) => {
        const list = element('output', { class: 'secret recovery-codes', tabindex: '0' }, codes.join('\n'))
        const file = URL.createObjectURL(new Blob([`Comparto – ${account.username}\n\n${codes.join('\n')}\n`], { type: 'text/plain' }))
        return [element('p', {}, t('factor.paperLead')), list,
          element('div', { class: 'button-row' }, element('a', { class: 'text-link', href: file, download: 'comparto-recovery-codes.txt' }, t('factor.keep'))),
          notice('warning', t('once.warning')),
          element('div', { class: 'button-row form-buttons' }, primary(t('factor.kept'), {}, () => {
            URL.revokeObjectURL(file)
            close()
            changed()
          }))]
      },
    })
  }

  return element('section', { class: 'account-part', 'aria-labelledby': 'factor-heading' },
    element('h2', { id: 'factor-heading' }, t('factor.heading')),
    demanded && !on && notice('warning', t('factor.demanded')),
    element('p', { class: 'desk-lead' }, on ? t('factor.on', { count: recoveryCodes }) : t('factor.off')),
    element('div', { class: 'button-row' }, on ? [
      textButton(t('factor.renew'), 'copy', renew), textButton(t('factor.replace'), 'refresh', begin), !demanded && textButton(t('factor.remove'), 'delete', remove)] : primary(t('factor.begin'), { id: 'begin-second-factor' }, begin)))
}
