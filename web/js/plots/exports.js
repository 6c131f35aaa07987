import { plotDownload } from '../api/plots.js'
import { language, t } from '../text/text.js'
import { element, icon } from '../panels/markup.js'

/** Takes exactly the plots that were found along as a file, in their order. */
export function exportMenu({ store, catalogue, signal }) {
  const links = element('ul', { class: 'menu-list' })
  const layer = catalogue.layer('plot')
  store.watch((state) => [state.found, state.search.sort], ([found, sort]) => links.replaceChildren(...formats().map((format) => element('li', {},
    element('a', { href: plotDownload({ filter: found, sort }, format, language()), rel: 'nofollow', download: '' }, icon('download', 'xs'), t(`download.format.${format}`))))), { signal })
  const menu = element('details', { class: 'menu', on: { keydown: close, focusout: ({ relatedTarget }) => relatedTarget && !menu.contains(relatedTarget) && (menu.open = false) } }, element('summary', {}, icon('download'), element('span', {}, t('plots.export'))),
    element('div', { class: 'menu-body' }, links, element('p', { class: 'download-terms' }, layer.demonstration && element('strong', {}, t('download.demonstration'), ' '),
      layer.licence ? t('download.licence', { licence: layer.licence.name }) : t('download.noLicence'))))
  return menu

  function close({ key }) {
    if (key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary').focus()
  }
}

const formats = () => [...(language() === 'it' ? ['csv-it', 'csv'] : ['csv']), 'xlsx', 'json', 'gpkg']
