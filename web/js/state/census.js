/**
 * What somebody looks at in the place Census, and its pure changes. `census` is what a link names: the tab, the one thing that a tab has open (`item`), the words
 * that it looks for (`q`), and the question of the dashboard: whose figures (`territory`), of which chain and size, by what, which figure, and the two areas compared.
 */
export const CENSUS_VIEWS = ['dashboard', 'networks', 'companies', 'survey', 'duplicates']
/** For those who may propose changes of companies. */
export const CENSUS_DESK_VIEWS = ['companies', 'survey', 'duplicates']

export const NO_CENSUS = {
  view: 'dashboard',
  item: null,
  q: null,
  territory: null, // its code
  by: null, // a dimension of /api/census/dimensions
  measure: null,
  chain: null,
  size: null,
  area: null, // codes of the two that are compared
  beside: null,
}

export const initialCensus = { census: NO_CENSUS }

const ASKED = ['territory', 'by', 'measure', 'chain', 'size', 'area', 'beside'] // by the dashboard

const put = (state, values) => ({ ...state, census: { ...state.census, ...values } })

/** Opens a tab; what another one had open is closed. */
export const openCensusView = (state, view) => put(state, { view: CENSUS_VIEWS.includes(view) ? view : 'dashboard', item: null, q: null })
export const askCensus = (state, values) => put(state, values)
/** Opens one thing of a tab, from wherever somebody is. */
export const openCensusItem = (state, view, item) => ({ ...put(state, { view, item, q: null }), place: 'census', sideFace: 'panel' })

/** The parts of a link that say what is looked at. */
export function censusParts({ place, census }) {
  if (place !== 'census') return []
  const { view, item, q } = census
  return [['view', view], ['item', item], ['q', q], ...ASKED.map((key) => [key === 'territory' ? 'of' : key, view === 'dashboard' && census[key]])].filter(([, value]) => value)
}

export function readCensus(given) {
  if (given.get('place') !== 'census') return {}
  const word = (key) => /^[\w.@:-]{1,80}$/.exec(given.get(key) ?? '')?.[0] ?? null
  return { census: { view: CENSUS_VIEWS.includes(given.get('view')) ? given.get('view') : 'dashboard', item: word('item'), q: (given.get('q') ?? '').slice(0, 200) || null,
    ...Object.fromEntries(ASKED.map((key) => [key, word(key === 'territory' ? 'of' : key)])) } }
}

const essence = ({ census: { view, item, by } }) => JSON.stringify([view, item, by])
export const isCensusStep = (before, after) => essence(before) !== essence(after)
