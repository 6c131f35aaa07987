import { language, t } from '../text/text.js'
import { element, icon, textButton } from '../panels/markup.js'
import { EXPORTS, exportAddress, MOST_SHEETS, sheetsAddress } from './plots.js'

const MOST_COMPARED = 5

/** What can be done with all plots of a list: compare, ask, print, take along. `clear` and `share` are offered where they are given. */
export function actions({ ids, clear, share }) {
  const link = (text, iconName, href, attributes = {}) => element('a', { class: 'text-button', href, ...attributes }, icon(iconName), element('span', {}, text))
  const first = ids.slice(0, MOST_COMPARED)
  return element('div', { class: 'shortlist-actions' },
    ids.length > 0 && element('div', { class: 'button-row' },
      ids.length > 1 && link(t('shortlist.compare', { count: first.length }), 'exchange-circle', `#place=compare&lang=${language()}&plots=${first.join(',')}`),
      link(t('shortlist.ask', { count: ids.length }), 'mail', `#place=inquiry&lang=${language()}&about=${ids.map((id) => `plot/${id}`).join(',')}`),
      link(t('shortlist.sheets', { count: Math.min(ids.length, MOST_SHEETS) }), 'file-pdf', sheetsAddress(ids.slice(0, MOST_SHEETS), language()), { rel: 'nofollow' }),
      share && textButton(t('shortlist.share'), 'share', share),
      textButton(t('feature.print'), 'print', () => window.print()),
      clear && textButton(t('shortlist.clear'), 'delete', clear)),
    ids.length > 0 && element('p', { class: 'shortlist-exports' }, t('shortlist.export'), ' ',
      ...EXPORTS.map((format) => element('a', { href: exportAddress(ids, format), rel: 'nofollow', download: '' }, t(`download.format.${format}`)))))
}
