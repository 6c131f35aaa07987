import { positionAt, vertices } from '../../drawing/shape.js'
import { handlesOf } from './handles.js'
import { apart, projection } from './projection.js'

const NONE = { vertices: [], middles: [], crowded: false }
const GRASP = 12 // pixels

/**
 * What mouse, finger and keyboard point at, and what they do there. `cursor` is {position, snap, further, by} of the next position, or null; by keyboard it lies
 * in the middle of the map. `onChange()` is told when it moves.
 */
export function createPointing({ map, editor, aim, picking, onChange }) {
  let cursor = null
  let pointer = null // pixel of the mouse, or null
  let kept = { shape: null, key: null, pointer: null, handles: null } // finding the handles of ten thousand positions is done once

  const view = () => projection(map)
  const middle = () => [map.getSize().x / 2, map.getSize().y / 2]

  function handles() {
    if (editor.tool !== 'edit' || picking.kind) return NONE
    const seen = view()
    if (kept.shape !== editor.shape || kept.key !== seen.key || kept.pointer !== pointer) {
      kept = { shape: editor.shape, key: seen.key, pointer, handles: handlesOf(editor.shape, seen, pointer) }
    }
    return kept.handles
  }

  function aimAt(pixel, { by = 'mouse', free = false } = {}) {
    const { toPosition, unitAt } = view()
    const position = toPosition(pixel)
    const target = aim.at(position, { unit: unitAt(position[1]), zoom: map.getZoom(), by, free })
    return { ...target, further: aim.further(target), by }
  }

  const pick = (pixel, options) => picking.take(view().toPosition(pixel), aimAt(pixel, options).position)

  function hover(pixel, free) {
    pointer = pixel
    cursor = pixel && (editor.draws || picking.kind) ? aimAt(pixel, { free }) : null
    picking.point(pixel && view().toPosition(pixel))
    const { vertices: corners, middles } = handles()
    const isOn = pixel && [...corners, ...middles].some((handle) => apart(handle.pixel, pixel) < GRASP)
    map.getContainer().classList.toggle('is-on-handle', Boolean(isOn))
    onChange()
  }

  function click(pixel, options) {
    if (picking.kind) return pick(pixel, options)
    if (!editor.draws) return editor.select(null)
    const target = aimAt(pixel, options)
    put(target)
    if (options.by === 'touch') cursor = null
  }

  function put({ position, further }) {
    editor.put(position, further)
    aim.rest()
  }

  /** Moves the position that was taken hold of. */
  function drag(pixel, options) {
    cursor = aimAt(pixel, options)
    editor.drag(cursor.position)
    return view().toPixel(cursor.position)
  }

  function drop(keep) {
    cursor = null
    editor.drop(keep)
  }

  function toMiddle(free = false) {
    cursor = aimAt(middle(), { by: 'keys', free })
    picking.point(view().toPosition(middle()))
    if (editor.carried) editor.drag(cursor.position)
    else onChange()
  }

  /** Sets a position in the middle of the map, or takes hold of the one that is there, or puts it down. */
  function set() {
    if (cursor?.by !== 'keys') toMiddle()
    if (picking.kind) return pick(middle(), { by: 'keys' })
    if (editor.draws) put(cursor)
    else if (editor.carried) editor.drop(true)
    else take()
    toMiddle()
  }

  function take() {
    const isNear = ({ pixel }) => apart(pixel, middle()) <= GRASP
    const { vertices: corners, middles } = handlesOf(editor.shape, view(), middle())
    const handle = corners.find(isNear) ?? middles.find(isNear)
    if (handle) editor.grab(handle.path, handle.position ?? null)
  }

  /** Chooses the next position of the shape, or with -1 the one before, and brings it to the middle. */
  function goTo(step) {
    const all = vertices(editor.shape)
    if (all.length === 0) return
    const at = all.findIndex(({ path }) => String(path) === String(editor.selected))
    show(all[(at < 0 && step < 0 ? all.length - 1 : at + step + all.length) % all.length].path)
  }

  function show(path) {
    if (editor.tool !== 'edit') editor.choose('edit')
    const [longitude, latitude] = positionAt(editor.shape, path)
    map.setView([latitude, longitude], map.getZoom(), { animate: false })
    editor.select(path)
    toMiddle()
  }

  return {
    view, handles, hover, click, drag, drop, toMiddle, set, goTo, show,
    get cursor() {
      const isIdle = !editor.draws && !editor.carried && !picking.kind
      return cursor?.by !== 'keys' && isIdle ? null : cursor
    },
    forget() {
      cursor = null
    },
    /** What lies under the crosshair changes with the map, whoever moves it. */
    follow() {
      if (cursor?.by === 'keys' && !editor.carried) cursor = aimAt(middle(), { by: 'keys' })
    },
    /** Snapping, or the way along a border, is another now. */
    again() {
      if (cursor) cursor = { ...cursor, further: aim.further(cursor) }
      onChange()
    },
  }
}
