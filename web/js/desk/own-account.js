import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { notice, tick } from './forms.js'
import { problemText } from './problems.js'
import { secondFactorPart } from './second-factor.js'
import { tokensPage } from './tokens.js'

/** One's own account: how one proves oneself, what one is written about, and the tokens of one's programs. */
export async function ownAccountPage(parts) {
  const { account, signIn } = parts
  return [
    element('section', { class: 'account-part', 'aria-labelledby': 'password-heading' },
      element('h2', { id: 'password-heading' }, t('signIn.password')),
      element('div', { class: 'button-row' }, textButton(t('password.change'), 'key', () => signIn.changePassword()))),
    secondFactorPart(parts),
    mailPart(parts),
    element('section', { class: 'account-part', 'aria-labelledby': 'tokens-heading' }, element('h2', { id: 'tokens-heading' }, t('tokens.heading')), ...await tokensPage({ ...parts, account })),
  ]
}

function mailPart({ desk, account }) {
  const said = element('div', { role: 'status' })
  return element('section', { class: 'account-part', 'aria-labelledby': 'mails-heading' },
    element('h2', { id: 'mails-heading' }, t('mails.heading')),
    account.email ? tick(t('mails.proposals'), account.wantsMail, async (on) => {
      try {
        await desk.changeOwnAccount({ wantsMail: on })
        account.wantsMail = on
        said.replaceChildren(notice('good', t(on ? 'mails.nowOn' : 'mails.nowOff')))
      } catch (problem) {
        said.replaceChildren(notice('error', problemText(problem)))
      }
    }, t('mails.to', { email: account.email })) : element('p', { class: 'desk-lead' }, t('mails.noAddress')),
    said)
}
