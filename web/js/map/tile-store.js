import { decodeTile } from './tile-decoder.js'

const KEPT = 700

/** Fetches and keeps decoded tiles; fetches that no longer serve the view are aborted, the oldest tiles are let go. */
export class TileStore {
  #fetchTile
  #onChange
  #tiles = new Map()
  #running = new Map()
  #failed = new Set()

  /** @param fetchTile (layer, {z, x, y}, {filter, signal}) → Promise<ArrayBuffer>  @param onChange called after each arrival or failure */
  constructor(fetchTile, onChange) {
    this.#fetchTile = fetchTile
    this.#onChange = onChange
  }

  /** The decoded tile of a source {layer, filter}, or undefined while it is not here. Reading a tile keeps it young. */
  get(source, z, x, y) {
    const key = keyOf(source, z, x, y)
    const tile = this.#tiles.get(key)
    if (tile) {
      this.#tiles.delete(key)
      this.#tiles.set(key, tile)
    }
    return tile
  }

  /** Names all tiles the view needs: [{source, z, x, y}]. The rest of the running fetches is given up. */
  need(wanted) {
    const keys = new Set(wanted.map(({ source, z, x, y }) => keyOf(source, z, x, y)))
    for (const [key, controller] of this.#running) {
      if (keys.has(key)) continue
      controller.abort()
      this.#running.delete(key) // at once: who comes back before the abort is through asks anew
    }
    for (const key of this.#failed) if (!keys.has(key)) this.#failed.delete(key)
    for (const { source, z, x, y } of wanted) {
      const key = keyOf(source, z, x, y)
      if (!this.#tiles.has(key) && !this.#running.has(key) && !this.#failed.has(key)) this.#load(key, source, { z, x, y })
    }
  }

  /** Failed tiles are asked for again at the next need(). */
  retry() {
    this.#failed.clear()
  }

  /** What was kept of a layer is asked for again: it has changed. */
  forget(layer) {
    const isOfIt = (key) => key.startsWith(`${layer}/`)
    for (const key of [...this.#tiles.keys()].filter(isOfIt)) this.#tiles.delete(key)
    for (const key of [...this.#running.keys()].filter(isOfIt)) { // what is on its way may be as it was before
      this.#running.get(key).abort()
      this.#running.delete(key)
    }
  }

  get pending() {
    return this.#running.size
  }

  get failures() {
    return this.#failed.size
  }

  async #load(key, { layer, filter }, place) {
    const controller = new AbortController()
    this.#running.set(key, controller)
    try {
      const bytes = await this.#fetchTile(layer, place, { filter, signal: controller.signal })
      if (controller.signal.aborted) return
      this.#tiles.set(key, decodeTile(bytes, layer))
      this.#forgetOldest()
    } catch (problem) {
      if (!controller.signal.aborted) this.#failed.add(key)
    } finally {
      if (this.#running.get(key) === controller) this.#running.delete(key)
      if (!controller.signal.aborted) this.#onChange()
    }
  }

  #forgetOldest() {
    for (const key of this.#tiles.keys()) {
      if (this.#tiles.size <= KEPT) return
      this.#tiles.delete(key)
    }
  }
}

const keyOf = ({ layer, filter = '' }, z, x, y) => `${layer}/${z}/${x}/${y}?${filter}`
