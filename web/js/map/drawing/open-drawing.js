import { createAim } from '../../drawing/aim.js'
import { createEditor } from '../../drawing/editor.js'
import { distance, measure } from '../../drawing/measure.js'
import { createNeighbours, FROM_ZOOM } from '../../drawing/neighbours.js'
import { positionAt, readShape, vertices } from '../../drawing/shape.js'
import { useStyles } from '../../panels/styles.js'
import { createDrawingSheet } from './drawing-sheet.js'
import { handlesOf } from './handles.js'
import { watchKeys } from './keys.js'
import { createLoupe } from './loupe.js'
import { paintDrawing } from './paint-drawing.js'
import { watchPointer } from './pointer.js'
import { projection } from './projection.js'
import { createSigns, placeOf } from './signs.js'

/** From so many positions on, a shape is measured when a move has ended and not at each step of it. */
const SLOW = 2000
const NO_HANDLES = { vertices: [], middles: [], crowded: false }

let styles = null

/**
 * Opens a drawing on the map: one shape for a layer, drawn by mouse, finger or keyboard. Leaves by AbortSignal or close().
 *
 * @param geometryType point, line, polygon or any, as the layer's descriptor says
 * @param geometry GeoJSON to begin with, or null
 * @param feature id of the feature that is edited: it is no neighbour of itself
 * @param sketch what was being drawn when a former drawing was kept: its state().sketch
 * @param onChange (geojson, {area m², perimeter m, length m, vertices}) after each step, unfinished things included
 * @param shown answers the ids of the layers in sight
 * @returns the handle: `tool(name)` and `tools`, `geometry()`, `set(geojson, sketch)`, `state()` for keeping, `undo()`, `redo()`, `canUndo`, `canRedo`,
 *   `showFaults`, `showComments`, `showOther`, `pickPlace()`, `close()`; the rest is what drawing/toolbar.js uses. `watch(listener, signal)` tells of every change
 */
export async function openDrawing(map, { layer, geometryType, geometry = null, feature = null, sketch = null, onChange = () => {}, signal: outer }, { server, catalogue, shown }) {
  await (styles ??= useStyles('/css/drawing.css'))
  const closing = new AbortController()
  const { signal } = closing
  outer?.addEventListener('abort', () => closing.abort())
  const element = map.getContainer()
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches

  const listeners = new Set()
  const others = new Map() // kind → shape
  let cursor = null // {position, snap, further, by}
  let pointer = null // pixel of the mouse, or null
  let picking = null // {resolve, kind: 'place' | 'neighbour', accept}
  let telling = null
  let kept = { shape: null, measures: null } // measuring ten thousand positions is done once for each shape,
  let held = { shape: null, key: null, pointer: null, found: null } // as is finding its handles

  const neighbours = createNeighbours({ features: server.features, layers: catalogue.layers, shown, self: feature === null ? null : { layer, id: Number(feature) }, onChange: () => refresh() })
  const editor = createEditor({ geometryType, geometry, onChange: () => refresh() })
  let told = JSON.stringify(editor.geometry()) // what was given is no change
  const aim = createAim(editor, neighbours)
  const sheet = createDrawingSheet(map, (context) => paintDrawing(context, picture()), signal)
  const signs = createSigns(map, signal)
  const loupe = createLoupe(map, signal)
  if (sketch) editor.load(geometry, sketch)

  const view = () => projection(map)
  const handles = () => (editor.tool === 'edit' && !picking ? handlesNow() : NO_HANDLES)
  function handlesNow() {
    const seen = view()
    if (held.shape !== editor.shape || held.key !== seen.key || held.pointer !== pointer) held = { shape: editor.shape, key: seen.key, pointer, found: handlesOf(editor.shape, seen, pointer) }
    return held.found
  }
  const picture = () => ({ editor, cursor, others, picking, view: view(), handles: handles(), titleOf: (id) => catalogue.layer(id)?.title, layer })

  function refresh() {
    if (cursor && cursor.by !== 'keys' && !editor.draws && !editor.carried && !picking) cursor = null
    sheet.repaint()
    telling ??= requestAnimationFrame(tell)
  }

  function tell() {
    telling = null
    const shape = editor.shape
    const isSlow = editor.carried && kept.measures?.vertices > SLOW
    if (!isSlow && (kept.shape !== shape || editor.sketch !== kept.sketch)) kept = { shape, sketch: editor.sketch, measures: editor.measures() }
    for (const listener of listeners) listener(summary())
    if (editor.carried) return
    const now = editor.geometry()
    const text = JSON.stringify(now)
    if (text === told) return
    told = text
    onChange(now, kept.measures)
  }

  function summary() {
    const last = editor.sketch?.points.at(-1)
    return {
      tool: editor.tool, draws: editor.draws, shape: editor.shape, sketch: editor.sketch, selected: editor.selected, carried: editor.carried, measures: kept.measures ?? measure(editor.shape),
      canUndo: editor.canUndo, canRedo: editor.canRedo, canFinish: editor.canFinish, corners: editor.corners, crowded: handles().crowded,
      snapping: aim.on, tracing: aim.tracing, snap: cursor?.snap ?? null, byKeys: cursor?.by === 'keys', near: map.getZoom() >= FROM_ZOOM, neighbours: neighbours.count, failed: neighbours.failed, complete: neighbours.complete,
      segment: last && cursor ? distance(last, cursor.position) : null, others: [...others.keys()], picking: picking?.kind ?? null,
    }
  }

  function aimAt(pixel, { by = 'mouse', free = false } = {}) {
    const { toPosition, unitAt } = view()
    const position = toPosition(pixel)
    const target = aim.at(position, { unit: unitAt(position[1]), zoom: map.getZoom(), by, free })
    return { ...target, further: aim.further(target), by }
  }

  function hover(pixel, free) {
    pointer = pixel
    cursor = pixel && (editor.draws || picking) ? aimAt(pixel, { free }) : null
    if (picking?.kind === 'neighbour') picking.under = pixel ? under(pixel) : null
    element.classList.toggle('is-on-handle', Boolean(pixel && handles().vertices.concat(handles().middles).some((handle) => Math.hypot(handle.pixel[0] - pixel[0], handle.pixel[1] - pixel[1]) < 11)))
    refresh()
  }

  const middle = () => [map.getSize().x / 2, map.getSize().y / 2]
  const under = (pixel) => neighbours.around(view().toPosition(pixel)).filter(picking.accept).at(-1) ?? null

  function click(pixel, options) {
    if (picking) return pick(pixel, options)
    if (!editor.draws) return editor.select(null)
    const target = aimAt(pixel, options)
    editor.put(target.position, target.further)
    if (options.by === 'touch') cursor = null
  }

  function pick(pixel, options) {
    if (picking.kind === 'place') return settle({ type: 'Point', coordinates: aimAt(pixel, options).position })
    const found = under(pixel)
    if (found) settle(found)
  }

  function settle(value) {
    const { resolve } = picking
    picking = null
    cursor = null
    resolve(value)
    refresh()
  }

  const ask = (kind, accept = () => true) => {
    if (picking) settle(null)
    element.focus({ preventScroll: true })
    return new Promise((resolve) => {
      picking = { resolve, kind, accept, under: null }
      refresh()
    })
  }

  /** The keyboard's place is the middle of the map. */
  function cursorByKeys(free = false) {
    cursor = aimAt(middle(), { by: 'keys', free })
    if (picking?.kind === 'neighbour') picking.under = under(middle())
    if (editor.carried) editor.drag(cursor.position)
    else refresh()
  }

  function setByKeys() {
    if (cursor?.by !== 'keys') cursorByKeys()
    if (picking) return pick(middle(), { by: 'keys' })
    if (editor.draws) editor.put(cursor.position, cursor.further)
    else if (editor.carried) editor.drop(true)
    else {
      const [x, y] = middle()
      const near = ({ pixel }) => Math.hypot(pixel[0] - x, pixel[1] - y) < 14
      const { vertices: corners, middles } = handlesOf(editor.shape, view(), middle())
      const handle = corners.find(near) ?? middles.find(near)
      if (handle) editor.grab(handle.path, handle.position ?? null)
    }
    cursorByKeys()
  }

  function goTo(step) {
    const all = vertices(editor.shape)
    if (all.length === 0) return
    const at = all.findIndex(({ path }) => JSON.stringify(path) === JSON.stringify(editor.selected))
    showVertex(all[(at < 0 && step < 0 ? all.length - 1 : at + step + all.length) % all.length].path)
  }

  function showVertex(path) {
    if (editor.tool !== 'edit') editor.choose('edit')
    const [longitude, latitude] = positionAt(editor.shape, path)
    map.setView([latitude, longitude], map.getZoom(), { animate: false })
    editor.select(path)
    cursorByKeys()
  }

  function cancel() {
    if (picking) return settle(null)
    editor.cancel()
  }

  const snap = (wanted) => {
    aim.snap(wanted)
    refresh()
  }
  const trace = (wanted) => {
    aim.trace(wanted)
    refresh()
  }
  const flip = () => {
    aim.flip()
    if (cursor) cursor = { ...cursor, further: aim.further(cursor) }
    refresh()
  }

  map.doubleClickZoom.disable()
  map.boxZoom.disable()
  map.keyboard.disable()
  element.classList.add('is-sketching')
  watchPointer(map, {
    handles, hover, click, finish: () => editor.finish(), grab: editor.grab, select: editor.select, remove: editor.remove,
    drag(pixel, options) {
      const target = aimAt(pixel, options)
      cursor = target
      editor.drag(target.position)
      if (options.by === 'touch') loupe.show(view().toPixel(target.position))
    },
    drop(keep) {
      cursor = null
      loupe.hide()
      editor.drop(keep)
    },
  }, signal)
  watchKeys(map, {
    set: setByKeys, cursor: cursorByKeys, finish: () => editor.finish(), cancel, back: () => editor.back(), snap: () => snap(), trace: () => trace(), flip, next: goTo,
    remove: () => editor.selected && !editor.carried && editor.remove(editor.selected), undo: () => editor.undo(), redo: () => editor.redo(),
  }, signal)
  const look = () => {
    const box = map.getBounds()
    neighbours.look([box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], map.getZoom())
    refresh()
  }
  // what lies under the crosshair changes with the map, whoever moves it
  const follow = () => cursor?.by === 'keys' && !editor.carried && (cursor = aimAt(middle(), { by: 'keys' }))
  map.on('moveend', look).on('move', follow)
  look()

  signal.addEventListener('abort', () => {
    map.off('moveend', look).off('move', follow)
    map.doubleClickZoom.enable()
    map.boxZoom.enable()
    map.keyboard.enable()
    map.dragging.enable()
    element.classList.remove('is-sketching', 'is-on-handle')
    element.removeAttribute('aria-describedby')
    neighbours.stop()
    cancelAnimationFrame(telling)
    picking?.resolve(null)
    listeners.clear()
  })

  return {
    tools: editor.tools,
    tool(name) {
      editor.choose(name)
      cursor = null
      return editor.tool
    },
    geometry: editor.geometry,
    set: (geojson, kept) => editor.load(geojson, kept ?? null),
    /** All that is to be kept of an unfinished drawing: {geometry, sketch}; `openDrawing` and `set` take both. */
    state: () => ({ geometry: editor.finished(), sketch: editor.sketch }),
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    get canUndo() { return editor.canUndo },
    get canRedo() { return editor.canRedo },
    get measures() { return editor.measures() },

    /** Faults of the server's checks, each with its sentence at its place. @param faults [{place: GeoJSON, reason}] */
    showFaults: (faults) => signs.show('fault', faults.flatMap(({ place, reason }) => (placeOf(place) ? [{ place: placeOf(place), text: reason, sign: '!' }] : []))),
    /** @param comments [{id, place: GeoJSON, text}] @param onOpen is given the id of one that is opened */
    showComments: (comments, onOpen = () => {}) =>
      signs.show('comment', comments.flatMap(({ id, place, text }, i) => (placeOf(place) ? [{ place: placeOf(place), text, sign: String(i + 1), onOpen: () => onOpen(id) }] : []))),
    /** Another version of the shape as an outline; null takes it away. @param kind base, current or theirs */
    showOther(geojson, kind) {
      if (geojson) others.set(kind, readShape(geojson))
      else others.delete(kind)
      refresh()
    },
    /** Takes a point from the map: GeoJSON, or null if it is given up. */
    pickPlace: () => ask('place'),
    close: () => closing.abort(),

    /** Calls listener(summary) now and after every change. */
    watch(listener, until) {
      listeners.add(listener)
      until?.addEventListener('abort', () => listeners.delete(listener))
      refresh()
    },
    layer, signal,
    /** Takes one of the neighbours from the map: {layer, id, name, geometry}, or null. */
    pickNeighbour: (accept) => ask('neighbour', accept),
    neighbours: () => neighbours.all(),
    askLine() {
      element.focus({ preventScroll: true })
      return editor.askLine()
    },
    put(position) {
      if (!editor.draws) editor.choose(editor.tools[1])
      editor.put(position)
    },
    move: editor.move, insert: editor.insert, remove: editor.remove, removePart: editor.removePart, select: editor.select, round: editor.round,
    showVertex, finish: () => editor.finish(), back: () => editor.back(), cancel, snap, trace, flip,
    focus: () => element.focus({ preventScroll: true }),
    /** @param id of the element that says what there is to do */
    describe: (id) => element.setAttribute('aria-describedby', id),
    /** Moves the map to the whole shape. */
    frame() {
      const all = vertices(editor.shape).map(({ position: [longitude, latitude] }) => [latitude, longitude])
      if (all.length > 0) map.fitBounds(all, { padding: [48, 48], maxZoom: 18, animate: !calm })
    },
  }
}
