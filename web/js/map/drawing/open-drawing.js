import { createAim } from '../../drawing/aim.js'
import { createEditor } from '../../drawing/editor.js'
import { distance, measure, plus } from '../../drawing/measure.js'
import { createNeighbours, FROM_ZOOM } from '../../drawing/neighbours.js'
import { readShape, vertices } from '../../drawing/shape.js'
import { useStyles } from '../../panels/styles.js'
import { createDrawingSheet } from './drawing-sheet.js'
import { watchKeys } from './keys.js'
import { createLoupe } from './loupe.js'
import { paintDrawing } from './paint-drawing.js'
import { createPicking } from './picking.js'
import { watchPointer } from './pointer.js'
import { createPointing } from './pointing.js'
import { createSigns, placeOf } from './signs.js'

/** From so many positions on, a shape is measured when a move has ended and not at each step of it. */
const SLOW = 2000

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
  const element = map.getContainer()
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const listeners = new Set()
  const others = new Map() // kind → shape
  let telling = null
  let kept = { shape: null, measures: null } // measuring ten thousand positions is done once for each shape

  const neighbours = createNeighbours({ features: server.features, layers: catalogue.layers, shown, self: feature === null ? null : { layer, id: Number(feature) }, onChange: refresh })
  const editor = createEditor({ geometryType, geometry, onChange: refresh })
  const aim = createAim(editor, neighbours)
  const picking = createPicking(neighbours, refresh)
  const pointing = createPointing({ map, editor, aim, picking, onChange: refresh })
  const titleOf = (id) => catalogue.layer(id)?.title
  const sheet = createDrawingSheet(map, (context) => paintDrawing(context, { editor, picking, others, titleOf, cursor: pointing.cursor, view: pointing.view(), handles: pointing.handles() }), signal)
  const signs = createSigns(map, signal)
  const loupe = createLoupe(map, signal)
  let told = words() // what was given is no change
  if (sketch) editor.load(geometry, sketch)

  function refresh() {
    if (signal.aborted) return
    sheet.repaint()
    telling ??= requestAnimationFrame(tell)
  }

  function tell() {
    telling = null
    const { shape } = editor
    const isSlow = editor.carried && kept.measures?.vertices > SLOW
    if (!isSlow && kept.shape !== shape) kept = { shape, measures: measure(shape) }
    for (const listener of listeners) listener(summary())
    if (editor.carried) return
    const text = words()
    if (text === told) return
    told = text
    onChange(editor.geometry(), editor.measures())
  }

  /** A shape that is closed by its first corner is the same shape as before, and yet finished now. */
  function words() {
    return JSON.stringify([editor.geometry(), editor.finished()])
  }

  function summary() {
    const last = editor.sketch?.points.at(-1)
    const { cursor } = pointing
    const drawn = last && editor.tool !== 'cut' ? editor.preview(cursor?.position, cursor?.further) : null
    return {
      tool: editor.tool, draws: editor.draws, shape: editor.shape, sketch: editor.sketch, selected: editor.selected, carried: editor.carried, measures: drawn ? plus(kept.measures, drawn, editor.tool === 'hole') : kept.measures,
      canUndo: editor.canUndo, canRedo: editor.canRedo, canFinish: editor.canFinish, crowded: pointing.handles().crowded, others: [...others.keys()], picking: picking.kind,
      snapping: aim.on, tracing: aim.tracing, snap: cursor?.snap ?? null, byKeys: cursor?.by === 'keys', segment: last && cursor ? distance(last, cursor.position) : null,
      near: map.getZoom() >= FROM_ZOOM, failed: neighbours.failed, partial: !neighbours.complete,
    }
  }

  const acts = {
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    finish: () => (picking.kind ? pointing.set() : editor.finish()),
    back: () => editor.back(),
    cancel: () => (picking.kind ? picking.giveUp() : editor.cancel()),
    snap(wanted) {
      aim.snap(wanted)
      refresh()
    },
    trace(wanted) {
      aim.trace(wanted)
      pointing.again()
    },
    flip() {
      aim.flip()
      pointing.again()
    },
  }

  function look() {
    const box = map.getBounds()
    neighbours.look([box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], map.getZoom())
    refresh()
  }

  const focus = () => element.focus({ preventScroll: true })
  const gestures = [map.doubleClickZoom, map.boxZoom, map.keyboard]
  gestures.forEach((gesture) => gesture.disable())
  element.classList.add('is-sketching')
  watchPointer(map, {
    handles: pointing.handles, hover: pointing.hover, click: pointing.click, finish: acts.finish, grab: editor.grab, select: editor.select, remove: editor.remove,
    drag(pixel, options) {
      const lies = pointing.drag(pixel, options)
      if (options.by === 'touch') loupe.show(lies)
    },
    drop(keep) {
      loupe.hide()
      pointing.drop(keep)
    },
  }, signal)
  watchKeys(map, { ...acts, set: pointing.set, cursor: pointing.toMiddle, next: pointing.goTo, remove: () => editor.selected && !editor.carried && editor.remove(editor.selected) }, signal)
  map.on('moveend', look).on('move', pointing.follow)
  look()

  signal.addEventListener('abort', () => {
    map.off('moveend', look).off('move', pointing.follow)
    gestures.forEach((gesture) => gesture.enable())
    map.dragging.enable()
    element.classList.remove('is-sketching', 'is-on-handle')
    element.removeAttribute('aria-describedby')
    neighbours.stop()
    cancelAnimationFrame(telling)
    picking.giveUp()
    listeners.clear()
  })
  if (outer?.aborted) closing.abort()
  else outer?.addEventListener('abort', () => closing.abort(), { signal })

  return {
    ...acts,
    layer, signal, look, focus,
    tools: editor.tools,
    tool(name) {
      editor.choose(name)
      pointing.forget()
      return editor.tool
    },
    geometry: editor.geometry,
    set: editor.load,
    /** All that is to be kept of an unfinished drawing: {geometry, sketch}; `openDrawing` and `set` take both. */
    state: () => ({ geometry: editor.finished(), sketch: editor.tool === 'cut' ? null : editor.sketch }),
    get canUndo() { return editor.canUndo },
    get canRedo() { return editor.canRedo },

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
    pickPlace() {
      focus()
      return picking.ask('place')
    },
    close: () => closing.abort(),

    /** Calls listener(summary) soon and after every change. */
    watch(listener, until) {
      listeners.add(listener)
      until?.addEventListener('abort', () => listeners.delete(listener))
      refresh()
    },
    /** Takes one of the neighbours from the map: {layer, id, name, geometry}, or null. */
    pickNeighbour(accept) {
      focus()
      return picking.ask('neighbour', accept)
    },
    neighbours: neighbours.all,
    askLine() {
      focus()
      return editor.askLine()
    },
    put(position) {
      if (!editor.draws) editor.choose(editor.tools[1])
      editor.put(position)
    },
    move: editor.move, insert: editor.insert, remove: editor.remove, removePart: editor.removePart, select: editor.select, round: editor.round,
    showVertex: pointing.show,
    /** @param id of the element that says what there is to do */
    describe: (id) => element.setAttribute('aria-describedby', id),
    /** Moves the map to the whole shape. */
    frame() {
      const all = vertices(editor.shape).map(({ position: [longitude, latitude] }) => [latitude, longitude])
      if (all.length > 0) map.fitBounds(all, { padding: [48, 48], maxZoom: 18, animate: !calm })
    },
  }
}
