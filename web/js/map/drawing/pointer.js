import { apart } from './projection.js'
import { handleAt } from './handles.js'

const STILL = { mouse: 4, touch: 10 } // pixels that a press may wander
const GRASP = { mouse: 11, touch: 24 } // pixels around a handle; 24 makes a target of 48
const AGAIN_MS = 400
const LONG_MS = 550

/**
 * Mouse, pen and finger on the map while a drawing is open: a click or tap sets a position, a second one on the same spot finishes; a handle is
 * dragged; a long press or a right click on a corner deletes it. The map is moved by dragging anywhere else.
 * @param acts {handles(), grab, drag, drop, select, remove, hover, click, finish}, pixels of the map's element all of them
 */
export function watchPointer(map, acts, signal) {
  const element = map.getContainer()
  const fingers = new Set()
  let held = null // {from, start, moved, fresh, path, by}
  let press = null
  let last = { time: -Infinity, pixel: [0, 0] }
  let deaf = 0 // no click is meant until then: a handle was let go
  const listen = (name, listener) => element.addEventListener(name, listener, { signal, capture: true })
  const pixelOf = ({ clientX, clientY }) => {
    const box = element.getBoundingClientRect()
    return [clientX - box.left, clientY - box.top]
  }
  const kindOf = ({ pointerType }) => (pointerType === 'touch' ? 'touch' : 'mouse')

  listen('pointerdown', (event) => {
    fingers.add(event.pointerId)
    if (fingers.size > 1) return letGo(false, event)
    if (event.button !== 0 || isControl(event)) return
    const by = kindOf(event)
    const pixel = pixelOf(event)
    const handle = handleAt(acts.handles(), pixel, GRASP[by])
    if (!handle) return
    held = { from: pixel, start: handle.pixel, path: handle.path, fresh: handle.position ?? null, moved: false, by }
    map.dragging.disable()
    if (by === 'touch' && !held.fresh) press = setTimeout(() => removeHeld(), LONG_MS)
  })

  listen('pointermove', (event) => {
    const pixel = pixelOf(event)
    if (!held) {
      if (kindOf(event) === 'mouse') acts.hover(isControl(event) ? null : pixel, event.altKey)
      return
    }
    if (!held.moved && apart(pixel, held.from) < STILL[held.by]) return
    if (!held.moved) {
      held.moved = true
      clearTimeout(press)
      acts.grab(held.path, held.fresh)
    }
    // the handle keeps its distance to the finger, which would hide it else
    acts.drag([held.start[0] + pixel[0] - held.from[0], held.start[1] + pixel[1] - held.from[1]], { free: event.altKey, by: held.by })
  })

  listen('pointerup', (event) => {
    fingers.delete(event.pointerId)
    if (held) letGo(true, event)
  })
  listen('pointercancel', (event) => {
    fingers.delete(event.pointerId)
    letGo(false, event)
  })
  listen('pointerleave', (event) => event.target === element && !held && acts.hover(null))
  window.addEventListener('blur', () => fingers.clear(), { signal })

  listen('contextmenu', (event) => {
    event.preventDefault()
    const handle = handleAt({ vertices: acts.handles().vertices, middles: [] }, pixelOf(event), GRASP.mouse)
    if (handle && !held) acts.remove(handle.path)
  })

  function letGo(keep, { timeStamp }) {
    clearTimeout(press)
    if (!held) return
    const { moved, fresh, path, start, by } = held
    held = null
    map.dragging.enable()
    deaf = timeStamp + 120
    if (moved) return acts.drop(keep)
    if (!keep) return
    if (!fresh) return acts.select(path)
    acts.grab(path, fresh)
    acts.drag(start, { free: true, by })
    acts.drop(true)
  }

  function removeHeld() {
    const { path } = held
    held = null
    map.dragging.enable()
    deaf = performance.now() + 1500 // until the finger is lifted
    acts.remove(path)
  }

  const onClick = ({ originalEvent }) => {
    const now = originalEvent.timeStamp // when it was done, however late it is heard
    if (now < deaf || isControl(originalEvent)) return
    const by = kindOf(originalEvent)
    const pixel = pixelOf(originalEvent)
    const isSecond = now - last.time < AGAIN_MS && apart(pixel, last.pixel) < (by === 'touch' ? 28 : 14)
    last = isSecond ? { time: -Infinity, pixel } : { time: now, pixel }
    if (isSecond) acts.finish()
    else acts.click(pixel, { free: originalEvent.altKey, by })
  }
  map.on('click', onClick)
  signal.addEventListener('abort', () => {
    clearTimeout(press)
    map.off('click', onClick)
  })
}

const isControl = ({ target }) => Boolean(target.closest?.('.drawing-signs button, .leaflet-control'))
