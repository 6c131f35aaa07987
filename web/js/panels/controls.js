import { closeList, lookAt, openList, toggleLayers } from '../state/view.js'
import { position } from '../text/format.js'
import { t } from '../text/text.js'
import { element, iconButton } from './markup.js'

/** Buttons of the map (zoom, home, layers, list) and the coordinates under the pointer, or of the centre. */
export function mapControls({ root, foot, store, catalogue, mapView, signal }) {
  const readout = element('p', { class: 'coordinates', 'aria-hidden': 'true' })
  store.watch((state) => state.language, render, { signal })
  store.watch((state) => [state.layersOpen, state.list], press, { signal })
  store.watch((state) => [state.view, state.language], () => tell(null), { signal })
  mapView.onPointer(tell)
  foot.prepend(readout)

  function render() {
    root.replaceChildren(
      element('div', { class: 'control-stack' },
        iconButton(t('controls.layers'), 'layers', () => store.change(toggleLayers), { id: 'layers-button', 'aria-controls': 'layers' }),
        iconButton(t('controls.list'), 'list', toggleList, { id: 'list-button', 'aria-controls': 'list' })),
      element('div', { class: 'control-stack' },
        iconButton(t('controls.zoomIn'), 'plus', mapView.zoomIn, { id: 'zoom-in' }),
        iconButton(t('controls.zoomOut'), 'minus', mapView.zoomOut, { id: 'zoom-out' }),
        iconButton(t('controls.home'), 'home', () => store.change(lookAt, catalogue.home), { id: 'home' })))
    press()
  }

  function press() {
    const { layersOpen, list } = store.get()
    root.querySelector('#layers-button')?.setAttribute('aria-expanded', String(layersOpen))
    root.querySelector('#list-button')?.setAttribute('aria-expanded', String(list !== null))
  }

  function toggleList() {
    const state = store.get()
    if (state.list) return store.change(closeList)
    const topmost = catalogue.layers.filter(({ id, kind }) => kind === 'core' && state.layers.some((layer) => layer.id === id))
    const plots = topmost.find(({ id }) => id === 'plot')
    store.change(openList, state.selected?.layer ?? (plots ?? topmost[0] ?? catalogue.layers[0])?.id ?? null)
  }

  function tell(pointer) {
    const { latitude, longitude, zoom } = store.get().view
    const place = pointer ?? { latitude, longitude }
    readout.textContent = `${position(place.latitude, place.longitude)} · ${t('controls.zoom', { zoom })}`
  }
}
