import { server } from '/js/api/server.js'
import { createSession } from '/js/api/session.js'
import { drawToolbar } from '/js/drawing/toolbar.js'
import { createMapView } from '/js/map/map-view.js'
import { createCatalogue } from '/js/state/catalogue.js'
import { createOverlay } from '/js/state/overlay.js'
import { fromHash } from '/js/state/permalink.js'
import { createStore } from '/js/state/store.js'
import { initialState } from '/js/state/view.js'
import { useLanguage } from '/js/text/text.js'

/**
 * A page for tests with nothing but the map and a drawing on it, made of the modules that the application is made of. Tests open it
 * at `/test/drawing#at=…&layers=…` and begin with `begin(options)`; `window.drawing` is the handle, `window.changes` what onChange told.
 */
const signal = new AbortController().signal
const named = fromHash(location.hash)
await useLanguage(named.language ?? 'it', server.locale)
const [settings, layers] = await Promise.all([server.settings(), server.layers()])
const catalogue = createCatalogue(layers)
const store = createStore({ ...initialState, ...named })
const mapView = createMapView({ element: document.getElementById('map'), foot: document.getElementById('map-foot'), store, catalogue, settings, server,
  overlay: createOverlay(), insets: () => ({ left: 0, top: 0, right: 0, bottom: 0 }), onPainted: (sheet) => (document.body.dataset.pending = sheet.progress().pending), signal })
const session = createSession(store)
await session.read()

window.changes = []
window.begin = async (options) => {
  window.drawing = await mapView.openDrawing({ ...options, onChange: (geometry, measures) => window.changes.push({ geometry, measures }) })
  await drawToolbar({ root: document.getElementById('tools'), drawing: window.drawing, geometryType: options.geometryType, store, server, session, catalogue, onPiece: (geometry) => (window.piece = geometry) })
}
/** Where a place of the world is in the window. */
window.pixelOf = ([longitude, latitude]) => {
  const { view } = store.get()
  const box = document.getElementById('map').getBoundingClientRect()
  const world = 256 * 2 ** view.zoom
  const x = (degrees) => ((degrees + 180) / 360) * world
  const y = (degrees) => (0.5 - Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / 2 / Math.PI) * world
  return [box.left + box.width / 2 + x(longitude) - x(view.longitude), box.top + box.height / 2 + y(latitude) - y(view.latitude)]
}
window.signIn = (username, password) => session.signIn(username, password)
document.body.classList.add('is-ready')
