import { element, iconButton } from '../panels/markup.js'
import { t } from '../text/text.js'

let made = 0

/** A window over the page, gone when closed; the focus returns to where it was. `fill(close)` answers its content. */
export function openDialog(title, fill) {
  const id = `window-${++made}`
  const close = () => {
    dialog.close()
    dialog.remove() // at once: its event comes after the next window has opened
  }
  const dialog = element('dialog', { class: 'window', 'aria-labelledby': id },
    element('div', { class: 'window-head' }, element('h2', { id }, title), iconButton(t('shortlist.close'), 'close', close)))
  dialog.append(...[fill(close)].flat(Infinity).filter(Boolean))
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  dialog.querySelector('input, select, .window-body button')?.focus()
  return dialog
}

/** A field with its name above and its hint below. */
export function named(label, control, hint = null) {
  control.id ||= `window-field-${++made}`
  control.classList.add('field')
  if (hint) control.setAttribute('aria-describedby', `${control.id}-hint`)
  return element('div', { class: 'window-field' }, element('label', { for: control.id }, label), control, hint && element('p', { class: 'window-hint', id: `${control.id}-hint` }, hint))
}

/** A box to tick. */
export function tick(label, attributes = {}) {
  const box = element('input', { type: 'checkbox', id: `window-field-${++made}`, ...attributes })
  return { box, root: element('div', { class: 'window-tick' }, box, element('label', { for: box.id }, label)) }
}

/** An address that can be copied. */
export function copyable(label, address) {
  const field = element('input', { type: 'text', readonly: true, value: address, on: { focus: () => field.select() } })
  const said = element('span', { class: 'copied', role: 'status' })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      said.textContent = t('shortlist.copied')
    } catch {
      field.select()
    }
  }
  return [named(label, field), element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'text-button', on: { click: copy } }, t('shortlist.copy')), said)]
}

/** What the server refused, in words: too much of it names the time to wait. */
export const refusal = (problem) => element('p', { class: 'window-trouble', role: 'alert' },
  problem.retryAfter ? t('shortlist.tooMany', { minutes: Math.ceil(problem.retryAfter / 60) }) : t('shortlist.refused'))
