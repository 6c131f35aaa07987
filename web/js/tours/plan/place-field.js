import { boxOf } from '../../api/territories.js'
import { readCoordinates } from '../../state/coordinates.js'
import { forgetPoint, pickOnMap } from '../../state/roads.js'
import { position } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, iconButton, textButton } from '../../panels/markup.js'

let made = 0
const NEAREST = 8

/**
 * A place: looked for by name or coordinates, taken from the map, or one of the railway stations around. It shows `get()`, {point: {lon, lat}, name} or null, and
 * tells onChoose({point, name}), or onChoose(null) when it is emptied.
 */
export function placeField({ label, get, onChoose, stations = false, hint = null }, { store, server, signal }) {
  const id = `tour-place-${++made}`
  const key = `point:${id}`
  const words = element('input', { type: 'text', id, class: 'field', autocomplete: 'off', spellcheck: 'false', placeholder: t('tours.place.placeholder'), 'aria-describedby': `${id}-said`,
    on: { keydown: (event) => { if (event.key === 'Enter') { event.preventDefault(); find() } }, change: find } })
  const found = element('ul', { class: 'tour-found', 'aria-label': t('tours.place.found', { label }) })
  const said = element('p', { class: 'field-hint', role: 'status', id: `${id}-said` }, hint)
  let asked = null
  show()
  store.watch((state) => state.pickedPoint, (picked) => {
    if (picked?.of !== key) return
    store.change(forgetPoint)
    choose({ point: { lon: picked.point[0], lat: picked.point[1] }, name: null })
    words.focus({ preventScroll: true })
  }, { signal, now: false })

  function show() {
    const place = get()
    asked = words.value = place?.point ? place.name ?? position(place.point.lat, place.point.lon) : ''
  }

  async function find() {
    const wanted = words.value.trim()
    if (wanted === asked) return
    asked = wanted
    found.replaceChildren()
    if (wanted === '') return choose(null)
    const typed = readCoordinates(wanted)
    if (typed) return choose({ point: { lon: typed.longitude, lat: typed.latitude }, name: null })
    if (wanted.length < 2) return
    said.textContent = t('search.waiting')
    try {
      const { items } = await server.search(wanted, { signal })
      if (words.value.trim() !== wanted) return
      offer(items.map((item) => ({ text: [item.name ?? item.code, item.municipality ?? item.territory].filter(Boolean).join(' · '), name: item.name ?? item.code, point: middleOf(item.bbox) })))
      said.textContent = items.length === 0 ? t('search.nothing', { words: wanted }) : t('tours.place.choose', { count: items.length })
    } catch {
      asked = null
      if (!signal.aborted) said.textContent = t('search.failed')
    }
  }

  const offer = (places) => found.replaceChildren(...places.map((place) => element('li', {}, textButton(place.text, 'map-marker', () => choose(place)))))

  function choose(place) {
    found.replaceChildren()
    said.textContent = hint ?? ''
    onChoose(place && { point: place.point, name: place.name })
    show()
  }

  async function nearStations() {
    said.textContent = t('search.waiting')
    try {
      const { features } = await server.features('gateway', { gateway_kind: 'station', limit: 500 }, { signal })
      const { view } = store.get()
      const far = ({ geometry: { coordinates: [lon, lat] } }) => Math.hypot((lon - view.longitude) * Math.cos(view.latitude * Math.PI / 180), lat - view.latitude)
      const near = features.sort((a, b) => far(a) - far(b)).slice(0, NEAREST)
      offer(near.map(({ properties, geometry }) => ({ text: properties.name ?? properties.code, name: properties.name ?? properties.code, point: middleOf(boxOf(geometry)) })))
      said.textContent = near.length === 0 ? t('tours.place.noStations') : t('tours.place.choose', { count: near.length })
      found.querySelector('button')?.focus()
    } catch {
      if (!signal.aborted) said.textContent = t('search.failed')
    }
  }

  const root = element('div', { class: 'side-field tour-place' }, element('label', { for: id }, label),
    element('div', { class: 'tour-place-line' }, words, iconButton(t('tours.place.find', { label }), 'search', find),
      iconButton(t('tours.place.onMap', { label }), 'map-marker-plus', () => store.change(pickOnMap, key))), stations && element('div', {}, textButton(t('tours.place.stations'), 'flag', nearStations)), found, said)
  return { root, show }
}

const middleOf = ([west, south, east, north]) => ({ lon: Number(((west + east) / 2).toFixed(6)), lat: Number(((south + north) / 2).toFixed(6)) })
