import { goToPlace, lookAt, showOnly } from '../state/view.js'
import { pick, t } from '../text/text.js'
import { swatch } from '../map/swatch.js'
import { legendRows } from '../state/style.js'
import { element, icon } from './markup.js'

/** Which layers answer the question of each place. */
const LAYERS = {
  energy: ['energy_area', 'primary_substation_area', 'industrial_zone'],
  tours: ['company', 'industrial_zone', 'gateway'],
}

/** The pages Energy and Tours: what will be there, and the map that already shows the layers they rest on. */
export function placePage({ root, store, catalogue, signal }) {
  store.watch((state) => [state.place, state.language], ([place]) => (place in LAYERS ? render(place) : root.replaceChildren()), { signal })

  function render(place) {
    const layers = LAYERS[place].map((id) => catalogue.layer(id)).filter(Boolean)
    const open = () => {
      store.change(showOnly, layers.map(({ id }) => id))
      store.change(goToPlace, 'map')
      store.change(lookAt, catalogue.home)
      document.getElementById('map').focus()
    }
    root.replaceChildren(element('div', { class: 'place-inner' },
      element('p', { class: 'place-eyebrow' }, t('place.soon')),
      element('h1', { class: 'place-title', tabindex: '-1' }, t(`place.${place}.heading`)),
      element('p', { class: 'place-text' }, t(`place.${place}.text`)),
      element('button', { type: 'button', class: 'btn btn-primary place-open', on: { click: open } }, t(`place.${place}.open`), ' ', icon('arrow-right', 'sm')),
      layers.length > 0 && element('div', { class: 'place-layers' }, element('h2', {}, t('place.layers')),
        element('ul', {}, ...layers.map((layer) => element('li', {},
          element('span', { class: 'place-layer-name' }, swatch(legendRows(layer.style)[0].style, layer.geometry), pick(layer.title)),
          element('span', { class: 'place-layer-text' }, pick(layer.description)),
          element('span', { class: 'place-layer-count' }, t('place.count', { count: layer.count }))))))))
    root.scrollTop = 0
    if (document.activeElement?.matches('a[data-place]')) root.querySelector('.place-title').focus()
  }
}
