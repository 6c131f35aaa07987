import { iconButton, element } from '../panels/markup.js'
import { t } from '../text/text.js'

let made = 0

/**
 * A window over the page, gone when closed; the focus returns to where it was. `fill(close)` answers its content;
 * one that can not be closed has to be answered.
 */
export function openDialog({ title, fill, canClose = true }) {
  const id = `desk-dialog-${++made}`
  const close = () => {
    dialog.close()
    dialog.remove() // at once: its event comes after the next window has opened
  }
  const dialog = element('dialog', { class: 'desk-dialog', 'aria-labelledby': id },
    element('div', { class: 'dialog-head' }, element('h2', { id }, title), canClose && iconButton(t('dialog.close'), 'close', close)),
    element('div', { class: 'dialog-body' }))
  dialog.querySelector('.dialog-body').append(...[fill(close)].flat(Infinity).filter(Boolean))
  dialog.addEventListener('close', () => dialog.remove())
  if (!canClose) dialog.addEventListener('cancel', (event) => event.preventDefault())
  document.body.append(dialog)
  dialog.showModal()
  const first = dialog.querySelector('[autofocus], .dialog-body input, .dialog-body select') ?? dialog.querySelector('.dialog-body button')
  first?.focus()
  return close
}
