import { lastOf } from '../api/last.js'
import { circle, ringAround } from './filter/circle.js'
import { readCoordinates } from '../state/coordinates.js'
import { readAmount } from '../text/amount.js'
import { number, position } from '../text/format.js'
import { language, t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { boxOf } from '../api/territories.js'
import { draw, showFace } from '../state/search.js'
import { lookAt } from '../state/view.js'

const KM = 10 // proposed

/** An area on the map: drawn as a rectangle or a polygon, or by keyboard all that the map shows. */
export function shapeControl(field, texts, put, { store, signal, onDrawing }) {
  const said = element('p', { class: 'field-hint' })
  const drop = textButton(t('plots.shape.drop'), 'close', () => put(null), { hidden: true })
  let opener = null
  const start = (kind) => (event) => {
    opener = event.currentTarget
    store.change(showFace, 'map')
    store.change(draw, kind)
    onDrawing()
  }
  const extent = () => {
    const { extent: box } = store.get()
    if (box) put({ box: box.map((degrees) => Number(degrees.toFixed(5))) })
  }
  store.watch((state) => state.drawing, (kind) => !kind && document.activeElement?.id === 'map' && opener?.focus(), { signal, now: false })
  return {
    root: element('fieldset', { class: 'plots-field', 'data-key': field.key }, element('legend', {}, texts.titleOf(field.key)),
      element('div', { class: 'button-row' }, textButton(t('plots.shape.rectangle'), 'maximize', start('rectangle')), textButton(t('plots.shape.polygon'), 'pencil', start('polygon')),
        textButton(t('plots.shape.extent'), 'fullscreen', extent), drop), said),
    show(value) {
      said.textContent = value ? texts.conditionOf(field.key, value).join('') : t('plots.shape.hint')
      drop.hidden = !value
    },
    count: () => {},
  }
}

/** Within a distance of a place that is looked for by name or coordinates, or of the middle of the map. */
export function aroundControl(field, texts, put, { store, server, signal }) {
  const question = lastOf(signal)
  let centre = null // {longitude, latitude, name}
  const place = element('input', { type: 'text', id: 'plots-around-place', class: 'field', autocomplete: 'off', on: { keydown: (event) => { if (event.key === 'Enter') { event.preventDefault(); find() } } } })
  const distance = element('input', { type: 'text', inputmode: 'decimal', id: 'plots-around-km', class: 'field', value: number(KM), on: { change: apply } })
  const found = element('ul', { class: 'found', 'aria-label': t('plots.around.found') })
  const said = element('p', { class: 'field-hint', role: 'status' })
  const drop = textButton(t('plots.around.drop'), 'close', () => put(null), { hidden: true })

  async function find() {
    const words = place.value.trim()
    const typed = readCoordinates(words)
    const mine = question()
    found.replaceChildren()
    if (typed) return choose({ ...typed, name: words })
    if (words.length < 2) return
    said.textContent = t('search.waiting')
    try {
      const { items } = await server.search(words, { signal: mine })
      if (mine.aborted) return
      said.textContent = items.length === 0 ? t('search.nothing', { words }) : t('search.found', { count: items.length })
      found.replaceChildren(...items.map((item) => element('li', {}, textButton(nameOf(item), 'map-marker', () => choose(middleOf(item))))))
    } catch {
      if (!mine.aborted) said.textContent = t('search.failed')
    }
  }

  function choose(chosen) {
    found.replaceChildren()
    place.value = chosen.name
    centre = chosen
    apply()
    place.focus()
  }

  function here() {
    const { latitude, longitude } = store.get().view
    choose({ latitude, longitude, name: position(latitude, longitude) })
  }

  function apply() {
    const km = readAmount(distance.value, language(), 'km')
    km ? distance.removeAttribute('aria-invalid') : distance.setAttribute('aria-invalid', 'true')
    if (!centre || !km) return
    const value = circle(centre.longitude, centre.latitude, km * 1000)
    put(value)
    store.change(lookAt, boxOf({ coordinates: ringAround(value) }))
  }

  return {
    root: element('fieldset', { class: 'plots-field', 'data-key': field.key }, element('legend', {}, texts.titleOf(field.key)),
      element('label', { for: place.id }, t('plots.around.place')),
      element('div', { class: 'field-with-button' }, place, textButton(t('plots.around.find'), 'search', find)), found,
      element('div', { class: 'range-end' }, element('label', { for: distance.id }, t('plots.around.km')), distance),
      element('div', { class: 'button-row' }, textButton(t('plots.around.here'), 'map-marker', here), drop), said),
    show(value) {
      drop.hidden = !value
      if (!value) {
        centre = null
        said.textContent = ''
        if (place !== document.activeElement) place.value = ''
        return
      }
      const isSame = centre && circle(centre.longitude, centre.latitude, value.metres).longitude === value.longitude
      if (!isSame) centre = { ...value, name: position(value.latitude, value.longitude) }
      if (place !== document.activeElement) place.value = centre.name
      if (distance !== document.activeElement) distance.value = number(value.metres / 1000)
      said.textContent = texts.conditionOf(field.key, value).join('')
    },
    count: () => {},
  }
}

const nameOf = ({ name, code, municipality, territory }) => [name ?? code, municipality ?? territory].filter(Boolean).join(' · ')
const middleOf = (item) => ({ name: item.name ?? item.code, longitude: (item.bbox[0] + item.bbox[2]) / 2, latitude: (item.bbox[1] + item.bbox[3]) / 2 })
