import { DESK_PLACES, goToPlace, MAP_PLACES, speak } from '../state/view.js'
import { LANGUAGES, localise, pick, t } from '../text/text.js'
import { element } from './markup.js'

/** Header, footer, places and languages: the frame around the map. @param pages places that have an element of their name to themselves */
export function shell({ store, catalogue, pages, changeLanguage, signal }) {
  const stage = document.getElementById('stage')
  document.getElementById('demonstration').hidden = !catalogue.demonstration

  for (const link of document.querySelectorAll('a[data-place]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      store.change(goToPlace, link.dataset.place)
      if (link.dataset.place === 'map') focusOn(document.getElementById('map'))
    }, { signal })
  }
  for (const link of document.querySelectorAll('[data-skip]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      const isThere = link.dataset.skip === 'map' && MAP_PLACES.includes(store.get().place)
      if (!isThere) store.change(goToPlace, 'map')
      focusOn(document.getElementById(link.dataset.skip))
    }, { signal })
  }

  store.watch((state) => state.language, (language) => {
    localise(document)
    const group = document.querySelector('.languages')
    const focused = group.contains(document.activeElement)
    group.replaceChildren(...LANGUAGES.map((one) => element('button', {
      type: 'button', class: 'language', lang: one, 'aria-pressed': String(one === language), title: t(`language.${one}`),
      on: { click: async () => (await changeLanguage(one)) && store.change(speak, one) },
    }, one.toUpperCase())))
    if (focused) group.querySelector('[aria-pressed=true]').focus()
    for (const link of document.querySelectorAll('[data-page]')) link.href = `${link.pathname}#${language}`
    const licences = new Map([...catalogue.layers, ...catalogue.background].filter(({ licence, count }) => licence && count > 0).map(({ licence }) => [licence.name, licence.href]))
    document.getElementById('data-licence').replaceChildren(licences.size > 0 ? t('footer.data') : '', ' ',
      ...[...licences].flatMap(([name, href], i) => [i > 0 ? ', ' : '', element('a', { href, rel: 'license' }, name)]))
  }, { signal })

  store.watch((state) => [state.place, state.language], ([place]) => {
    stage.dataset.place = place
    const isDesk = DESK_PLACES.includes(place)
    for (const name of pages) document.getElementById(name).hidden = place !== name
    document.getElementById('desk').hidden = !isDesk
    for (const link of document.querySelectorAll('.places [data-place], .header-star')) {
      link.dataset.place === place ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current')
    }
    document.querySelector('.places [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }) // a phone shows some of them
    document.title = place === 'map' ? 'Comparto' : `${t(`place.${place}`)} – Comparto`
  }, { signal })
}

const focusOn = (target) => target?.focus()
