import { boxOf } from '../api/territories.js'
import { pageOf } from '../api/server.js'
import { openCensusItem } from '../state/census.js'
import { isWritten, mayPropose, openPast, proposeChange } from '../state/edit.js'
import { askVerdict } from '../state/energy.js'
import { askAbout, clearSelection, lookAt, openPlot, select } from '../state/view.js'
import { legendRows, styleOf } from '../state/style.js'
import { directionsLink, placeOf, reachableLink } from '../roads/links.js'
import { starButton } from '../shortlist/shortlist.js'
import { swatch } from '../map/swatch.js'
import { day, number, valueText } from '../text/format.js'
import { language, pick, t } from '../text/text.js'
import { itemList } from './items.js'
import { element, failure, icon, panelHead, textButton, waiting } from './markup.js'

const OLD_DAYS = 180
const ON_GROUND = ['plot', 'industrial_zone', 'logistics_zone', 'energy_area', 'cadastral_parcel', 'land_use_zone'] // where a plant could stand
const ASKABLE = ['plot', 'industrial_zone', 'logistics_zone'] // what the desk can be asked about

/** What is known about one feature, grouped by section; where a click met several, the others are offered above. */
export function featurePanel({ root, store, catalogue, server, names, signal }) {
  let opener = null
  let running = null
  let shownKey = ''
  let takesFocus = false

  store.watch((state) => [state.selected, state.choices, state.language, state.session?.account?.username], ([selected, choices]) => {
    running?.abort()
    if (!selected) return hide()
    const key = `${selected.layer}/${selected.id}`
    if (!root.contains(document.activeElement)) opener = document.activeElement
    // a language switched elsewhere, or a link just opened, must not carry the focus away
    takesFocus = key !== shownKey && opener !== document.body
    shownKey = key
    root.hidden = false
    showFeature(selected, choices)
  }, { signal })
  root.addEventListener('keydown', (event) => event.key === 'Escape' && close(), { signal })

  function close() {
    store.change(clearSelection)
  }

  function hide() {
    if (root.hidden) return
    const hadFocus = root.contains(document.activeElement)
    const [, id] = shownKey.split('/')
    shownKey = ''
    root.hidden = true
    root.replaceChildren()
    // the list may have been written anew since its row was opened
    const row = document.querySelector(`#list tr[data-id="${id}"] button`)
    if (hadFocus) (opener?.isConnected && opener !== document.body ? opener : row ?? document.getElementById('map')).focus({ preventScroll: true })
  }

  function fill(title, body, { label = title, eyebrow = null } = {}) {
    root.setAttribute('aria-label', label)
    const head = panelHead(title, t('feature.close'), close)
    if (eyebrow) head.prepend(eyebrow)
    root.replaceChildren(head, element('div', { class: 'panel-body', tabindex: '-1' }, body))
    root.scrollTop = 0
    if (takesFocus) root.querySelector('.panel-title').focus({ preventScroll: true })
  }

  function others({ layer, id }, choices) {
    const rest = choices.filter((choice) => choice.layer !== layer || choice.id !== id)
    if (rest.length === 0) return null
    return element('div', { class: 'others' }, element('p', { id: 'others-label' }, t('feature.others')),
      element('ul', { 'aria-labelledby': 'others-label' }, ...rest.map((choice) => {
        const descriptor = catalogue.layer(choice.layer)
        return element('li', {}, element('button', { type: 'button', class: 'choice', on: { click: () => store.change(select, choice.layer, choice.id) } },
          swatch(legendRows(descriptor.style)[0].style, descriptor.geometry), element('span', { class: 'choice-name' }, choice.name),
          element('span', { class: 'choice-kind' }, pick(descriptor.title))))
      })))
  }

  async function showFeature({ layer, id }, choices) {
    const descriptor = catalogue.layer(layer)
    running = new AbortController()
    const mine = running
    fill(pick(descriptor?.title) || layer, waiting(t('feature.waiting')))
    try {
      const feature = await server.feature(layer, id, { signal: mine.signal })
      if (!mine.signal.aborted) fillFeature(feature, descriptor, choices)
    } catch (problem) {
      if (mine.signal.aborted) return
      const text = problem.status === 404 ? t('feature.gone') : t('feature.failed')
      fill(pick(descriptor?.title) || layer, failure(text, t('retry'), () => showFeature({ layer, id }, choices)))
    }
  }

  function fillFeature(feature, descriptor, choices) {
    const { properties } = feature
    const title = properties.name ?? properties.code
    const eyebrow = element('p', { class: 'eyebrow' }, swatch(styleOf(descriptor.style, properties), descriptor.geometry), pick(descriptor.title),
      properties.name && element('span', { class: 'eyebrow-code' }, properties.code))
    fill(title, [badges(properties), description(descriptor, properties), summary(feature, descriptor),
      actions(feature), networksOf(feature, descriptor), others(store.get().selected, choices), sections(feature, descriptor)], { label: `${pick(descriptor.title)}: ${title}`, eyebrow })
  }

  function badges({ demonstration, verified_on: verified }) {
    const age = verified && (Date.now() - Date.parse(verified)) / 86_400_000
    return element('p', { class: 'badges' },
      demonstration && element('span', { class: 'tag tag-demonstration' }, t('demonstration.short')),
      verified ? element('span', { class: age > OLD_DAYS ? 'tag tag-old' : 'tag tag-fresh' }, t(age > OLD_DAYS ? 'feature.old' : 'feature.verified', { day: day(verified) }))
        : element('span', { class: 'tag' }, t('feature.unverified')))
  }

  function description(descriptor, properties) {
    const attribute = descriptor.attributes.find(({ name, language: written }) => name.startsWith('description_') && written === language())
    const text = attribute && properties[attribute.name]
    return text ? element('p', { class: 'feature-description' }, text) : null
  }

  function summary({ properties }, descriptor) {
    const facts = descriptor.summary.map((name) => descriptor.attributes.find((attribute) => attribute.name === name))
      .filter((attribute) => attribute && isKnown(properties[attribute.name]))
    if (facts.length === 0) return null
    return element('dl', { class: 'facts' }, ...facts.map((attribute) =>
      element('div', {}, element('dt', {}, pick(attribute.title)), element('dd', {}, shown(attribute, properties[attribute.name])))))
  }

  function actions(feature) {
    const copied = element('span', { class: 'copied', role: 'status' })
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(location.href)
        copied.textContent = t('feature.copied')
      } catch {
        copied.textContent = location.href
      }
    }
    const { layer } = store.get().selected
    return element('div', { class: 'button-row feature-actions' },
      layer === 'plot' && starButton(feature.id, feature.properties.name ?? feature.properties.code),
      layer === 'plot' && textButton(t('feature.page'), 'file', () => store.change(openPlot, feature.id)),
      ASKABLE.includes(layer) && textButton(t('feature.ask'), 'mail', () => store.change(askAbout, layer, feature.id)),
      layer === 'industrial_zone' && element('a', { class: 'text-button', href: `/zones/${feature.id}?lang=${language()}` }, icon('pa'), t('feature.profile')),
      ON_GROUND.includes(layer) && store.get().place !== 'energy' && textButton(t('feature.verdict'), 'bookmark', () => store.change(askVerdict, layer, feature.id)),
      ...hasRoads(feature) ? [directionsLink(placeOf(feature)), reachableLink(placeOf(feature))] : [],
      textButton(t('feature.zoom'), 'zoom-in', () => store.change(lookAt, boxOf(feature.geometry))),
      textButton(t('feature.copy'), 'link', copy), textButton(t('feature.print'), 'print', () => window.print()),
      element('a', { class: 'text-button', href: pageOf(store.get().selected, language()) }, icon('code-circle'), t('feature.data')), ...proposing(feature, layer), copied)
  }

  /** For those who have signed in, as far as their rights go. */
  function proposing({ id }, layer) {
    const account = store.get().session?.account
    if (!account || catalogue.layer(layer)?.group === 'background' || !isWritten(catalogue.layer(layer))) return []
    return [mayPropose(account, layer) && textButton(t('feature.propose'), 'pencil', () => store.change(proposeChange, layer, id)),
      mayPropose(account, layer) && textButton(t('feature.retire'), 'delete', () => store.change(proposeChange, layer, id, 'retire')),
      textButton(t('feature.history'), 'clock', () => store.change(openPast, layer, id))].filter(Boolean)
  }

  /** The networks that a company belongs to; nothing stands there until they have come, or where there are none. */
  function networksOf({ id }, descriptor) {
    if (descriptor.id !== 'company') return null
    const holder = element('div', {})
    server.networksOf(id, { signal: running.signal }).then(({ networks }) => {
      if (networks.length === 0) return
      holder.replaceChildren(element('p', { id: 'networks-label', class: 'eyebrow' }, t('feature.networks')), element('ul', { class: 'feature-networks', 'aria-labelledby': 'networks-label' }, ...networks.map((network) =>
        element('li', {}, element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(openCensusItem, 'networks', String(network.id)) } }, network.name)))))
    }, () => {})
    return holder
  }

  function sections({ properties }, descriptor) {
    const shownElsewhere = (name) => name.startsWith('description_')
    return catalogue.sections.map((section) => {
      const attributes = descriptor.attributes.filter(({ section: of, language: written, name }) =>
        of === section.id && name in properties && !shownElsewhere(name) && (!written || written === language()))
      if (attributes.length === 0) return null
      const known = attributes.filter(({ name }) => isKnown(properties[name]))
      const unknown = attributes.filter(({ name }) => !isKnown(properties[name]))
      return element('details', { class: 'record-section', open: known.length > 0, 'data-section': section.id },
        element('summary', {}, element('h3', {}, pick(section.title)), element('span', { class: 'section-count' }, t('feature.known', { known: known.length, all: attributes.length }))),
        known.length > 0 && element('dl', { class: 'fields' }, ...known.map((attribute) => field(attribute, properties[attribute.name]))),
        unknown.length > 0 && element('details', { class: 'unknown' }, element('summary', {}, t('feature.unknown', { count: unknown.length })),
          element('ul', {}, ...unknown.map(({ title }) => element('li', {}, pick(title))))))
    })
  }

  function field(attribute, value) {
    return element('div', { class: 'field-row', 'data-attribute': attribute.name },
      element('dt', {}, pick(attribute.title), attribute.help && element('span', { class: 'help' }, pick(attribute.help))),
      element('dd', {}, shown(attribute, value)))
  }

  function shown(attribute, value) {
    if (attribute.reference && Array.isArray(value)) return value.flatMap((one, i) => [i > 0 ? ', ' : '', reference(attribute, Number(one))]) // a list is of numbers of records
    if (attribute.reference) return reference(attribute, value)
    if (attribute.type === 'json') return itemList(value)
    if (attribute.type === 'boolean') return [icon(value ? 'check' : 'close', 'xs'), ' ', valueText(attribute, value, catalogue)]
    if (typeof value === 'string' && /^https?:\/\//.test(value)) return element('a', { href: value, rel: 'external' }, value)
    return valueText(attribute, value, catalogue)
  }

  // The bare key stands until its name has come, and stays when there is none.
  function reference(attribute, value) {
    const holder = element('span', {}, typeof value === 'number' ? number(value, 0) : value)
    names.resolve(attribute.reference, value).then((found) => {
      if (!found) return
      holder.replaceChildren(catalogue.layer(found.layer)?.group === 'background' ? found.name : element('button', {
        type: 'button', class: 'link-button', on: { click: () => store.change(select, found.layer, found.id) } }, found.name))
    }, () => {})
    return holder
  }
}

/** Where somebody may begin or end: not along a whole river, nor in the middle of a province. */
const hasRoads = ({ geometry }) => {
  const [west, south, east, north] = boxOf(geometry)
  return east - west < 0.05 && north - south < 0.05
}

const isKnown = (value) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
