import { element } from './markup.js'

let made = 0

/** A control with its name above and its hint below. */
export function labelled(label, control, hint = null) {
  control.id ||= `side-field-${++made}`
  control.classList.add('field')
  if (hint) control.setAttribute('aria-describedby', `${control.id}-hint`)
  return element('div', { class: 'side-field' }, element('label', { for: control.id }, label), control, hint && element('p', { class: 'field-hint', id: `${control.id}-hint` }, hint))
}

/** @param options [value, text] pairs */
export function choice(options, chosen, onChange, attributes = {}) {
  const field = element('select', { ...attributes, on: { change: () => onChange(field.value) } }, ...options.map(([value, text]) => element('option', { value }, text)))
  field.value = chosen ?? ''
  return field
}

/** A box to tick, its words beside it. */
export function tick(label, checked, onChange, attributes = {}) {
  const box = element('input', { type: 'checkbox', id: `side-field-${++made}`, checked, ...attributes, on: { change: () => onChange(box.checked) } })
  return element('div', { class: 'side-tick' }, box, element('label', { for: box.id }, label))
}

/** One of several: buttons that say which is chosen. @param options [value, text] pairs */
export function segments(label, options, chosen, onChoose) {
  const root = element('div', { class: 'side-segments', role: 'group', 'aria-label': label }, ...options.map(([value, text]) =>
    element('button', { type: 'button', 'data-value': value, 'aria-pressed': String(value === chosen), on: { click: () => { mark(value); onChoose(value) } } }, text)))
  const mark = (value) => root.querySelectorAll('button').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.value === value)))
  return { root, mark }
}

/** What is told beside the answer: kind is info, warning or good. */
export const notice = (kind, ...content) => element('div', { class: `side-notice is-${kind}`, role: kind === 'warning' ? 'note' : null }, ...content)
