import { element, icon, textButton } from '../panels/markup.js'
import { directionsLink, middleOf, reachableLink } from '../roads/links.js'
import { shortlist, starButton } from '../shortlist/shortlist.js'
import { mayPropose, openPast, proposeChange } from '../state/edit.js'
import { askAbout, lookAt, select } from '../state/view.js'
import { language, LANGUAGES, t } from '../text/text.js'

const MOST_COMPARED = 5

/** What can be done with a plot: sheets, shortlist, comparison, a question to the desk, the map, a link, paper. */
export function actions({ id, name, place, links }, { store, signal }) {
  const copied = element('span', { class: 'copied', role: 'status' })
  const compare = element('a', { class: 'text-button' }, icon('chart-line'), t('plot.compare'))
  /** The plot beside those on the shortlist. */
  const follow = () => {
    const plots = [id, ...shortlist.ids().filter((one) => one !== id)].slice(0, MOST_COMPARED)
    compare.href = `#place=compare&lang=${language()}&plots=${plots.join(',')}`
  }
  follow()
  shortlist.watch(follow, { signal })
  const account = store.get().session?.account
  return element('div', { class: 'button-row plot-actions' },
    ...[language(), ...LANGUAGES.filter((one) => one !== language())].map((one) => element('a', { class: one === language() ? 'btn btn-primary' : 'text-button', href: sheet(links.sheet, one), hreflang: one },
      icon('file-pdf-ext'), ' ', t(`plot.sheetIn.${one}`))),
    starButton(id, name), compare,
    textButton(t('plot.ask'), 'mail', () => store.change(askAbout, 'plot', id)),
    textButton(t('plot.onMap'), 'map-marker', () => { store.change(lookAt, place.bounds); store.change(select, 'plot', id) }),
    directionsLink(middleOf(place.bounds, name)), reachableLink(middleOf(place.bounds, name)),
    textButton(t('plot.copy'), 'link', () => copy(copied)), textButton(t('plot.print'), 'print', () => window.print()),
    element('a', { class: 'text-button', href: links.record }, icon('code-circle'), t('plot.record')),
    mayPropose(account, 'plot') && textButton(t('feature.propose'), 'pencil', () => store.change(proposeChange, 'plot', id)),
    account && textButton(t('feature.history'), 'clock', () => store.change(openPast, 'plot', id)), copied)
}

const sheet = (address, language) => address.replace(/lang=\w\w/, `lang=${language}`)

async function copy(copied) {
  try {
    await navigator.clipboard.writeText(location.href)
    copied.textContent = t('plot.copied')
  } catch {
    copied.textContent = location.href
  }
}
