import { askAbout } from '../state/view.js'
import { language, t } from '../text/text.js'
import { element, icon, textButton } from '../panels/markup.js'

/** What can be done with a comparison: print it, take it away as a file, send its link, ask the desk about its plots. */
export function compareTools({ store, ids }) {
  if (ids.length === 0) return null
  const copied = element('span', { class: 'copied', role: 'status' })
  const address = (form) => `/api/plots/compare.${form}?plots=${ids.join(',')}&lang=${language()}`
  const file = (form, text) => element('a', { class: 'text-button', href: address(form), download: '' }, icon('download'), element('span', {}, text))

  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href)
      copied.textContent = t('feature.copied')
    } catch {
      copied.textContent = location.href
    }
  }

  return element('div', { class: 'button-row compare-tools' }, textButton(t('feature.print'), 'print', () => window.print()), file('xlsx', t('compare.xlsx')), file('csv', t('compare.csv')),
    textButton(t('feature.copy'), 'link', copy), textButton(t('compare.ask'), 'mail', () => store.change((state) => ids.reduce((now, id) => askAbout(now, 'plot', id), state))), copied)
}
