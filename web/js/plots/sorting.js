import { searchFor } from '../state/search.js'
import { t } from '../text/text.js'
import { element } from '../panels/markup.js'

const ORDERS = ['-area_m2', 'area_m2', 'price_eur_m2', 'price_eur', 'available_from', 'truck_min_toll_gate', 'truck_min_rail_terminal', '-electricity_kw', '-max_floor_area_m2', '-verified_on', 'name']

/** The menu of orders; one that only a link names is offered while it holds. */
export function sortMenu({ store, texts, signal }) {
  const field = element('select', { class: 'field', id: 'plots-sort', on: { change: () => store.change(searchFor, { sort: field.value }) } })
  store.watch((state) => state.search.sort, (sort) => {
    const offered = ORDERS.filter((order) => texts.known(order.replace('-', '')))
    field.replaceChildren(...['', ...offered, ...(sort && !offered.includes(sort) ? [sort] : [])].map((order) => element('option', { value: order }, titleOf(order))))
    field.value = sort
  }, { signal })
  return element('div', { class: 'plots-sort' }, element('label', { for: field.id }, t('plots.sort')), field)

  function titleOf(order) {
    if (!order) return t('plots.sort.none')
    return order.split(',').map((one) => `${texts.titleOf(one.replace('-', ''))} ${one.startsWith('-') ? '↓' : '↑'}`).join(', ')
  }
}
