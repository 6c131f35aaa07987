import { DIMENSIONS, PROFILES, sizeVehicle, travelAs } from '../state/roads.js'
import { readAmount } from '../text/amount.js'
import { number } from '../text/format.js'
import { language, t } from '../text/text.js'
import { element } from '../panels/markup.js'

/** What a sign or a record allows, by dimension. */
export const limitTexts = (limits) => DIMENSIONS.filter((one) => limits?.[one]).map((one) => t('roads.limit', { what: t(`roads.size.${one}`).toLowerCase(), value: `${number(limits[one])} ${UNITS[one]}` }))

const UNITS = { height: 'm', width: 'm', length: 'm', mass: 't', axleLoad: 't' }

/** Who travels, and how large: what is left empty is the profile's own figure, which is shown with where it comes from. */
export function vehicleForm({ store, graph, signal }) {
  const profile = element('select', { id: 'roads-profile', class: 'field', on: { change: () => store.change(travelAs, profile.value) } },
    ...PROFILES.map((id) => element('option', { value: id }, graph.titleOf(id))))
  const sizes = element('div', { class: 'roads-sizes' })
  const summary = element('span', { class: 'roads-sizes-set' })
  const details = element('details', { class: 'roads-vehicle' }, element('summary', {}, t('roads.vehicle'), ' ', summary), element('p', { class: 'field-hint' }, t('roads.vehicle.hint')), sizes)
  store.watch((state) => state.roads.profile, (id) => {
    profile.value = id
    details.hidden = id === 'walk'
    sizes.replaceChildren(...DIMENSIONS.map((dimension) => field(dimension, graph.dimensionOf(id, dimension))))
  }, { signal })
  store.watch((state) => state.roads.vehicle, (vehicle) => {
    for (const dimension of DIMENSIONS) {
      const input = sizes.querySelector(`#roads-${dimension}`)
      if (input && input !== document.activeElement) input.value = vehicle[dimension] === undefined ? '' : number(vehicle[dimension])
    }
    summary.textContent = DIMENSIONS.filter((one) => vehicle[one] !== undefined).map((one) => `${t(`roads.size.${one}`)} ${number(vehicle[one])} ${UNITS[one]}`).join(' · ')
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

  return element('div', { class: 'roads-who' }, element('label', { for: profile.id }, t('roads.profile')), profile, details)
}
