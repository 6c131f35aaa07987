import { showFace } from '../state/search.js'
import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { element, icon, iconButton } from '../panels/markup.js'

const NARROW = window.matchMedia('(max-width: 74.99rem)') // where the form has no column of its own; css/plots.css has the same

/**
 * Holds the form: a column in wide windows, else a sheet over the page that a button opens. `bar` is the foot of narrow windows,
 * with the buttons for the sheet and for list or map.
 */
export function filterSheet({ store, search, form, signal }) {
  const title = element('h2', { class: 'panel-title', tabindex: '-1', id: 'plots-filters-title' }, t('plots.filters'))
  const show = element('button', { type: 'button', class: 'btn btn-primary sheet-show', on: { click: close } })
  const root = element('section', { class: 'plots-filters', id: 'plots-filters', 'aria-labelledby': title.id, on: { keydown: (event) => event.key === 'Escape' && isOpen && close() } },
    element('div', { class: 'panel-head' }, title, iconButton(t('plots.filters.close'), 'close', close, { class: 'icon-button sheet-close' })), form, element('div', { class: 'sheet-foot' }, show))
  const face = element('button', { type: 'button', class: 'bar-button', on: { click: () => store.change(showFace, store.get().plotsFace === 'map' ? 'list' : 'map') } })
  const bar = element('div', { class: 'plots-bar' }, button('bar-button'), face)
  let isOpen = false
  let opener = null

  store.watch((state) => state.plotsFace === 'map', (onMap) => face.replaceChildren(icon(onMap ? 'list' : 'map-marker'), element('span', {}, t(onMap ? 'plots.face.list' : 'plots.face.map'))), { signal })
  search.watch(({ status, total }) => {
    show.textContent = total === null ? t('plots.waiting') : t('plots.showThem', { count: total, number: number(total, 0) })
    show.toggleAttribute('aria-busy', status === 'waiting')
  })
  NARROW.addEventListener('change', arrange, { signal })

  /** A button that opens the sheet. */
  function button(className) {
    return element('button', { type: 'button', class: className, 'aria-controls': root.id, 'aria-expanded': 'false', 'data-opens-filters': true, on: { click: open } }, icon('funnel'), element('span', {}, t('plots.filters')))
  }

  function open(event) {
    opener = event.currentTarget
    isOpen = true
    arrange()
    title.focus({ preventScroll: true })
  }

  function close() {
    if (!isOpen) return
    isOpen = false
    arrange()
    opener?.focus()
  }

  /** What lies under the sheet can not be reached while it is open. */
  function arrange() {
    const isSheet = NARROW.matches
    root.classList.toggle('is-open', isOpen)
    isSheet ? root.setAttribute('role', 'dialog') : root.removeAttribute('role')
    isSheet && isOpen ? root.setAttribute('aria-modal', 'true') : root.removeAttribute('aria-modal')
    for (const other of root.parentElement?.children ?? []) if (other !== root) other.inert = isSheet && isOpen
    for (const one of document.querySelectorAll('[data-opens-filters]')) one.setAttribute('aria-expanded', String(isOpen))
  }

  return { root, bar, button, close, ready: arrange }
}
