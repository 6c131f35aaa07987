import { boxOf } from '../../api/territories.js'
import { showSideLayers } from '../../state/side.js'
import { chooseTerritory, lookAt, select } from '../../state/view.js'
import { createLookout } from '../../edit/lookout.js'
import { mayPropose } from '../../state/edit.js'
import { pick, t } from '../../text/text.js'
import { element, failure, nothing, textButton, waiting } from '../../panels/markup.js'
import { choice, labelled } from '../../panels/fields.js'
import { energyProblem } from '../problems.js'
import { lastChanges } from './changes.js'

const LAYER = 'primary_substation_area'
const MOST = 200

/** The tab Substations: the areas in which a community shares its energy, the code of any place, and what the last load has changed. */
export function open(parts) {
  const { root, store, server, catalogue, overlay, energy, territories, signal } = parts
  const lookout = createLookout({ store, overlay })
  const found = element('div', { class: 'energy-at', 'aria-live': 'polite' })
  const list = element('div', {})
  store.change(showSideLayers, [LAYER, 'industrial_zone'].filter((id) => catalogue.layer(id)).map((id) => ({ id, opacity: 1 })))
  root.replaceChildren(element('p', { class: 'side-lead' }, t('energy.substations.lead')),
    element('div', { class: 'button-row' }, textButton(t('energy.substations.pick'), 'map-marker-plus', ask)), found,
    labelled(t('energy.territory'), choice([['', t('energy.territory.all')]], null, (code) => {
      store.change(chooseTerritory, code)
      store.change(lookAt, territories.box(code))
      load()
    }, { id: 'energy-substations-territory' })), list, mayPropose(store.get().session?.account, LAYER) ? lastChanges(parts) : '')
  territories.ready.then(() => {
    const field = root.querySelector('#energy-substations-territory')
    field?.append(...territories.list.map(({ code, name }) => element('option', { value: code }, name)))
    if (field) field.value = store.get().territory ?? ''
  })
  load()

  /** The code of a place that is clicked, or of the middle of the map by keyboard. */
  async function ask() {
    energy.showMap()
    found.replaceChildren(element('p', { class: 'side-small' }, t('energy.substations.picking')))
    const place = await lookout.pickPlace(signal)()
    energy.showPanel()
    if (signal.aborted) return
    if (!place) return found.replaceChildren()
    const [lon, lat] = place.coordinates
    overlay.show({ signs: [{ lon, lat, text: '●', kind: 'stop' }] })
    try {
      const area = await energy.api.substationAt([lon, lat], { signal })
      found.replaceChildren(area?.code ? element('p', { class: 'side-card' }, element('strong', {}, area.code), ' ', [area.name, area.distributor].filter(Boolean).join(' · ')) : nothing(t('energy.substations.nowhere')))
    } catch (problem) {
      if (!signal.aborted) found.replaceChildren(problem.status === 404 ? nothing(t('energy.substations.nowhere')) : failure(energyProblem(problem), t('retry'), ask))
    }
    root.querySelector('.text-button')?.focus({ preventScroll: true })
  }

  async function load() {
    list.replaceChildren(waiting(t('energy.waiting')))
    const { territory } = store.get()
    try {
      const { features, numberMatched } = await server.features(LAYER, { limit: MOST, ...(territory ? { territory } : {}) }, { signal })
      list.replaceChildren(features.length === 0 ? nothing(t('energy.substations.none')) : table(features, numberMatched ?? features.length))
    } catch (problem) {
      if (!signal.aborted) list.replaceChildren(failure(energyProblem(problem), t('retry'), load))
    }
  }

  function table(features, all) {
    return element('div', { class: 'side-scroll', tabindex: '0', role: 'region', 'aria-label': t('energy.substations') }, element('table', { class: 'side-table' },
    element('caption', {}, all > features.length ? t('energy.substations.some', { count: features.length, all }) : t('energy.substations.count', { count: features.length })),
    element('thead', {}, element('tr', {}, ...['code', 'name', 'distributor', 'hosting'].map((key) => element('th', { scope: 'col' }, t(`energy.substations.${key}`))))),
    element('tbody', {}, ...features.map(({ id, geometry, properties: { code, name, substation_name: station, distributor, hosting_class: hosting } }) => element('tr', {},
      element('th', { scope: 'row' }, element('button', { type: 'button', class: 'link-button', on: { click: () => { store.change(select, LAYER, id); store.change(lookAt, boxOf(geometry)) } } }, code ?? `#${id}`)),
      element('td', {}, station ?? name ?? ''), element('td', {}, distributor ?? t('notKnown')),
      element('td', {}, hosting ? pick(catalogue.codeTitle('hosting_class', hosting)) || hosting : t('notKnown')))))))
  }
}

