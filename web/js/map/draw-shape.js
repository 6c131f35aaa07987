import { DomEvent, Polygon, Polyline, Rectangle } from 'leaflet'

const LOOK = { color: '#5c2e91', weight: 3, dashArray: '9 6', fillOpacity: 0.12, interactive: false }
const CATCH_PX = 20 // a fingertip
const DIGITS = 5 // about a metre

/**
 * Lets somebody draw on the map: a rectangle by two opposite corners, a polygon corner by corner, closed at its first corner, by a
 * double click or the Enter key; Backspace takes the last corner back. By keyboard the arrows move the map under its centre, and
 * the space bar puts a corner there. `onDrawn` gets {box: [west, south, east, north]},
 * {ring: [[longitude, latitude], …]} closed, or null when the Escape key gave up. Leaves by AbortSignal.
 */
export function drawShape(map, kind, { signal, onDrawn }) {
  const corners = []
  const container = map.getContainer()
  let preview = null
  let byKeys = false // the next corner is the centre of the map
  map.doubleClickZoom.disable()
  container.classList.add('is-drawing')
  container.focus({ preventScroll: true })
  map.on('click', onClick).on('mousemove', onMove).on('move', onMapMove).on('dblclick', finishPolygon)
  container.addEventListener('keydown', onKey, { signal, capture: true })
  signal.addEventListener('abort', () => {
    map.off('click', onClick).off('mousemove', onMove).off('move', onMapMove).off('dblclick', finishPolygon)
    map.doubleClickZoom.enable()
    container.classList.remove('is-drawing')
    preview?.remove()
  })

  function onClick({ latlng, originalEvent }) {
    if (originalEvent.detail > 1) return // the second click of a double click
    addCorner(latlng)
  }

  function addCorner(latlng) {
    if (corners.length > 2 && kind === 'polygon' && near(latlng, corners[0])) return finishPolygon()
    corners.push(latlng)
    if (kind === 'rectangle' && corners.length === 2) return finishRectangle()
    show(corners)
  }

  function onMove({ latlng }) {
    byKeys = false
    if (corners.length > 0) show([...corners, latlng])
  }

  function onMapMove() {
    if (byKeys && corners.length > 0) show([...corners, map.getCenter()])
  }

  function onKey(event) {
    if (event.key === 'Escape') onDrawn(null)
    else if (event.key === 'Enter') finishPolygon()
    else if (event.key === ' ') {
      byKeys = true
      addCorner(map.getCenter())
    } else if (event.key === 'Backspace') {
      corners.pop()
      show(corners)
    } else return
    DomEvent.stop(event)
  }

  function show(points) {
    preview?.remove()
    if (points.length < 2) return
    const shape = kind === 'rectangle' ? new Rectangle(points, LOOK) : points.length === 2 ? new Polyline(points, LOOK) : new Polygon(points, LOOK)
    preview = shape.addTo(map)
  }

  function finishRectangle() {
    const [a, b] = corners
    const [west, east] = [a.lng, b.lng].sort((x, y) => x - y).map(rounded)
    const [south, north] = [a.lat, b.lat].sort((x, y) => x - y).map(rounded)
    if (west < east && south < north) onDrawn({ box: [west, south, east, north] })
    else corners.pop()
  }

  function finishPolygon() {
    if (kind !== 'polygon' || corners.length < 3) return
    const ring = corners.map(({ lng, lat }) => [rounded(lng), rounded(lat)])
    onDrawn({ ring: [...ring, ring[0]] })
  }

  const near = (a, b) => map.latLngToContainerPoint(a).distanceTo(map.latLngToContainerPoint(b)) < CATCH_PX
}

const rounded = (degrees) => Number(degrees.toFixed(DIGITS))
