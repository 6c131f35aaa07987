/**
 * What somebody looks at in the place Energy, and its pure changes. `energy` is what a link names: the tab, what is asked (technology, date, what the
 * project is), the stored verdict, the two moments of the time machine, and `item`, the one thing that a tab has open.
 */
export const ENERGY_VIEWS = ['verdict', 'eligible', 'rules', 'substations', 'communities', 'potential', 'targets']
export const TECHNOLOGIES = ['pv_ground', 'pv_roof', 'pv_canopy', 'pv_floating', 'agripv', 'wind', 'biomethane']
export const PROJECTS = ['cer', 'pnrr'] // what exempts a project from the ban on farmland

export const NO_ENERGY = {
  view: 'verdict',
  technology: 'pv_ground',
  date: null, // YYYY-MM-DD; today without one
  project: [],
  verdict: null, // the id of a stored one
  beside: null, // the date that it is compared with
  from: null, // of the time machine: a date
  to: null,
  item: null,
}

export const initialEnergy = { energy: NO_ENERGY }

const put = (state, values) => ({ ...state, energy: { ...state.energy, ...values } })

/** Opens a tab; what another one had open is closed. */
export const openEnergyView = (state, view) => put(state, { view: ENERGY_VIEWS.includes(view) ? view : 'verdict', item: null })
/** Asks what the rules say about a stored area. */
export const askVerdict = (state, layer, id) => ({ ...put(state, { view: 'verdict', verdict: null, item: null }), place: 'energy', selected: { layer, id }, choices: [], sideFace: 'panel' })
export const askEnergy = (state, values) => put(state, values)

/** The parts of a link that say what is looked at. */
export function energyParts({ place, energy }) {
  if (place !== 'energy') return []
  const { view, technology, date, project, verdict, beside, from, to, item } = energy
  return [['view', view], ['technology', technology], ['date', date], ['project', project.join(',')], ['verdict', view === 'verdict' && verdict], ['beside', view === 'verdict' && verdict && beside],
    ['from', view === 'eligible' && from], ['to', view === 'eligible' && to], ['item', item]].filter(([, value]) => value)
}

export function readEnergy(given) {
  if (given.get('place') !== 'energy') return {}
  const one = (key, known, otherwise) => (known.includes(given.get(key)) ? given.get(key) : otherwise)
  const word = (key) => /^[\w.@:-]{1,80}$/.exec(given.get(key) ?? '')?.[0] ?? null
  return { energy: { view: one('view', ENERGY_VIEWS, 'verdict'), technology: one('technology', TECHNOLOGIES, NO_ENERGY.technology), date: readDay(given.get('date')),
    project: PROJECTS.filter((name) => (given.get('project') ?? '').split(',').includes(name)), verdict: word('verdict'), beside: readDay(given.get('beside')),
    from: readDay(given.get('from')), to: readDay(given.get('to')), item: word('item') } }
}

/** Days that no calendar has are no days. */
export function readDay(text) {
  const time = /^(19|20|21)\d\d-\d\d-\d\d$/.test(text ?? '') ? Date.parse(`${text}T00:00:00Z`) : NaN
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text) ? null : text
}

const essence = ({ energy: { view, verdict, item } }) => JSON.stringify([view, verdict, item])
export const isEnergyStep = (before, after) => essence(before) !== essence(after)
