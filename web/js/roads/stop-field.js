import { lastOf } from '../api/last.js'
import { readCoordinates } from '../state/coordinates.js'
import { pickOnMap, putStop } from '../state/roads.js'
import { position } from '../text/format.js'
import { t } from '../text/text.js'
import { element, iconButton, textButton } from '../panels/markup.js'

export const stopText = (stop) => (stop ? stop.name ?? position(stop.lat, stop.lon) : '')

/**
 * One place of a way: looked for by name, code or coordinates, taken from the map, or where the device says that it is, which is
 * asked for by a button and never by itself. @param which the number of the stop, or 'place'
 */
export function stopField({ which, label, stop, more = [] }, { store, server, signal }) {
  const id = `roads-stop-${which}`
  const question = lastOf(signal)
  const words = element('input', { type: 'text', id, class: 'field', autocomplete: 'off', spellcheck: 'false', placeholder: t('roads.stop.placeholder'),
    on: { keydown: (event) => { if (event.key === 'Enter') { event.preventDefault(); find() } } } })
  words.value = stopText(stop)
  const found = element('ul', { class: 'found', 'aria-label': t('roads.stop.found', { label }) })
  const said = element('p', { class: 'field-hint', role: 'status' })

  async function find() {
    const asked = words.value.trim()
    const mine = question()
    found.replaceChildren()
    if (asked === '' && stop) return store.change(putStop, which, null)
    if (asked === stopText(stop)) return
    const typed = readCoordinates(asked)
    if (typed) return choose({ lon: typed.longitude, lat: typed.latitude, name: null })
    if (asked.length < 2) return
    said.textContent = t('search.waiting')
    try {
      const { items } = await server.search(asked, { signal: mine })
      if (mine.aborted) return
      said.textContent = items.length === 0 ? t('search.nothing', { words: asked }) : t('search.found', { count: items.length })
      found.replaceChildren(...items.map((item) => element('li', {}, textButton(nameOf(item), 'map-marker', () => choose(middleOf(item))))))
    } catch {
      if (!mine.aborted) said.textContent = t('search.failed')
    }
  }

  const choose = (chosen) => store.change(putStop, which, chosen)

  function here() {
    said.textContent = t('roads.stop.locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => !signal.aborted && choose({ lon: Number(coords.longitude.toFixed(5)), lat: Number(coords.latitude.toFixed(5)), name: t('roads.stop.mine') }),
      () => (said.textContent = t('roads.stop.notLocated')), { maximumAge: 60_000, timeout: 15_000 })
  }

  return element('div', { class: 'roads-stop', 'data-stop': which },
    element('label', { for: id }, label),
    element('div', { class: 'roads-stop-tools' },
      iconButton(t('roads.stop.onMap', { label }), 'map-marker-plus', () => store.change(pickOnMap, which), { 'data-does': 'pick' }),
      navigator.geolocation && iconButton(t('roads.stop.here', { label }), 'pin', here, { 'data-does': 'here' }), ...more),
    element('div', { class: 'field-with-button' }, words, iconButton(t('roads.stop.find', { label }), 'search', find, { 'data-does': 'find' })),
    found, said)
}

const nameOf = ({ name, code, municipality, territory }) => [name ?? code, municipality ?? territory].filter(Boolean).join(' · ')
const middleOf = (item) => ({ name: item.name ?? item.code, lon: (item.bbox[0] + item.bbox[2]) / 2, lat: (item.bbox[1] + item.bbox[3]) / 2 })
