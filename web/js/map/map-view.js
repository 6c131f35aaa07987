import { Map as LeafletMap, bounds, control, latLngBounds, tileLayer } from 'leaflet'
import { boxOf } from '../api/territories.js'
import { finishPicking } from '../state/roads.js'
import { drawnLayers, finishDrawing } from '../state/search.js'
import { clearSelection, mapMoved, meet } from '../state/view.js'
import { pick } from '../text/text.js'
import { isBubble, VectorSheet } from './vector-sheet.js'

/**
 * The map: draws the store's state and writes back only where it looks and what was clicked.
 * `insets()` answers the pixels {left, top, right, bottom} that panels cover. Returns the door that controls use.
 */
export function createMapView({ element, foot, store, catalogue, settings, server, overlay, insets, onPainted, signal }) {
  const start = store.get().view
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = new LeafletMap(element, {
    center: [start.latitude, start.longitude], zoom: start.zoom, minZoom: 5, maxZoom: 20,
    zoomControl: false, attributionControl: false, zoomAnimation: !calm, fadeAnimation: !calm, inertia: !calm,
    maxBounds: [[30, -10], [55, 30]], maxBoundsViscosity: 0.6,
  })
  const sheet = new VectorSheet({ catalogue, fetchTile: server.tile, onPainted })
  sheet.addTo(map)
  const scale = control.scale({ imperial: false, maxWidth: 120 }).addTo(map)
  const attribution = control.attribution({ prefix: false }).addTo(map)
  foot.append(scale.getContainer(), attribution.getContainer()) // beside the panels, not below them
  // the sheet that shows no picture to a screen reader; the list view tells the same
  element.querySelector('.leaflet-map-pane').setAttribute('aria-hidden', 'true')

  const reportView = () => {
    const centre = map.getCenter()
    const box = map.getBounds()
    store.change(mapMoved, { latitude: centre.lat, longitude: centre.lng, zoom: map.getZoom() },
      [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map((degrees) => Number(degrees.toFixed(6))))
  }
  map.on('moveend', reportView)

  store.watch((state) => state.view, (view) => {
    const centre = map.getCenter()
    const there = map.getZoom() === view.zoom && Math.abs(centre.lat - view.latitude) < 1e-5 && Math.abs(centre.lng - view.longitude) < 1e-5
    if (!there) map.setView([view.latitude, view.longitude], view.zoom, { animate: false })
  }, { signal })
  const aim = aimAt(map, insets, calm)
  store.watch((state) => state.frame, (box) => box && aim.frame(box), { signal })
  let drawing = null // the handle of the shape that is being edited
  let openings = 0
  store.watch(drawnLayers, (layers) => {
    sheet.show(layers)
    drawing?.look()
  }, { signal })
  store.watch((state) => state.pin, (pin) => sheet.mark({ pin }), { signal })
  store.watch((state) => state.marks, (rows) => sheet.mark({ rows }), { signal })
  store.watch((state) => (state.place === 'plots' ? state.outlines : state.place === 'bottlenecks' ? state.bnRoad : []), (outlines) => sheet.mark({ outlines }), { signal })
  store.watch((state) => (state.place === 'bottlenecks' && state.bnTab === 'whatif' ? state.bnGains : []), (gains) => sheet.mark({ gains }), { signal })
  let credits = []
  store.watch((state) => [state.layers.map(({ id }) => id), state.basemap], () => {
    credits.forEach((text) => attribution.removeAttribution(text))
    credits = creditsOf(store.get(), catalogue, settings)
    credits.forEach((text) => attribution.addAttribution(text))
  }, { signal })
  watchBasemap(map, store, settings, signal)
  watchSelection({ sheet, store, server, aim, signal })
  watchPointer(map, sheet, store, () => drawing !== null)
  watchDrawing(map, store, signal)
  watchPicking(map, store, signal)
  watchOverlay(map, overlay, signal)
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false })
    aim.again()
  }).observe(element)
  reportView()

  return {
    zoomIn: () => map.zoomIn(1, { animate: !calm }),
    zoomOut: () => map.zoomOut(1, { animate: !calm }),
    retry: () => sheet.retry(),
    renew: (layer) => sheet.renew(layer),
    /** Opens a drawing on the map, instead of one that is open (map/drawing/open-drawing.js says with what, and what the handle can do). */
    async openDrawing(options) {
      drawing?.close()
      const turn = ++openings
      const { openDrawing } = await import('./drawing/open-drawing.js')
      const shown = () => drawnLayers(store.get()).map(({ id }) => id)
      const opened = await openDrawing(map, options, { server, catalogue, shown })
      if (turn !== openings) opened.close() // somebody has opened another meanwhile
      else if (!opened.signal.aborted) drawing = opened
      opened.signal.addEventListener('abort', () => {
        if (drawing === opened) drawing = null
      })
      return opened
    },
    panelsChanged: () => aim.again(),
    onPointer: (listener) => {
      map.on('mousemove', ({ latlng }) => listener({ latitude: latlng.lat, longitude: latlng.lng }))
      map.on('mouseout', () => listener(null))
    },
  }
}

/**
 * What the map was last told to look at. Panels open after that and cover part of it, so it is aimed at again when they
 * have: until the user takes the map in hand.
 */
function aimAt(map, insets, calm) {
  let move = null
  let framed = false // a frame that came together with the selected record shows it already
  let zooming = false // Leaflet lets no other move in while it animates a zoom
  let late = false
  const again = () => {
    if (zooming) late = true
    else move?.()
  }
  let ending = null
  const ended = () => {
    clearTimeout(ending)
    zooming = false
    if (late) setTimeout(again)
    late = false
  }
  map.on('zoomanim', () => {
    zooming = true
    clearTimeout(ending)
    ending = setTimeout(ended, ZOOM_LASTS_MS) // an animation that another one overtakes does not tell its end
  })
  map.on('zoomend', ended)
  const forget = () => (move = null)
  for (const gesture of ['pointerdown', 'wheel', 'keydown']) map.getContainer().addEventListener(gesture, forget, { passive: true })
  return {
    again,
    frame: (box) => {
      framed = true
      setTimeout(() => (framed = false), FRAME_LASTS_MS)
      move = () => fit(map, box, insets(), calm)
      again()
    },
    uncover: (box) => {
      if (!framed) move = () => uncover(map, box, insets())
      again()
    },
  }
}

const FRAME_LASTS_MS = 3000
const ZOOM_LASTS_MS = 500

const MARGIN = 24

const paddings = ({ left, top, right, bottom }) => ({ paddingTopLeft: [left + MARGIN, top + MARGIN], paddingBottomRight: [right + MARGIN, bottom + MARGIN] })

function fit(map, [west, south, east, north], covered, calm) {
  map.fitBounds(latLngBounds([south, west], [north, east]), { ...paddings(covered), maxZoom: 17, animate: !calm })
}

function watchBasemap(map, store, settings, signal) {
  if (!settings.basemap) return
  const { url, maxZoom } = settings.basemap
  const base = tileLayer(url, { maxNativeZoom: maxZoom, maxZoom: 20 })
  store.watch((state) => state.basemap, (wanted) => (wanted ? base.addTo(map) : base.remove()), { signal })
}

function creditsOf(state, catalogue, settings) {
  const licences = new Set([...catalogue.background, ...state.layers.map(({ id }) => catalogue.layer(id))].map((layer) => layer?.licence?.name).filter(Boolean))
  const base = state.basemap && settings.basemap ? [settings.basemap.attribution] : []
  return [...[...licences].map(escape), ...base]
}

// Leaflet writes attributions as markup, so names that come as data are made harmless first.
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Draws a shape when the state asks for one; what only few need comes when it is asked for. */
function watchDrawing(map, store, signal) {
  let stop = null
  store.watch((state) => state.drawing, async (kind) => {
    stop?.abort()
    if (!kind) return
    const mine = (stop = new AbortController())
    const { drawShape } = await import('./draw-shape.js').catch((problem) => {
      store.change(finishDrawing, null) // nobody waits for what can not be drawn
      throw problem
    })
    if (!mine.signal.aborted) drawShape(map, kind, { signal: mine.signal, onDrawn: (shape) => store.change(finishDrawing, shape) })
  }, { signal })
}

/** Takes a point from the map when the state asks for one. */
function watchPicking(map, store, signal) {
  let stop = null
  store.watch((state) => state.picking, async (picking) => {
    stop?.abort()
    if (picking === null) return
    const mine = (stop = new AbortController())
    const { pickPoint } = await import('./pick-point.js').catch((problem) => {
      store.change(finishPicking, null)
      throw problem
    })
    if (!mine.signal.aborted) pickPoint(map, { signal: mine.signal, onPicked: (point) => store.change(finishPicking, point) })
  }, { signal })
}

/** Shows what a place draws over the map; how it is drawn comes with the first of it. */
function watchOverlay(map, overlay, signal) {
  let coming = null
  let wanted = null
  overlay.watch(async (content) => {
    wanted = content
    if (!content && !coming) return
    coming ??= import('./overlay-layers.js').then(({ createOverlayLayers }) => createOverlayLayers(map))
    const draw = await coming.catch((problem) => {
      coming = null // it is asked for again with what is shown next
      throw problem
    })
    draw(wanted)
  }, signal)
}

function watchSelection({ sheet, store, server, aim, signal }) {
  store.watch((state) => state.selected, async (selected) => {
    sheet.mark({ selected: null })
    if (!selected) return
    try {
      const { geometry } = await server.feature(selected.layer, selected.id)
      const still = store.get().selected
      if (still?.id !== selected.id || still.layer !== selected.layer) return
      sheet.mark({ selected: geometry })
      aim.uncover(boxOf(geometry))
    } catch {
      // the panel tells why the feature can not be read
    }
  }, { signal })
}

/** Moves the map when panels cover the middle of a feature; what is off the map, or larger than it, stays where it is. */
function uncover(map, [west, south, east, north], covered) {
  const size = map.getSize()
  const box = bounds(map.latLngToContainerPoint([north, west]), map.latLngToContainerPoint([south, east]))
  const onMap = box.intersects([[0, 0], [size.x, size.y]])
  const fits = box.getSize().x < size.x && box.getSize().y < size.y
  if (onMap && fits) map.panInside([(south + north) / 2, (west + east) / 2], paddings(covered))
}

function watchPointer(map, sheet, store, isDrawing) {
  const tip = document.createElement('p')
  tip.className = 'map-tip'
  tip.hidden = true
  tip.setAttribute('aria-hidden', 'true')
  map.getContainer().append(tip)
  let waiting = false
  map.on('mousemove', ({ containerPoint }) => {
    if (waiting || isDrawing()) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      const found = sheet.at(containerPoint)
      map.getContainer().classList.toggle('is-pointing', found.length > 0)
      sheet.mark({ hover: found[0] ?? null })
      tip.hidden = found.length === 0
      if (found.length === 0) return
      tip.textContent = tipText(found)
      tip.style.transform = `translate(${containerPoint.x + 14}px, ${containerPoint.y + 18}px)`
    })
  })
  map.on('mouseout zoomstart movestart', () => (tip.hidden = true))
  map.on('mouseout', () => sheet.mark({ hover: null }))
  map.on('click', ({ containerPoint, latlng }) => {
    if (isDrawing() || store.get().drawing || store.get().picking !== null) return
    const found = sheet.at(containerPoint)
    if (found.length === 0) return store.change(clearSelection)
    if (isBubble(found[0])) return map.setView(latlng, Math.min(map.getZoom() + 2, 18))
    const choices = found.filter((hit) => !isBubble(hit) && hit.feature.id).map(({ descriptor, feature }) => (
      { layer: descriptor.id, id: feature.id, name: feature.properties.name ?? feature.properties.code ?? `#${feature.id}` }))
    store.change(meet, choices)
  })
}

function tipText([{ descriptor, feature }, ...others]) {
  const { name, code, feature_count: count } = feature.properties
  const title = pick(descriptor.title)
  if (count > 1) return `${title}: ${count}`
  return `${title}: ${name ?? code ?? ''}${others.length > 0 ? ` +${others.length}` : ''}`
}
