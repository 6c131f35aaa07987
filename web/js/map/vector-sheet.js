import { Renderer, DomUtil, Browser, Bounds } from 'leaflet'
import { inScale, paintingOrder, tileZoom } from '../state/catalogue.js'
import { styleOf } from '../state/style.js'
import { TileStore } from './tile-store.js'
import { coveringTiles, drawablePieces } from './tile-cover.js'
import { paintLayer, POINT_RADIUS } from './painter.js'
import { bubbleAt, gatherBubbles, paintBubbles } from './bubbles.js'
import { labelCandidates, paintLabels, symbolBoxes } from './label-painter.js'
import { backgroundNames, paintBackground } from './background.js'
import { paintGains, paintHover, paintOutlines, paintPin, paintRows, paintSelected } from './highlight.js'
import { hits, touchesBox } from './hit-test.js'

/**
 * All vector layers on one sheet of canvas a little larger than the view, under it a second one for hover and selection.
 * One sheet instead of a canvas per tile: symbols are never halved at a tile's edge, labels of all layers avoid each
 * other, and a change of style, opacity or selection repaints from the tiles at hand.
 */
export const VectorSheet = Renderer.extend({
  options: { padding: 0.12 },

  initialize({ catalogue, fetchTile, onPainted }) {
    Renderer.prototype.initialize.call(this)
    this._catalogue = catalogue
    this._onPainted = onPainted
    this._store = new TileStore(fetchTile, () => this.repaint())
    this._shown = []
    this._marks = { selected: null, pin: null, hover: null, rows: null, outlines: [], gains: [] }
    this._drawn = []
    this._bubbles = []
  },

  /** Visible layers [{id, opacity, filter}], filter being CQL2 text or left out; the background is always below them. */
  show(layers) {
    const wanted = new Map(layers.map((layer) => [layer.id, layer]))
    const chosen = paintingOrder(this._catalogue.layers.filter(({ id }) => wanted.has(id)))
    this._shown = chosen.map((descriptor) => {
      const { opacity, filter } = wanted.get(descriptor.id)
      return { descriptor, opacity, source: { layer: descriptor.id, filter } }
    })
    this.repaint()
  },

  /** `rows`: {rows: [{row, lon, lat, geometry}], current: a row's number} or null; `outlines`: [{geometry, current}]; `gains`: [{lon, lat, sign, colour, radius}]; `selected`: GeoJSON geometry or null; `pin`: [longitude, latitude] or null; `hover`: an answer of at() or null. */
  mark(marks) {
    Object.assign(this._marks, marks)
    this._paintMarks()
  },

  retry() {
    this._store.retry()
    this.repaint()
  },

  /** A layer has changed. */
  renew(layer) {
    this._store.forget(layer)
    this.repaint()
  },

  repaint() {
    if (!this._map || this._request) return
    this._request = requestAnimationFrame(() => {
      this._request = null
      if (this._map && this._bounds) this._paint()
    })
  },

  /** How many tiles are still on their way, and how many could not be read. */
  progress() {
    return { pending: this._store.pending, failures: this._store.failures }
  },

  /**
   * Features at a place of the view, topmost layer first: [{descriptor, feature, piece}]; pieces of one feature count once.
   */
  at(containerPoint) {
    const world = this._map.getPixelBounds().min.add(containerPoint)
    const bubble = bubbleAt(this._bubbles, world.x, world.y)
    if (bubble) return [bubble]
    const found = []
    for (const { descriptor, pieces } of [...this._drawn].reverse()) {
      const seen = new Set()
      for (const piece of pieces) {
        const x = (world.x - piece.left) / piece.scale
        const y = (world.y - piece.top) / piece.scale
        for (const feature of piece.tile.features) {
          if (feature.properties.feature_count !== undefined) continue
          const style = styleOf(descriptor.style, feature.properties)
          const reach = { tolerance: 6 / piece.scale, radius: ((style.radius ?? POINT_RADIUS) + 4) / piece.scale, hollow: style.fillOpacity === 0 }
          if (!hits(feature, x, y, reach) || (feature.id && seen.has(feature.id))) continue
          if (feature.id) seen.add(feature.id)
          found.push({ descriptor, feature, piece })
        }
      }
    }
    return found
  },

  /** How many features of each layer reach into the view: [{id, count, complete}]; complete is false while tiles are missing. */
  counts() {
    const view = this._map.getPixelBounds()
    return this._drawn.map(({ descriptor, pieces, complete }) => {
      const seen = new Set()
      let count = 0
      for (const piece of pieces) {
        const clip = [piece.clip.left, piece.clip.top, piece.clip.left + piece.clip.size, piece.clip.top + piece.clip.size]
        const box = [Math.max(view.min.x, clip[0]), Math.max(view.min.y, clip[1]), Math.min(view.max.x, clip[2]), Math.min(view.max.y, clip[3])]
        if (box[0] >= box[2] || box[1] >= box[3]) continue
        const inTile = [(box[0] - piece.left) / piece.scale, (box[1] - piece.top) / piece.scale, (box[2] - piece.left) / piece.scale, (box[3] - piece.top) / piece.scale]
        for (const feature of piece.tile.features) {
          if ((feature.id && seen.has(feature.id)) || !touchesBox(feature, inTile)) continue
          if (feature.id) seen.add(feature.id)
          count += feature.properties.feature_count ?? 1
        }
      }
      return { id: descriptor.id, count, complete }
    })
  },

  getEvents() {
    return { ...Renderer.prototype.getEvents.call(this), move: this._keepCovered }
  },

  _initContainer() {
    this._container = DomUtil.create('div', 'vector-sheet')
    this._sheet = DomUtil.create('canvas', 'vector-sheet-data', this._container)
    this._overlay = DomUtil.create('canvas', 'vector-sheet-marks', this._container)
    // unlike text of the page, names that are painted already do not change when their typeface arrives
    this._typefaces = () => this.repaint()
    document.fonts.addEventListener('loadingdone', this._typefaces)
  },

  _destroyContainer() {
    document.fonts.removeEventListener('loadingdone', this._typefaces)
    cancelAnimationFrame(this._request)
    DomUtil.remove(this._container)
    delete this._container
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return
    Renderer.prototype._update.call(this)
    const size = this._bounds.getSize()
    const ratio = Math.min(Browser.retina ? window.devicePixelRatio : Math.max(1, window.devicePixelRatio || 1), 3)
    for (const canvas of [this._sheet, this._overlay]) {
      if (canvas.width !== Math.round(size.x * ratio) || canvas.height !== Math.round(size.y * ratio)) {
        canvas.width = Math.round(size.x * ratio)
        canvas.height = Math.round(size.y * ratio)
        canvas.style.width = `${size.x}px`
        canvas.style.height = `${size.y}px`
      }
    }
    DomUtil.setPosition(this._container, this._bounds.min)
    const corner = this._map.getPixelOrigin().add(this._bounds.min)
    this._frame = { left: corner.x, top: corner.y, width: size.x, height: size.y, ratio }
    this._paint()
  },

  // While a drag goes on, the sheet follows as soon as the view would leave it.
  _keepCovered() {
    if (this._map._animatingZoom || !this._bounds || this._zoom !== this._map.getZoom()) return
    const corner = this._map.containerPointToLayerPoint([0, 0])
    if (!this._bounds.contains(new Bounds(corner, corner.add(this._map.getSize())))) this._update()
  },

  _paint() {
    const zoom = this._map.getZoom()
    const { left, top, width, height, ratio } = this._frame
    const rectangle = { left, top, right: left + width, bottom: top + height }
    const z = tileZoom(zoom)
    const cover = (descriptor) => coveringTiles(rectangle, zoom, z, descriptor.bounds)
    const ground = this._catalogue.background.map((descriptor) => ({ descriptor, opacity: 1, source: { layer: descriptor.id }, needed: cover(descriptor) }))
    const shown = this._shown.filter(({ descriptor }) => inScale(descriptor, zoom))
      .map((layer) => ({ ...layer, needed: layer.descriptor.bounds ? cover(layer.descriptor) : [] }))
    const layers = [...ground, ...shown]
    this._store.need(layers.flatMap(({ source, needed }) => needed.map(({ x, y }) => ({ source, z, x, y }))))
    for (const layer of layers) {
      layer.pieces = drawablePieces(layer.needed, layer.source, this._store)
      layer.complete = layer.needed.every(({ x, y }) => this._store.get(layer.source, z, x, y))
    }
    this._drawn = shown

    const context = this._sheet.getContext('2d')
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, width, height)
    for (const { descriptor, pieces } of ground) paintBackground(context, descriptor, pieces, this._frame)
    for (const { descriptor, pieces, opacity } of shown) paintLayer(context, descriptor, pieces, this._frame, opacity)
    this._bubbles = gatherBubbles(shown)
    paintBubbles(context, this._bubbles, this._frame)
    this._paintLabels(context, ground, shown, zoom)
    this._paintMarks()
    this._onPainted(this)
  },

  _paintLabels(context, ground, shown, zoom) {
    const candidates = shown.filter(({ descriptor }) => zoom >= (descriptor.display.labelFromZoom ?? 99))
      .flatMap(({ descriptor, pieces }, i) => labelCandidates(context, descriptor, pieces, this._frame, 10 + i))
    const names = ground.flatMap(({ pieces }) => backgroundNames(context, pieces, this._frame))
    paintLabels(context, [...candidates, ...names], symbolBoxes(shown, this._bubbles, this._frame))
  },

  _paintMarks() {
    if (!this._frame || !this._overlay) return
    const { left, top, width, height, ratio } = this._frame
    const zoom = this._map.getZoom()
    const project = ([longitude, latitude]) => {
      const point = this._map.project([latitude, longitude], zoom)
      return [point.x - left, point.y - top]
    }
    const context = this._overlay.getContext('2d')
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, width, height)
    if (this._marks.hover) paintHover(context, this._hovered(this._marks.hover), this._frame)
    paintGains(context, this._marks.gains, project)
    paintRows(context, this._marks.rows, project)
    paintSelected(context, this._marks.selected, project)
    paintOutlines(context, this._marks.outlines, project)
    if (this._marks.pin) paintPin(context, project(this._marks.pin))
  },

  // Looked up anew at each painting, since a zoom or a new tile replaces the pieces a feature consists of.
  _hovered({ descriptor, feature, radius }) {
    if (radius) return { bubble: this._bubbles.find((bubble) => bubble.feature === feature), parts: [] }
    const pieces = this._drawn.find((layer) => layer.descriptor === descriptor)?.pieces ?? []
    const isIt = (other) => other === feature || (feature.id !== undefined && other.id === feature.id)
    return { parts: pieces.flatMap((piece) => piece.tile.features.filter(isIt).map((part) => ({ feature: part, piece }))) }
  },
})

/** True for a point that stands for several features. */
export const isBubble = ({ feature }) => feature.properties.feature_count > 1
