import { createNames } from './api/names.js'
import { server } from './api/server.js'
import { createSession } from './api/session.js'
import { createTerritories } from './api/territories.js'
import { createMapView } from './map/map-view.js'
import { accountCorner } from './panels/account.js'
import { mapControls } from './panels/controls.js'
import { layersPanel } from './panels/layers.js'
import { element, failure, waiting } from './panels/markup.js'
import { searchBox } from './panels/search.js'
import { shell } from './panels/shell.js'
import { startFailure, statusLine } from './panels/status.js'
import { shortlistLink } from './shortlist/link.js'
import { createCatalogue, visibleByDefault } from './state/catalogue.js'
import { followHistory } from './state/history.js'
import { fromHash } from './state/permalink.js'
import { createOverlay } from './state/overlay.js'
import { createStore } from './state/store.js'
import { DESK_PLACES, initialState, restore } from './state/view.js'
import { LANGUAGES, preferredLanguage, t, useLanguage } from './text/text.js'

const byId = (id) => document.getElementById(id)
const { signal } = new AbortController()
const changeLanguage = (language) => useLanguage(LANGUAGES.includes(language) ? language : 'it', server.locale)

/** The places that have an element of their name to themselves, and what fills it when it is opened first. */
const PAGES = {
  plots: [() => import('./plots/page.js'), 'plotsPage'],
  roads: [() => import('./roads/page.js'), 'roadsPage'],
  bottlenecks: [() => import('./bottlenecks/page.js'), 'bottlenecksPage'],
  plot: [() => import('./plot/page.js'), 'plotPage'],
  compare: [() => import('./compare/page.js'), 'comparePage'],
  shortlist: [() => import('./shortlist/page.js'), 'shortlistPage'],
  alert: [() => import('./alerts/page.js'), 'alertPage'],
  inquiry: [() => import('./inquiry/page.js'), 'inquiryPage'],
  offer: [() => import('./offer/page.js'), 'offerPage'],
  host: [() => import('./hosts/page.js'), 'hostPage'],
  visit: [() => import('./invitations/page.js'), 'visitPage'],
  survey: [() => import('./survey/page.js'), 'surveyPage'],
  work: [() => import('./work/page.js'), 'workPage'],
}

/** Those that draw on the map. */
const MAP_PAGES = {
  edit: [() => import('./edit/page.js'), 'editPage'],
  history: [() => import('./history/page.js'), 'historyPage'],
  energy: [() => import('./energy/energy.js'), 'energyPage'],
  census: [() => import('./census/census.js'), 'censusPage'],
  tours: [() => import('./tours/tours.js'), 'toursPage'],
}

/** Puts the page together; nothing else knows all its parts. */
async function start() {
  const named = fromHash(location.hash)
  const language = LANGUAGES.includes(named.language) ? named.language : preferredLanguage(navigator.languages)
  await changeLanguage(language)
  const [settings, layers] = await Promise.all([server.settings(), server.layers()])
  const catalogue = createCatalogue(layers)
  const isNarrow = window.matchMedia('(max-width: 47.99rem)').matches
  const known = named.layers?.filter(({ id }) => catalogue.layer(id))
  const store = createStore({ ...initialState, layersOpen: !isNarrow, ...named, language, layers: known ?? visibleByDefault(catalogue) })
  const territories = createTerritories(server, catalogue.home)
  const names = createNames(server, catalogue, territories)
  const overlay = createOverlay()
  const openDrawing = (options) => mapView.openDrawing(options) // asked for when the map is there
  const common = { store, catalogue, server, settings, names, territories, overlay, openDrawing, signal }

  const session = createSession(store)
  const pages = [...Object.keys(PAGES), ...Object.keys(MAP_PAGES)]
  const openDesk = desk({ ...common, session, root: byId('desk'), mapRoot: byId('load-rows') })
  for (const [name, [load, door]] of Object.entries(PAGES)) lazily(store, (state) => state.place === name, byId(name), load, door, { ...common, session, openDesk })
  shell({ ...common, pages, changeLanguage })
  shortlistLink({ ...common, root: byId('shortlist-link') })
  accountCorner({ ...common, session, root: byId('account'), openDesk })
  let painted = () => {}
  const mapView = createMapView({ ...common, element: byId('map'), foot: byId('map-foot'), insets, onPainted: (sheet) => painted(sheet) })
  for (const [name, [load, door]] of Object.entries(MAP_PAGES)) lazily(store, (state) => state.place === name, byId(name), load, door, { ...common, session, openDesk, mapView })
  lazily(store, (state) => state.session?.account, byId('work-link'), () => import('./work/bell.js'), 'bell', { ...common, session })
  new ResizeObserver(mapView.panelsChanged).observe(byId('feature'))
  painted = statusLine({ ...common, root: byId('status'), retry: mapView.retry })
  searchBox({ ...common, root: byId('search') })
  layersPanel({ ...common, root: byId('layers') })
  mapControls({ ...common, root: byId('controls'), foot: byId('map-foot'), mapView })
  lazily(store, (state) => state.selected, byId('feature'), () => import('./panels/feature.js'), 'featurePanel', common)
  lazily(store, (state) => state.list, byId('list'), () => import('./panels/list.js'), 'listPanel', common)
  if (!named.view) store.change(restore, { frame: catalogue.home })
  followHistory({ store, languages: LANGUAGES, onLanguage: changeLanguage, signal })
  document.body.classList.add('is-ready')
}

/** Loads a panel when the state first asks for it; from then on the panel watches the store itself. One that does not come is asked for again, by a button or when it is wanted next. */
function lazily(store, isWanted, root, load, door, parts) {
  const once = new AbortController()
  let coming = false
  store.watch((state) => Boolean(isWanted(state)), (wanted) => (wanted ? open() : tell(null)), { signal: once.signal })

  async function open() {
    if (coming) return
    coming = true
    try {
      const panel = (await load())[door]
      await panel({ ...parts, root })
      root.querySelector(':scope > .place-failure')?.remove() // somebody has gone elsewhere before it came
      once.abort()
    } catch (problem) {
      console.error(problem)
      if (isWanted(store.get())) tell(failure(t('side.failed'), t('retry'), again))
    } finally {
      coming = false
    }
  }

  function again() {
    tell(waiting(t('side.waiting')))
    open()
  }

  /** @param content what stands in the panel's place until it comes */
  function tell(content) {
    if (root.matches('a') || (!content && !root.querySelector(':scope > .place-failure'))) return
    root.replaceChildren(...(content ? [element('div', { class: 'place-failure' }, content)] : []))
    root.hidden = !content
  }
}

/** What only the desk uses comes when somebody signs in, opens one of its pages or a link to the rows of a load. */
function desk(parts) {
  let coming = null
  const open = async (then) => {
    let made
    try {
      made = await (coming ??= import('./desk/desk.js').then(({ createDesk }) => createDesk(parts)))
    } catch (problem) {
      console.error(problem)
      coming = null
      if (DESK_PLACES.includes(parts.store.get().place)) parts.root.replaceChildren(failure(t('side.failed'), t('retry'), () => open(then)))
      return
    }
    then?.(made)
  }
  parts.store.watch((state) => DESK_PLACES.includes(state.place) || Boolean(state.load), (wanted) => wanted && open(), { signal })
  return open
}

/** Pixels of the map that open panels cover on each side. */
function insets() {
  const map = byId('map').getBoundingClientRect()
  const covered = (id) => (byId(id).getClientRects().length === 0 ? null : byId(id).getBoundingClientRect())
  const [dock, feature, list] = [covered('layers'), covered('feature'), covered('list')]
  const sheet = document.querySelector(':is(.edit, .side):not([hidden]) > :is(.edit-panel, .side-panel)')?.getBoundingClientRect()
  const wide = map.width > 767
  return {
    left: wide && dock ? dock.right - map.left : 0,
    top: wide ? 0 : 64,
    right: (wide && feature ? map.right - feature.left : 0) + 64, // the buttons
    bottom: Math.max(0, ...[list, wide ? null : feature, wide ? null : sheet].filter(Boolean).map((box) => Math.min(map.bottom - box.top, map.height * 0.6))),
  }
}

start().catch((problem) => {
  console.error(problem)
  byId('place').hidden = false
  startFailure(byId('place'), t('start.failed'), t('start.again'))
})
