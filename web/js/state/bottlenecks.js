/**
 * What somebody looks at in the place Bottlenecks, and its pure changes. `register` holds the filters and the order of the list, which the
 * map follows; `scenario` is the what-if: who drives, and which bottlenecks are fixed or closed.
 */
export const NO_REGISTER = { type: [], severity: [], status: [], territory: '', project: '', funding: '', cost: '', sort: '-severity' }
export const NO_SCENARIO = { profile: 'truck', fix: [], close: [], height: '', width: '', length: '', mass: '', axleLoad: '', at: '' }
export const BOTTLENECK_TABS = ['list', 'ranking', 'whatif', 'report', 'reports']
const SIZES = ['height', 'width', 'length', 'mass', 'axleLoad']
const LISTS = ['type', 'severity', 'status']

export const initialBottlenecks = { register: NO_REGISTER, scenario: NO_SCENARIO, bnTab: 'list' }

/** What no link names: what the server found, the stretch of road and the gains on the map, and what narrow windows show. */
export const passingBottlenecks = { bnFound: null, bnRoad: [], bnGains: [], bnFace: 'list' }

export const filterRegister = (state, register) => ({ ...state, register: { ...state.register, ...register } })
export const findBottlenecks = (state, bnFound) => ({ ...state, bnFound })
export const openBottleneckTab = (state, bnTab) => ({ ...state, bnTab: BOTTLENECK_TABS.includes(bnTab) ? bnTab : 'list' })
export const showRoad = (state, bnRoad) => ({ ...state, bnRoad })
export const showGains = (state, bnGains) => ({ ...state, bnGains })
export const showBottleneckFace = (state, bnFace) => ({ ...state, bnFace })
export const suppose = (state, scenario) => ({ ...state, scenario: { ...state.scenario, ...scenario } })

/** Puts a bottleneck among those that are fixed or closed, or takes it out of both. @param to 'fix', 'close' or null */
export function supposeOne(state, id, to) {
  const { fix, close } = state.scenario
  const without = { fix: fix.filter((one) => one !== id), close: close.filter((one) => one !== id) }
  return suppose(state, to ? { ...without, [to]: [...without[to], id] } : without)
}

/** The layers that the map draws beside the list: the bottlenecks that were found. */
export function registerLayers({ layers, bnFound, bnTab, bnGains }) {
  const found = bnFound ? [{ id: 'bottleneck', opacity: 1, filter: bnFound.filter ?? undefined }] : []
  if (bnTab === 'whatif' && bnGains.length > 0) return found // the gains stand where plots and zones lie
  return [...layers.filter(({ id }) => id !== 'bottleneck' && id !== 'company' && id !== 'energy_area'), ...found]
}

/** What the server is asked: what is empty is left out. */
export function registerQuery({ sort, ...filters }) {
  const given = Object.entries(filters).map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : value])
  return [...given, ['sort', sort]].filter(([, value]) => value)
}

/** The body of a what-if. */
export function scenarioBody({ profile, fix, close, at, ...sizes }) {
  const numbers = SIZES.filter((size) => Number(sizes[size]) > 0).map((size) => [size, Number(sizes[size])])
  return { profile, fix, close, ...Object.fromEntries(numbers), ...(at ? { at } : {}) }
}

/** The parts of a link that say what is looked at. */
export function bottleneckParts({ place, register, scenario, bnTab }) {
  if (place !== 'bottlenecks') return []
  const filters = registerQuery(register).filter(([key, value]) => key !== 'territory' && !(key === 'sort' && value === NO_REGISTER.sort))
  const sizes = SIZES.filter((size) => scenario[size]).map((size) => `${size}:${scenario[size]}`)
  return [['show', bnTab === 'list' ? '' : bnTab], ['bn', [...filters, ...(register.territory ? [['in', register.territory]] : [])].map(([key, value]) => `${key}:${value}`).join('/')],
    ['fix', scenario.fix.join(',')], ['close', scenario.close.join(',')], ['by', scenario.profile === NO_SCENARIO.profile ? '' : scenario.profile], ['size', sizes.join(',')],
    ['time', scenario.at]].filter(([, value]) => value)
}

export function readBottlenecks(given) {
  if (given.get('place') !== 'bottlenecks') return {}
  const register = { ...NO_REGISTER }
  for (const part of (given.get('bn') ?? '').split('/')) {
    const [, key, value] = /^(\w+):([\w,.-]+)$/.exec(part) ?? []
    if (LISTS.includes(key)) register[key] = value.split(',')
    else if (key === 'in') register.territory = value
    else if (key && key in register && key !== 'territory') register[key] = value
  }
  const scenario = { ...NO_SCENARIO, fix: ids(given.get('fix')), close: ids(given.get('close')), profile: /^[a-z_0-9]+$/.exec(given.get('by') ?? '')?.[0] ?? NO_SCENARIO.profile,
    at: /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.exec(given.get('time') ?? '')?.[0] ?? '' }
  for (const part of (given.get('size') ?? '').split(',')) {
    const [, size, value] = /^(\w+):(\d{1,3}(?:\.\d+)?)$/.exec(part) ?? []
    if (SIZES.includes(size)) scenario[size] = value
  }
  return { register, scenario, bnTab: BOTTLENECK_TABS.includes(given.get('show')) ? given.get('show') : 'list' }
}

const ids = (text) => [...new Set((text ?? '').split(',').map(Number).filter((id) => Number.isSafeInteger(id) && id > 0))]

/** How much is gained, in classes that colour, size and a sign tell apart; seconds. */
export const GAIN_CLASSES = [
  { id: 'reachable', sign: '★', colour: '#004488', radius: 11 },
  { id: 'over10', sign: '++', colour: '#117733', radius: 10, from: 600 },
  { id: 'over2', sign: '+', colour: '#2a7d70', radius: 8, from: 120 },
  { id: 'some', sign: '·', colour: '#77772a', radius: 6, from: 1 },
  { id: 'loses', sign: '−', colour: '#aa3377', radius: 8 },
]

/** The class of a change; null if its times stay. */
export function gainClass({ seconds, gains, loses, kinds }) {
  if (kinds.some(({ before, after }) => before == null && after != null)) return 'reachable'
  if (loses && (!gains || seconds <= 0)) return 'loses'
  return GAIN_CLASSES.find(({ from }) => from !== undefined && seconds >= from)?.id ?? null
}
