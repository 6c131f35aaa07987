import { t } from '../../text/text.js'
import { element } from '../../panels/markup.js'

const EDGE = 56
const STEP = 14

/**
 * Moves rows among lists by mouse, touch and keyboard. A row is `li[data-stop]` in an `ol[data-route]` of `root` and has a button `[data-does=drag]`: it is pulled, or lifted with
 * the space bar, moved with the arrows, dropped with the space bar or Enter, and left where it was with Escape.
 * @param onDrop(stop, from, to, index) the texts of data-stop and data-route; the index counts without the row itself
 */
export function createDrag({ root, scroller, say, onDrop, nameOf, routeName, signal }) {
  const marker = element('li', { class: 'tour-marker', 'aria-hidden': 'true' })
  let lifted = null // {row, from, list, index, pointer}

  root.addEventListener('pointerdown', (event) => {
    const handle = event.target.closest('[data-does=drag]')
    if (!handle || event.button !== 0 || lifted) return
    event.preventDefault()
    handle.focus({ preventScroll: true })
    handle.setPointerCapture(event.pointerId)
    lift(handle.closest('[data-stop]'), event.pointerId)
  }, { signal })
  root.addEventListener('pointermove', (event) => {
    if (lifted?.pointer !== event.pointerId) return
    const box = scroller.getBoundingClientRect()
    if (event.clientY < box.top + EDGE) scroller.scrollTop -= STEP
    else if (event.clientY > box.bottom - EDGE) scroller.scrollTop += STEP
    aim(placeAt(event.clientY))
  }, { signal })
  root.addEventListener('pointerup', (event) => lifted?.pointer === event.pointerId && drop(), { signal })
  root.addEventListener('pointercancel', (event) => lifted?.pointer === event.pointerId && cancel(), { signal })
  root.addEventListener('keydown', onKey, { signal })
  root.addEventListener('focusout', (event) => lifted && lifted.pointer === null && event.target.closest('[data-stop]') === lifted.row && cancel(), { signal })

  function onKey(event) {
    const handle = event.target.closest?.('[data-does=drag]')
    if (!handle) return
    const row = handle.closest('[data-stop]')
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (lifted) drop()
      else {
        lift(row, null)
        say(t('tours.drag.lifted', { name: nameOf(row.dataset.stop) }))
      }
    } else if (lifted && event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      cancel()
    } else if (lifted && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      const places = allPlaces()
      const now = places.findIndex(({ list, index }) => list === lifted.list && index === lifted.index)
      const next = places[now + (event.key === 'ArrowUp' ? -1 : 1)]
      if (!next) return
      aim(next)
      marker.scrollIntoView({ block: 'nearest' })
      say(t('tours.drag.moved', { name: nameOf(row.dataset.stop), place: next.index + 1, count: rowsOf(next.list).length + 1, route: routeName(next.list.dataset.route) }))
    }
  }

  function lift(row, pointer) {
    const list = row.closest('[data-route]')
    const index = [...list.querySelectorAll('[data-stop]')].indexOf(row)
    lifted = { row, from: list.dataset.route, list, index, home: index, pointer }
    row.classList.add('is-lifted')
    root.classList.add('is-dragging')
    aim(lifted)
  }

  function aim({ list, index }) {
    Object.assign(lifted, { list, index })
    const rows = rowsOf(list)
    if (rows[index]) rows[index].before(marker)
    else if (rows.length > 0) rows.at(-1).after(marker)
    else list.querySelector('[data-end]')?.before(marker) ?? list.append(marker)
  }

  function drop() {
    const { row, from, list, index, home } = lifted
    const to = list.dataset.route
    settle()
    if (to === from && index === home) return say(t('tours.drag.stayed', { name: nameOf(row.dataset.stop) }))
    onDrop(row.dataset.stop, from, to, index)
    say(t('tours.drag.dropped', { name: nameOf(row.dataset.stop), place: index + 1, route: routeName(to) }))
  }

  function cancel() {
    const { row } = lifted
    settle()
    say(t('tours.drag.stayed', { name: nameOf(row.dataset.stop) }))
  }

  function settle() {
    lifted.row.classList.remove('is-lifted')
    root.classList.remove('is-dragging')
    marker.remove()
    lifted = null
  }

  /** All rows of a list but the lifted one. */
  function rowsOf(list) {
    return [...list.querySelectorAll('[data-stop]')].filter((row) => row !== lifted.row)
  }
  const lists = () => [...root.querySelectorAll('[data-route]')]
  const allPlaces = () => lists().flatMap((list) => Array.from({ length: rowsOf(list).length + 1 }, (_, index) => ({ list, index })))

  function placeAt(y) {
    const away = (list) => {
      const { top, bottom } = list.getBoundingClientRect()
      return y < top ? top - y : Math.max(0, y - bottom)
    }
    const list = lists().sort((a, b) => away(a) - away(b))[0]
    return { list, index: rowsOf(list).filter((row) => { const box = row.getBoundingClientRect(); return box.top + box.height / 2 < y }).length }
  }

  return { get isLifted() { return lifted !== null }, cancel: () => lifted && cancel() }
}
