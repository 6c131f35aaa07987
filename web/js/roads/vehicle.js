import { DIMENSIONS, PROFILES, readTime, sizeVehicle, travelAs, travelAt } from '../state/roads.js'
import { readAmount } from '../text/amount.js'
import { clock, number } from '../text/format.js'
import { language, t } from '../text/text.js'
import { element } from '../panels/markup.js'

/** What a sign or a record allows, by dimension. */
export const limitTexts = (limits) => DIMENSIONS.filter((one) => limits?.[one]).map((one) => t('roads.limit', { what: t(`roads.size.${one}`).toLowerCase(), value: `${number(limits[one])} ${UNITS[one]}` }))

const UNITS = { height: 'm', width: 'm', length: 'm', mass: 't', axleLoad: 't' }

/** Who travels, how large and when: what is left empty is the profile's own figure, which is shown with where it comes from. */
export function vehicleForm({ store, graph, signal }) {
  const profile = element('select', { id: 'roads-profile', class: 'field', on: { change: () => store.change(travelAs, profile.value) } },
    ...PROFILES.map((id) => element('option', { value: id }, graph.titleOf(id))))
  const sizes = element('div', { class: 'roads-sizes' })
  const time = element('input', { type: 'datetime-local', id: 'roads-when', class: 'field', min: '2000-01-01T00:00', max: '2099-12-31T23:59', 'aria-describedby': 'roads-when-hint', on: { change: putTime, blur: putTime } })
  const summary = element('span', { class: 'roads-sizes-set' })
  const details = element('details', { class: 'roads-vehicle' }, element('summary', {}, t('roads.vehicle'), ' ', summary), element('p', { class: 'field-hint' }, t('roads.vehicle.hint')), sizes, timeField())
  store.watch((state) => state.roads.profile, (id) => {
    profile.value = id
    details.hidden = id === 'walk'
    sizes.replaceChildren(...DIMENSIONS.map((dimension) => field(dimension, graph.dimensionOf(id, dimension))))
  }, { signal })
  store.watch((state) => [state.roads.vehicle, state.roads.when], ([vehicle, when]) => {
    for (const dimension of DIMENSIONS) {
      const input = sizes.querySelector(`#roads-${dimension}`)
      if (input && input !== document.activeElement) input.value = vehicle[dimension] === undefined ? '' : number(vehicle[dimension])
    }
    if (time !== document.activeElement) {
      time.value = when ?? ''
      time.removeAttribute('aria-invalid')
    }
    summary.textContent = [...DIMENSIONS.filter((one) => vehicle[one] !== undefined).map((one) => `${t(`roads.size.${one}`)} ${number(vehicle[one])} ${UNITS[one]}`), when && clock(when)].filter(Boolean).join(' · ')
  }, { signal })

  function field(dimension, own) {
    const id = `roads-${dimension}`
    const input = element('input', { type: 'text', inputmode: 'decimal', id, class: 'field', autocomplete: 'off', 'aria-describedby': `${id}-own`, on: { change: put } })
    function put() {
      const value = readAmount(input.value, language(), UNITS[dimension])
      const wrong = value === null || value === 0
      wrong ? input.setAttribute('aria-invalid', 'true') : input.removeAttribute('aria-invalid')
      if (!wrong) store.change(sizeVehicle, dimension, value ?? null)
    }
    return element('div', { class: 'roads-size' }, element('label', { for: id }, `${t(`roads.size.${dimension}`)} (${UNITS[dimension]})`), input,
      element('p', { class: 'field-hint', id: `${id}-own` }, own ? [t('roads.size.own', { value: `${number(own.value)} ${UNITS[dimension]}` }), own.source && ` (${own.source})`] : t('roads.size.none')))
  }

  /** Half a time is wrong; its value is empty all the same. */
  function putTime() {
    const text = time.value.slice(0, 16)
    const wrong = time.validity.badInput || (text !== '' && readTime(text) === null)
    wrong ? time.setAttribute('aria-invalid', 'true') : time.removeAttribute('aria-invalid')
    if (!wrong) store.change(travelAt, text)
  }

  function timeField() {
    return element('div', { class: 'roads-size' }, element('label', { for: time.id }, t('roads.when')), time, element('p', { class: 'field-hint', id: 'roads-when-hint' }, t('roads.when.hint')))
  }

  return element('div', { class: 'roads-who' }, element('label', { for: profile.id }, t('roads.profile')), profile, details)
}
