import { roadServer } from '../api/roads.js'
import { askRoads, pickOnMap, showRoadsFace } from '../state/roads.js'
import { t, useWords } from '../text/text.js'
import { element, failure, icon, nothing, textButton } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { createGraph } from './graph.js'
import { limitsForm } from './limits.js'
import { reachResult } from './reach.js'
import { routeResult } from './route.js'
import { stopField } from './stop-field.js'
import { stopList } from './stops.js'
import { vehicleForm } from './vehicle.js'

/** The place Roads: directions along stops, and the area that is reached from a place, beside the map that shows them. */
export async function roadsPage(parts) {
  const { root, store, server, overlay, signal } = parts
  await Promise.all([useWords('roads', server.locale), useStyles('/css/roads.css')])
  let page = null
  store.watch((state) => [state.place === 'roads', state.language, state.roads.mode], ([here, , mode]) => (here ? render(mode) : leave()), { signal })
  store.watch((state) => state.roadsFace, (face) => (root.dataset.face = face), { signal })

  function leave() {
    if (!page) return
    page.abort()
    page = null
    root.replaceChildren()
    overlay.show(null)
    store.change(pickOnMap, null)
  }

  async function render(mode) {
    const isNew = !root.hasChildNodes()
    const focused = document.activeElement
    page?.abort()
    const mine = (page = new AbortController())
    const heading = element('h1', { class: 'roads-title', tabindex: '-1' }, t('roads.heading'))
    const body = element('div', { class: 'roads-body' })
    const modes = modeButtons(mode)
    root.replaceChildren(element('div', { class: 'roads-panel' }, heading, modes, body), faceBar(mine.signal), pickBar(mine.signal))
    if (isNew && isStep(focused)) heading.focus({ preventScroll: true })
    else if (focused?.dataset?.mode) modes.querySelector(`[data-mode=${mode}]`).focus()
    try {
      const status = await roadServer.status({ signal: mine.signal })
      if (!mine.signal.aborted) fill(mode, createGraph(status), body, mine.signal)
    } catch {
      if (!mine.signal.aborted) body.replaceChildren(failure(t('roads.failed'), t('retry'), () => render(mode)))
    }
  }

  function fill(mode, graph, body, live) {
    const own = { ...parts, graph, signal: live }
    if (!graph.known) return body.replaceChildren(nothing(t('roads.none')))
    body.replaceChildren(vehicleForm(own), ...(mode === 'route' ? [stopList(own), routeResult(own)] : [placeForm(own), limitsForm(own), reachResult(own)]))
  }

  function modeButtons(mode) {
    return element('div', { class: 'roads-modes', role: 'group', 'aria-label': t('roads.modes') }, ...['route', 'reach'].map((one) =>
      element('button', { type: 'button', 'data-mode': one, 'aria-pressed': String(one === mode), on: { click: () => store.change(askRoads, one) } }, t(`roads.mode.${one}`))))
  }

  function placeForm(own) {
    const holder = element('div', {})
    store.watch((state) => state.roads.place, (place) => {
      const does = holder.contains(document.activeElement) && document.activeElement.dataset.does
      const hadFocus = holder.contains(document.activeElement)
      holder.replaceChildren(stopField({ which: 'place', label: t('roads.place'), stop: place }, own))
      if (hadFocus) holder.querySelector(does ? `[data-does=${does}]` : 'input').focus({ preventScroll: true })
    }, { signal: own.signal })
    return holder
  }

  /** On narrow windows, panel and map take turns. */
  function faceBar(live) {
    const face = element('button', { type: 'button', class: 'roads-face', on: { click: () => store.change(showRoadsFace, store.get().roadsFace === 'map' ? 'panel' : 'map') } })
    store.watch((state) => state.roadsFace === 'map', (onMap) => face.replaceChildren(icon(onMap ? 'list' : 'map-marker'), element('span', {}, t(onMap ? 'roads.face.panel' : 'roads.face.map'))), { signal: live })
    return element('div', { class: 'roads-bar' }, face)
  }

  /** Says over the map that it waits for a point. */
  function pickBar(live) {
    const bar = element('div', { class: 'roads-pick', hidden: true }, element('p', { role: 'status' }), textButton(t('roads.pick.cancel'), 'close', () => store.change(pickOnMap, null)))
    let opener = null
    store.watch((state) => state.picking, (picking) => {
      if (picking !== null) opener = picking
      bar.hidden = picking === null
      bar.firstChild.textContent = picking === null ? '' : t('roads.pick')
      if (picking === null && opener !== null) {
        root.querySelector(`[data-stop="${opener}"] input`)?.focus({ preventScroll: true })
        opener = null
      }
    }, { signal: live })
    return bar
  }
}

/** Somebody came here by doing something, and not by a link that was just opened. */
const isStep = (focused) => focused !== document.body || navigator.userActivation?.hasBeenActive
