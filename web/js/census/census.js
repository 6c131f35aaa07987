import { createCensusServer } from '../api/census.js'
import { CENSUS_DESK_VIEWS, CENSUS_VIEWS, openCensusView } from '../state/census.js'
import { mayPropose } from '../state/edit.js'
import { faces, tabbedPlace } from '../panels/tabs.js'

/**
 * The place Census: the firms of a territory in figures and in their networks; for the desk also one by one. A tab gets what every page has (store, catalogue,
 * server, session, overlay, mapView …), its `root`, its `signal`, and `census`: {api, showMap, showPanel}.
 */
export const censusPage = (parts) => tabbedPlace(parts, {
  name: 'census',
  tabs: Object.fromEntries(CENSUS_VIEWS.map((view) => [view, () => import(`./${view}/${view}.js`)])),
  viewOf: (state) => state.census.view,
  open: openCensusView,
  given: () => ({ census: { api: createCensusServer(parts.session), ...faces(parts.store) } }),
  shown: (view, state) => !CENSUS_DESK_VIEWS.includes(view) || mayPropose(state.session?.account, 'company'),
})
