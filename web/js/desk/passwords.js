import { t } from '../text/text.js'
import { input, labelled, notice } from './forms.js'

const SHORTEST = 12

/** The two fields of a new password, and `guard(form)`, which says what is wrong with them before anything is sent. */
export function chosenPassword() {
  const fresh = input({ type: 'password', autocomplete: 'new-password', required: true, minlength: SHORTEST })
  const again = input({ type: 'password', autocomplete: 'new-password', required: true })
  const fit = () => again.setCustomValidity(again.value === fresh.value ? '' : t('password.differs'))
  for (const field of [fresh, again]) field.addEventListener('input', fit)
  return {
    fresh,
    fields: [labelled(t('password.new'), fresh, t('password.rule', { count: SHORTEST })), labelled(t('password.again'), again)],
    guard(made) {
      made.addEventListener('submit', () => {
        if (again.validity.customError) made.querySelector('.form-trouble').replaceChildren(notice('error', t('password.differs')))
        else if (fresh.validity.tooShort || (fresh.value && fresh.value.length < SHORTEST)) made.querySelector('.form-trouble').replaceChildren(notice('error', t('password.rule', { count: SHORTEST })))
      })
      return made
    },
  }
}
