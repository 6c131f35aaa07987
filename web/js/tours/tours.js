import { createToursServer } from '../api/tours.js'
import { openToursView, TOUR_VIEWS } from '../state/tours.js'
import { faces, tabbedPlace } from '../panels/tabs.js'

/**
 * The place Tours: who is visited, in what order, by which road, beside the map. A tab gets what every page has (store, catalogue, server, session, overlay,
 * mapView …), its `root`, its `signal`, and `tours`: {api, showMap, showPanel}.
 */
export const toursPage = (parts) => tabbedPlace(parts, {
  name: 'tours',
  tabs: Object.fromEntries(TOUR_VIEWS.map((view) => [view, () => import(`./${view}/${view}.js`)])),
  viewOf: (state) => state.tours.view,
  open: openToursView,
  given: () => ({ tours: { api: createToursServer(parts.session), ...faces(parts.store) } }),
})
