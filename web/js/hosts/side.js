import { pickOnMap } from '../state/roads.js'
import { showSideFace } from '../state/side.js'
import { t } from '../text/text.js'
import { element, failure, icon, nothing, textButton, waiting } from '../panels/markup.js'

/** What waits for a click on the map that says where coaches wait. */
export const PARKING = 'point:parking'

/**
 * A panel beside the map, as the profile of a host and the page of an invitation are: drawn anew whenever what `key` gives changes. `draw` answers the
 * content for a live page: {signal, again}. Where only one has room, panel and map take turns.
 */
export function sidePage({ root, store, overlay, signal }, { place, key, label, draw, unknown }) {
  let page = null
  store.watch((state) => [state.place === place, state.language, key(state)], ([here]) => (here ? render() : leave()), { signal })
  store.watch((state) => state.sideFace, (face) => (root.dataset.face = face), { signal })

  function leave() {
    if (!page) return
    page.abort()
    page = null
    root.replaceChildren()
    overlay.show(null)
    if (store.get().picking === PARKING) store.change(pickOnMap, null)
  }

  async function render() {
    page?.abort()
    const mine = (page = new AbortController())
    const heading = element('h1', { class: 'host-title', tabindex: '-1' }, label())
    const body = element('div', { class: 'host-body' }, waiting(t('hosts.waiting')))
    const takesFocus = document.activeElement !== document.body && !document.activeElement.closest('.languages')
    root.replaceChildren(element('section', { class: 'host-panel', 'aria-label': label(), tabindex: '0' }, heading, body), faceBar(mine.signal), pickBar(mine.signal))
    store.change(showSideFace, 'panel')
    if (takesFocus) heading.focus({ preventScroll: true })
    try {
      const content = await draw({ signal: mine.signal, again: render, heading })
      if (!mine.signal.aborted) body.replaceChildren(...[content].flat())
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      body.replaceChildren(problem.status === 404 ? nothing(unknown()) : failure(t('hosts.failed'), t('retry'), render))
    }
  }

  function faceBar(until) {
    const bar = element('div', { class: 'host-bar' })
    store.watch((state) => state.sideFace, (face) => {
      const other = face === 'map' ? 'panel' : 'map'
      const had = bar.contains(document.activeElement)
      bar.replaceChildren(element('button', { type: 'button', class: 'bar-button', on: { click: () => store.change(showSideFace, other) } },
        icon(other === 'map' ? 'map-marker' : 'file'), element('span', {}, t(`hosts.face.${other}`))))
      if (had) bar.firstChild.focus()
    }, { signal: until })
    return bar
  }

  /** Says over the map that it waits for a point. */
  function pickBar(until) {
    const bar = element('div', { class: 'host-pick', hidden: true }, element('p', { role: 'status' }), textButton(t('hosts.parking.cancel'), 'close', () => store.change(pickOnMap, null)))
    store.watch((state) => state.picking === PARKING, (waits) => {
      bar.hidden = !waits
      bar.firstChild.textContent = waits ? t('hosts.parking.picking') : ''
    }, { signal: until })
    return bar
  }
}
