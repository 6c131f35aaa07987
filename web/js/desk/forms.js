import { t } from '../text/text.js'
import { element, icon } from '../panels/markup.js'
import { problemText } from './problems.js'

let made = 0

/** A named control with its hint below; `control` is an input or select. */
export function labelled(label, control, hint = null) {
  control.id ||= `desk-field-${++made}`
  control.classList.add('field')
  if (hint) control.setAttribute('aria-describedby', `${control.id}-hint`)
  return element('div', { class: 'field-group' }, element('label', { for: control.id }, label), control,
    hint && element('p', { class: 'field-hint', id: `${control.id}-hint` }, hint))
}

export const input = (attributes) => element('input', { type: 'text', autocomplete: 'off', ...attributes })

/** @param options [value, text] pairs, or {label, options} for a group */
export function choice(options, chosen, attributes = {}) {
  const one = (option) => (Array.isArray(option) ? element('option', { value: option[0] }, option[1]) : element('optgroup', { label: option.label }, ...option.options.map(one)))
  const field = element('select', attributes, ...options.filter(Boolean).map(one))
  field.value = chosen ?? ''
  return field
}

/** A box to tick, its words beside it. */
export function tick(label, checked, onChange, hint = null) {
  const id = `desk-field-${++made}`
  const box = element('input', { type: 'checkbox', id, checked, 'aria-describedby': hint && `${id}-hint`, on: { change: () => onChange(box.checked) } })
  return element('div', { class: 'tick' }, box, element('label', { for: id }, label), hint && element('p', { class: 'field-hint', id: `${id}-hint` }, hint))
}

export const primary = (label, attributes = {}, onClick = undefined) =>
  element('button', { type: onClick ? 'button' : 'submit', class: 'btn btn-primary', ...attributes, on: onClick ? { click: onClick } : {} }, label)

export const secondary = (label, onClick, attributes = {}) =>
  element('button', { type: 'button', class: 'btn btn-outline-primary', ...attributes, on: { click: onClick } }, label)

export const danger = (label, onClick, attributes = {}) =>
  element('button', { type: 'button', class: 'btn btn-danger', ...attributes, on: { click: onClick } }, label)

/** Something to be told: kind is info, warning, error or good. */
export function notice(kind, ...content) {
  const icons = { info: 'info-circle', warning: 'warning-circle', error: 'error', good: 'check-circle' }
  return element('div', { class: `notice notice-${kind}`, role: kind === 'error' ? 'alert' : null }, icon(icons[kind]), element('div', { class: 'notice-text' }, ...content))
}

/** What a button does: once at a time, and what goes wrong is told beside it. */
export function attempt(work) {
  let busy = false
  let trouble = null
  return async ({ currentTarget: button }) => {
    if (busy) return
    busy = true
    trouble?.remove()
    try {
      await work()
    } catch (problem) {
      if (problem.name === 'AbortError') return
      if (problem.status === undefined) console.error(problem)
      trouble = notice('error', problemText(problem))
      ;(button.closest('.button-row') ?? button).after(trouble)
    } finally {
      busy = false
    }
  }
}

/** A form that sends once at a time and says below its fields what went wrong. */
export function form(fields, buttons, send) {
  const trouble = element('div', { class: 'form-trouble' })
  const made = element('form', {
    class: 'desk-form', novalidate: true, on: {
      submit: async (event) => {
        event.preventDefault()
        const bad = made.querySelector(':invalid')
        trouble.replaceChildren()
        if (bad) {
          trouble.replaceChildren(notice('error', t('form.incomplete', { field: made.querySelector(`label[for="${bad.id}"]`)?.textContent ?? '' })))
          return bad.focus()
        }
        made.setAttribute('aria-busy', 'true')
        try {
          await send()
        } catch (problem) {
          trouble.replaceChildren(notice('error', problemText(problem)))
          made.dispatchEvent(new CustomEvent('refused', { detail: problem }))
        } finally {
          made.removeAttribute('aria-busy')
        }
      },
    },
  }, ...fields, trouble, element('div', { class: 'button-row form-buttons' }, ...buttons))
  return made
}
