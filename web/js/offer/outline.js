import { boxOf } from '../api/territories.js'
import { showOfferFace } from '../state/offer.js'
import { draw, finishDrawing } from '../state/search.js'
import { lookAt } from '../state/view.js'
import { withUnit } from '../text/format.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { areaOf } from './area.js'

/**
 * Where the plot lies: drawn on the map corner by corner, or found by its cadastral reference, parcel by parcel.
 * `onChange` gets the geometry (GeoJSON, or null) and, where it came from the cadastre, {code, sheet, parcels}.
 */
export function outlineField({ store, offers, overlay, signal, geometry: given = null, onChange }) {
  let geometry = given
  let parcels = [] // those found: {municipality, sheet, parcel, rings}
  let opener = null
  const said = element('p', { class: 'offer-said', role: 'status' })
  const drop = textButton(t('offer.outline.drop'), 'close', () => { parcels = []; put(null) }, { hidden: true })
  const drawIt = textButton(t('offer.outline.draw'), 'pencil', () => {
    opener = drawIt
    store.change(showOfferFace, 'map')
    store.change(draw, 'polygon')
  })
  const bar = element('div', { class: 'offer-draw', hidden: true }, element('p', { role: 'status' }, t('offer.outline.drawing')), textButton(t('offer.outline.cancel'), 'close', () => store.change(finishDrawing, null)))
  const find = textButton(t('offer.cadastre.find'), 'search', look)
  const fields = Object.fromEntries(['municipality', 'sheet', 'parcel'].map((name) => [name, element('input', {
    type: 'text', class: 'field', id: `offer-cadastre-${name}`, autocomplete: 'off', maxlength: '100', inputmode: name === 'municipality' ? null : 'numeric',
    on: { keydown: (event) => { if (event.key === 'Enter') { event.preventDefault(); look() } } } })]))
  const found = element('p', { class: 'field-hint', role: 'status' })

  store.watch((state) => state.drawing, (kind) => {
    bar.hidden = !kind
    if (kind || !opener) return
    store.change(showOfferFace, 'panel')
    opener.focus()
    opener = null
  }, { signal, now: false })
  store.watch((state) => state.drawn, (shape) => {
    if (!shape?.ring || store.get().place !== 'offer') return
    store.change(finishDrawing, null)
    parcels = []
    put({ type: 'Polygon', coordinates: [counterclockwise(shape.ring)] })
  }, { signal, now: false })
  signal.addEventListener('abort', () => {
    overlay.show(null)
    bar.remove()
    if (store.get().drawing) store.change(finishDrawing, null)
  })
  document.getElementById('stage').append(bar)
  put(geometry, false)

  return element('div', { class: 'offer-outline', 'data-field': 'geometry' },
    element('p', { class: 'field-hint' }, t('offer.outline.hint')), element('div', { class: 'button-row' }, drawIt, drop), said,
    element('details', { class: 'offer-cadastre' }, element('summary', {}, t('offer.cadastre')), element('p', { class: 'field-hint' }, t('offer.cadastre.hint')),
      element('div', { class: 'offer-pair' }, ...Object.entries(fields).map(([name, input]) => element('div', { class: 'offer-field' }, element('label', { for: input.id }, t(`offer.cadastre.${name}`)), input))),
      element('div', { class: 'button-row' }, find), found),
    element('p', { class: 'field-fault', id: 'offer-geometry-fault' }))

  async function look() {
    const query = Object.fromEntries(Object.entries(fields).map(([name, input]) => [name, input.value.trim()]))
    if (Object.values(query).some((value) => !value)) return (found.textContent = t('offer.cadastre.incomplete'))
    found.textContent = t('offer.cadastre.waiting')
    try {
      const { features, note } = await offers.parcels(query, { signal })
      const shaped = features.filter(({ geometry: one }) => /Polygon$/.test(one?.type ?? ''))
      if (shaped.length === 0) return (found.textContent = note?.code === 'parcels-not-loaded' ? t('offer.cadastre.notLoaded') : t('offer.cadastre.nothing'))
      parcels = [...parcels.filter((one) => one.key !== JSON.stringify(query)), { ...query, key: JSON.stringify(query), rings: shaped.flatMap(({ geometry: one }) => (one.type === 'Polygon' ? [one.coordinates] : one.coordinates)), properties: shaped[0].properties }]
      found.textContent = t('offer.cadastre.found', { parcels: parcels.map(({ parcel }) => parcel).join(', ') })
      put({ type: 'MultiPolygon', coordinates: parcels.flatMap(({ rings }) => rings) })
      store.change(lookAt, boxOf(geometry))
    } catch (problem) {
      if (!signal.aborted) found.textContent = problem.detail ?? t('offer.failed')
    }
  }

  function put(next, tell = true) {
    geometry = next
    drop.hidden = !next
    said.textContent = next ? t('offer.outline.done', { area: withUnit(Math.round(areaOf(next)), 'm²') }) : t('offer.outline.none')
    overlay.show(next && { areas: [{ geometry: next, rank: 1, label: t('offer.outline.here') }] })
    if (tell) onChange(next, parcels.length > 0 ? { code: parcels[0].properties.cadastral_code ?? null, sheet: parcels[0].sheet, parcels: parcels.map(({ parcel }) => parcel) } : null)
  }
}

/** As GeoJSON wants outer rings. */
function counterclockwise(ring) {
  const twice = ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i][0] * y - x * ring[i][1]), 0)
  return twice < 0 ? [...ring].reverse() : ring
}
