import { pick, t } from '../../text/text.js'
import { duration } from '../../text/way.js'
import { segments } from '../../panels/fields.js'
import { element, failure, icon, nothing, textButton, waiting } from '../../panels/markup.js'
import { problemText } from '../plan/problems.js'

/** The routes that are published; whoever writes them can look at all of them with their states. */
export function openGallery({ root, api, may, go, signal }) {
  const list = element('div', { class: 'theme-gallery' })
  const filter = element('div', { class: 'side-chips' })
  let which = 'published'
  let theme = null
  root.append(...[element('h2', {}, t('themes.heading')), element('p', { class: 'side-lead' }, t('themes.lead')),
    may.write && segments(t('themes.which'), [['published', t('themes.which.published')], ['drafts', t('themes.which.all')]], which, (value) => { which = value; theme = null; read() }).root,
    may.write && element('div', { class: 'button-row' }, textButton(t('themes.new'), 'plus', () => go('new'))), filter, list].filter(Boolean))
  read()

  async function read() {
    const asked = which
    filter.replaceChildren()
    list.replaceChildren(waiting(t('side.waiting')))
    try {
      const found = await api[asked]({ signal })
      if (asked === which && !signal.aborted) show(found)
    } catch (problem) {
      if (asked === which && !signal.aborted) list.replaceChildren(failure(problemText(problem), t('retry'), read))
    }
  }

  function show(found) {
    const themes = [...new Set(found.map(({ document }) => document.theme))].sort()
    filter.replaceChildren(...(themes.length < 2 ? [] : [element('div', { class: 'side-chips', role: 'group', 'aria-label': t('themes.theme') }, ...themes.map((one) =>
      element('button', { type: 'button', class: 'side-chip', 'data-theme': one, 'aria-pressed': String(one === theme), on: { click: () => {
        theme = one === theme ? null : one
        for (const chip of filter.querySelectorAll('button')) chip.setAttribute('aria-pressed', String(chip.dataset.theme === theme))
        cards(found)
      } } }, t(`themes.theme.${one}`))))]))
    cards(found)
  }

  function cards(found) {
    const shown = found.filter(({ document }) => !theme || document.theme === theme)
    list.replaceChildren(shown.length === 0 ? nothing(t('themes.none')) : element('ul', { class: 'theme-cards' }, ...shown.map(card)))
  }

  function card({ id, state, demonstration, document, pictures }) {
    const [picture] = pictures
    return element('li', { class: 'theme-card' },
      picture ? element('img', { src: picture.href, alt: pick(picture.alt), loading: 'lazy' }) : element('div', { class: 'theme-no-picture' }, icon('map-marker-circle', 'lg')),
      element('div', { class: 'theme-card-text' },
        element('h3', {}, element('button', { type: 'button', class: 'theme-open', on: { click: () => go(String(id)) } }, pick(document.title))),
        element('p', {}, pick(document.teaser)),
        element('p', { class: 'side-small' }, [t(`themes.theme.${document.theme}`), t(`themes.profile.${document.profile}`), document.minutes && duration(document.minutes * 60),
          t('themes.stops', { count: document.stops.length }), document.season && pick(document.season)].filter(Boolean).join(' · ')),
        (demonstration || which === 'drafts') && element('p', { class: 'theme-tags' }, demonstration && element('span', { class: 'tag tag-demonstration' }, t('themes.demonstration')),
          which === 'drafts' && element('span', { class: 'tag' }, t(`themes.state.${state}`)))))
  }
}
