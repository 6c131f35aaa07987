/**
 * What somebody looks at in the place Tours, and its pure changes. `tours` is what a link names: the tab, the saved tour that is open, the one thing that
 * another tab has open (`item`), and the question of a plan that nobody has saved (`ask`, as tours/plan/link.js writes it).
 */
export const TOUR_VIEWS = ['plan', 'saved', 'campaigns', 'themes']

export const NO_TOUR = {
  view: 'plan',
  tour: null, // the id of a saved one
  key: null, // its secret, where a link brings it: it is kept in this browser and taken out of the link
  item: null,
  ask: null,
}

export const initialTours = { tours: NO_TOUR }

const put = (state, values) => ({ ...state, tours: { ...state.tours, ...values } })

/** Opens a tab; what another one had open is closed, the tour stays. */
export const openToursView = (state, view) => put(state, { view: TOUR_VIEWS.includes(view) ? view : 'plan', item: null })
/** Opens a saved tour in the planner; without an id, an empty plan. */
export const openTour = (state, tour, key = null) => ({ ...put(state, { view: 'plan', tour, key, item: null, ask: null }), place: 'tours', sideFace: 'panel' })
/** Opens the planner with a question that nobody has saved. @param ask as tours/plan/link.js writes it */
export const openAsk = (state, ask) => put(openTour(state, null), { ask })
export const askTours = (state, values) => put(state, values)

/** The parts of a link that say what is looked at. */
export function toursParts({ place, tours }) {
  if (place !== 'tours') return []
  const { view, tour, item, ask } = tours
  const plan = view === 'plan'
  return [['view', view], ['tour', plan && tour], ['item', !plan && item], ['ask', plan && !tour && ask]].filter(([, value]) => value)
}

export function readTours(given) {
  if (given.get('place') !== 'tours') return {}
  const word = (key, pattern) => pattern.exec(given.get(key) ?? '')?.[0] ?? null
  const view = TOUR_VIEWS.includes(given.get('view')) ? given.get('view') : NO_TOUR.view
  return { tours: { view, tour: word('tour', /^[\w-]{1,60}$/), key: word('key', /^[\w.-]{16,100}$/), item: word('item', /^[\w.@:-]{1,80}$/), ask: word('ask', /^[\w.-]{1,4000}$/) } }
}

const essence = ({ tours: { view, tour, item } }) => JSON.stringify([view, tour, item])
export const isToursStep = (before, after) => essence(before) !== essence(after)
