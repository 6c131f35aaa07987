import { t } from '../text/text.js'
import { element } from '../panels/markup.js'

/**
 * A control with its label, hint and place for what is wrong with it. `name` is the server's name of the field; labels
 * and hints are found by it.
 */
export function field(name, control, { required = false, optional = !required, hint = null, extra = null } = {}) {
  const id = idOf(name)
  control.id = id
  control.name = name
  control.classList.add('field')
  if (required) control.setAttribute('aria-required', 'true')
  control.setAttribute('aria-describedby', [hint && `${id}-hint`, `${id}-fault`].filter(Boolean).join(' '))
  return element('div', { class: 'inquiry-field', 'data-field': name },
    element('label', { for: id }, t(`inquiry.field.${name}`), optional && element('span', { class: 'optional' }, t('inquiry.optional'))),
    control, hint && element('p', { class: 'field-hint', id: `${id}-hint` }, hint), extra,
    element('p', { class: 'field-fault', id: `${id}-fault` }))
}

export const idOf = (name) => `inquiry-${name.replace('.', '-')}`
export const textInput = (attributes = {}) => element('input', { type: 'text', ...attributes })
export const amount = (attributes = {}) => element('input', { type: 'number', inputmode: 'decimal', step: 'any', min: '0', ...attributes })
export const dayInput = () => element('input', { type: 'date', min: '2000-01-01', max: '2200-12-31' })
export const longText = (attributes = {}) => element('textarea', { rows: '5', ...attributes })

/** @param options [value, text] pairs */
export const oneOf = (options) => element('select', {}, ...options.map(([value, text]) => element('option', { value }, text)))

/** Says at the fields what is wrong, and nothing at the others; the first of them in the order of the page gets the focus. */
export function showFaults(form, faults, sentence) {
  for (const holder of form.querySelectorAll('[data-field]')) {
    const name = holder.dataset.field
    const control = holder.querySelector('input, select, textarea, button')
    holder.querySelector('.field-fault').textContent = faults[name] ? sentence(name, faults[name]) : ''
    faults[name] ? control?.setAttribute('aria-invalid', 'true') : control?.removeAttribute('aria-invalid')
  }
  form.querySelector('[aria-invalid=true]')?.focus()
}
