import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { openDialog } from './dialog.js'
import { notice, primary } from './forms.js'

/** Shows a secret that will not be shown again, with a way to copy it. */
export function showOnce(title, lead, secret) {
  openDialog({
    title,
    fill: (close) => {
      const field = element('output', { class: 'secret', tabindex: '0' }, secret)
      const said = element('span', { role: 'status', class: 'copied' })
      const copy = async () => {
        try {
          await navigator.clipboard.writeText(secret)
          said.textContent = t('once.copied')
        } catch {
          getSelection().selectAllChildren(field)
          said.textContent = t('once.selected')
        }
      }
      return [element('p', {}, lead), field, element('div', { class: 'button-row' }, textButton(t('once.copy'), 'copy', copy), said), notice('warning', t('once.warning')),
        element('div', { class: 'button-row form-buttons' }, primary(t('once.done'), {}, close))]
    },
  })
}
