import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'

/** A button that copies the link to what is shown, or writes it out where that is not allowed. */
export function copyLink() {
  const copied = element('span', { class: 'copied', role: 'status' })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      copied.textContent = t('roads.copied')
    } catch {
      copied.textContent = location.href
    }
  }
  return [textButton(t('roads.copy'), 'link', copy), copied]
}
