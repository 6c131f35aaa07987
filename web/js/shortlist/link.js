import { t } from '../text/text.js'
import { element, icon } from '../panels/markup.js'
import { shortlist } from './shortlist.js'

/** The way to the shortlist in the header, which tells how many plots are on it. */
export function shortlistLink({ root, store, signal }) {
  const show = () => {
    const count = shortlist.ids().length
    root.setAttribute('aria-label', t('shortlist.link', { count }))
    root.title = t('place.shortlist')
    root.replaceChildren(icon(count > 0 ? 'star-full' : 'star-outline'), element('span', { 'aria-hidden': 'true' }, String(count)))
  }
  store.watch((state) => state.language, show, { signal })
  shortlist.watch(show, { signal })
}
