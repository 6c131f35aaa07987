import { closeList, openList, select } from '../state/view.js'
import { number, valueText } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element, failure, iconButton, nothing, panelHead, textButton, waiting } from './markup.js'

const PAGE = 25
const PAUSE_MS = 250

/** The features of one layer in the view as a table: everything the map tells, for those who do not use the map. */
export function listPanel({ root, store, catalogue, server, names, signal }) {
  let opener = null
  let running = null
  let timer
  let pages = [null] // the `after` id each page begins with
  let body

  store.watch((state) => [state.list, state.language], ([layer]) => (layer ? open() : hide()), { signal })
  store.watch((state) => state.extent, () => {
    clearTimeout(timer)
    if (store.get().list) timer = setTimeout(firstPage, PAUSE_MS)
  }, { signal, now: false })
  store.watch((state) => state.selected, markSelected, { signal, now: false })
  root.addEventListener('keydown', (event) => event.key === 'Escape' && store.change(closeList), { signal })

  function open() {
    if (root.hidden) opener = document.activeElement
    const first = root.hidden
    const wasChoosing = document.activeElement?.id === 'list-layer'
    root.hidden = false
    body = element('div', { class: 'panel-body list-body', tabindex: '0', role: 'group', 'aria-label': t('list.table') })
    root.replaceChildren(panelHead(t('list.heading'), t('list.close'), () => store.change(closeList), chooser()), body)
    if (first && opener !== document.body) root.querySelector('.panel-title').focus({ preventScroll: true })
    if (wasChoosing) root.querySelector('#list-layer').focus()
    firstPage()
  }

  function hide() {
    running?.abort()
    if (root.hidden) return
    const hadFocus = root.contains(document.activeElement)
    root.hidden = true
    root.replaceChildren()
    if (hadFocus) (opener?.isConnected && opener !== document.body ? opener : document.getElementById('list-button')).focus()
  }

  function chooser() {
    const field = element('select', { id: 'list-layer', class: 'field', on: { change: () => store.change(openList, field.value) } },
      ...catalogue.groups.map((group) => element('optgroup', { label: pick(group.title) },
        ...group.layers.map(({ id, title }) => element('option', { value: id }, pick(title))))))
    field.value = store.get().list
    return element('div', { class: 'list-chooser' }, element('label', { for: 'list-layer', class: 'visually-hidden' }, t('list.layer')), field)
  }

  function firstPage() {
    pages = [null]
    load()
  }

  async function load() {
    const { list: layer, extent } = store.get()
    const descriptor = catalogue.layer(layer)
    if (!descriptor || !extent) return body.replaceChildren(nothing(t('list.noLayer')))
    running?.abort()
    const mine = (running = new AbortController())
    if (!body.querySelector('table')) body.replaceChildren(waiting(t('list.waiting')))
    body.setAttribute('aria-busy', 'true')
    const after = pages[pages.length - 1]
    try {
      const query = { bbox: extent.join(','), limit: PAGE, ...(after === null ? {} : { after }) }
      const answer = await server.features(layer, query, { signal: mine.signal })
      if (!mine.signal.aborted) fill(descriptor, answer)
    } catch (problem) {
      if (!mine.signal.aborted) body.replaceChildren(failure(t('list.failed'), t('retry'), load))
    } finally {
      if (!mine.signal.aborted) body.removeAttribute('aria-busy')
    }
  }

  function fill(descriptor, { features, numberMatched, links }) {
    const from = (pages.length - 1) * PAGE + 1
    const total = element('p', { class: 'list-total', role: 'status', 'data-total': numberMatched },
      numberMatched === 0 ? '' : t('list.total', { count: numberMatched, number: number(numberMatched), from: number(from), to: number(from + features.length - 1) }))
    if (features.length === 0) return body.replaceChildren(total, nothing(t('list.empty', { layer: pick(descriptor.title) })))
    const focused = document.activeElement?.closest('#list tr[data-id]')?.dataset.id
    const hasNext = links?.some(({ rel }) => rel === 'next') && features.length === PAGE
    body.replaceChildren(element('div', { class: 'list-bar' }, total, element('div', { class: 'button-row' },
      iconButton(t('list.previous'), 'chevron-left', () => { pages.pop(); load() }, { disabled: pages.length === 1 }),
      iconButton(t('list.next'), 'chevron-right', () => { pages.push(features[features.length - 1].id); load() }, { disabled: !hasNext }))), table(descriptor, features))
    if (focused) root.querySelector(`tr[data-id="${focused}"] button`)?.focus({ preventScroll: true })
    markSelected()
  }

  function table(descriptor, features) {
    const columns = descriptor.summary.concat('municipality_code').map((name) => descriptor.attributes.find((attribute) => attribute.name === name))
      .filter((attribute) => attribute && attribute.type !== 'json')
    return element('table', { class: 'table table-sm list-table' }, element('caption', { class: 'visually-hidden' }, t('list.caption', { layer: pick(descriptor.title) })),
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('list.name')), ...columns.map((attribute) =>
        element('th', { scope: 'col', class: isNumber(attribute) && 'is-number' }, pick(attribute.title))))),
      element('tbody', {}, ...features.map((feature) => row(feature, descriptor, columns))))
  }

  function row({ id, properties }, descriptor, columns) {
    return element('tr', { 'data-id': id }, element('th', { scope: 'row' }, element('button', {
      type: 'button', class: 'link-button', on: { click: () => store.change(select, descriptor.id, id) } },
      properties.name ?? properties.code), properties.name && element('span', { class: 'row-code' }, properties.code)),
    ...columns.map((attribute) => element('td', { class: isNumber(attribute) && 'is-number' }, cell(attribute, properties[attribute.name]))))
  }

  function cell(attribute, value) {
    if (value === null || value === undefined) return element('span', { class: 'not-known' }, t('notKnown'))
    if (!attribute.reference) return valueText(attribute, value, catalogue)
    const holder = element('span', {}, String(value))
    names.resolve(attribute.reference, value).then((found) => found && (holder.textContent = found.name), () => {})
    return holder
  }

  function markSelected() {
    const { selected, list } = store.get()
    for (const line of root.querySelectorAll('tr[data-id]')) {
      const chosen = selected?.layer === list && String(selected?.id) === line.dataset.id
      line.classList.toggle('is-selected', chosen)
      chosen ? line.setAttribute('aria-current', 'true') : line.removeAttribute('aria-current')
    }
  }
}

const isNumber = ({ type, codes, reference }) => (type === 'number' || type === 'integer') && !codes && !reference
