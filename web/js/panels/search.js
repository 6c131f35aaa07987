import { readCoordinates } from '../state/coordinates.js'
import { dropPin, lookAt, select, showLayer } from '../state/view.js'
import { position } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element, icon, iconButton } from './markup.js'

const PAUSE_MS = 180

/** Search by name, code or coordinates: a combobox with a list of results, all of it by keyboard. */
export function searchBox({ root, store, catalogue, server, signal }) {
  let results = []
  let active = -1
  let answered = '' // the words that the results are of
  let entered = false // somebody pressed Enter before their answer was there
  let timer
  let running

  const field = element('input', {
    id: 'search-field', type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false',
    'aria-expanded': 'false', 'aria-controls': 'search-results', 'aria-autocomplete': 'list',
    on: { input: later, keydown: onKey, focus: () => results.length && open(), blur: () => setTimeout(close, 150) },
  })
  const clear = iconButton('', 'close', () => { field.value = ''; later(); store.change(dropPin, null); field.focus() }, { class: 'icon-button search-clear', hidden: true })
  const list = element('ul', { id: 'search-results', role: 'listbox', class: 'search-results', hidden: true })
  const note = element('p', { class: 'search-note', role: 'status' })
  root.append(element('div', { class: 'search-field' }, icon('search'), field, clear), list, note)

  store.watch((state) => state.language, () => {
    field.placeholder = t('search.placeholder')
    field.setAttribute('aria-label', t('search.label'))
    list.setAttribute('aria-label', t('search.results'))
    clear.setAttribute('aria-label', t('search.clear'))
    clear.title = t('search.clear')
  }, { signal })

  function later() {
    clear.hidden = field.value === ''
    giveUp()
    mark(-1)
    const words = field.value.trim()
    if (words.length < 2) return show([], '', words)
    timer = setTimeout(() => find(words), PAUSE_MS)
  }

  /** Nobody waits any more for what was asked. */
  function giveUp() {
    clearTimeout(timer)
    running?.abort()
    entered = false
  }

  async function find(words) {
    const place = readCoordinates(words)
    if (place) return show([{ place }], '', words)
    const mine = (running = new AbortController())
    note.textContent = t('search.waiting')
    try {
      const { items, note: why } = await server.search(words, { signal: mine.signal })
      if (mine.signal.aborted) return
      show(items, why ? t(`search.cadastre.${why}`) : items.length === 0 ? t('search.nothing', { words }) : t('search.found', { count: items.length }), words)
    } catch {
      if (!mine.signal.aborted) show([], t('search.failed'), '')
    }
  }

  function show(items, message, words) {
    results = items
    answered = words
    active = -1
    note.textContent = message
    note.classList.toggle('visually-hidden', items.length > 0)
    list.replaceChildren(...items.map(option))
    if (items.length > 0 && entered) return go(items[0])
    items.length > 0 && document.activeElement === field ? open() : close() // who has gone on is not followed by a list
  }

  function option(item, i) {
    const body = item.place
      ? [icon('map-marker'), element('span', { class: 'result-name' }, position(item.place.latitude, item.place.longitude)), element('span', { class: 'result-kind' }, t('search.coordinates'))]
      : [icon('pin'), element('span', { class: 'result-name' }, item.name ?? item.code),
        element('span', { class: 'result-kind' }, [pick(catalogue.layer(item.layer)?.title), item.address !== item.name && item.address, item.name && !item.address && item.code,
          item.municipality ?? item.territory].filter(Boolean).join(' · '))]
    return element('li', { id: `search-result-${i}`, role: 'option', 'aria-selected': 'false', on: { mousedown: (event) => { event.preventDefault(); go(item) } } }, body)
  }

  function onKey(event) {
    if (event.key === 'Escape') { giveUp(); return list.hidden ? clear.click() : close() }
    if (event.key === 'Enter') { event.preventDefault(); return enter() }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || results.length === 0) return
    event.preventDefault()
    open()
    mark((active + step + results.length) % results.length)
  }

  function mark(chosen) {
    active = chosen
    list.querySelectorAll('[role=option]').forEach((one, i) => {
      one.setAttribute('aria-selected', String(i === active))
      if (i === active) one.scrollIntoView({ block: 'nearest' })
    })
    active < 0 ? field.removeAttribute('aria-activedescendant') : field.setAttribute('aria-activedescendant', `search-result-${active}`)
  }

  /** Goes to what is chosen, else to the first that the present words find, which may still have to be asked for. */
  function enter() {
    const words = field.value.trim()
    if (active >= 0 || (words === answered && results.length > 0)) return go(results[Math.max(active, 0)])
    if (words.length < 2 || words === answered) return
    giveUp()
    entered = true
    find(words)
  }

  function go(item) {
    giveUp()
    close()
    if (item.place) {
      const { latitude, longitude } = item.place
      store.change(dropPin, [longitude, latitude])
      return store.change(lookAt, [longitude - 0.004, latitude - 0.003, longitude + 0.004, latitude + 0.003])
    }
    field.value = item.name ?? item.code
    answered = field.value.trim()
    store.change(dropPin, null)
    store.change(showLayer, item.layer)
    store.change(lookAt, item.bbox)
    store.change(select, item.layer, item.id)
  }

  function open() {
    list.hidden = false
    field.setAttribute('aria-expanded', 'true')
  }

  function close() {
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }
}
