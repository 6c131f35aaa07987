/**
 * An energy community as somebody puts it together: plain data and pure changes, so that every step can be taken back. Power in kW, energy in kWh, prices in
 * EUR/MWh, places [longitude, latitude]. What is null is not known.
 */
export const KINDS = ['person', 'sme', 'large_firm', 'municipality', 'public_body', 'third_sector', 'religious', 'research', 'other']
export const ARCHETYPES = ['household', 'office', 'retail', 'one_shift', 'two_shift', 'three_shift', 'cold_store']
export const TECHNOLOGIES = ['pv_roof', 'pv_canopy', 'pv_ground', 'agripv', 'pv_floating', 'wind', 'biomethane']

/** `builder` is the page's own and read by nobody else: the primary-substation area that was chosen last, and the names of uploaded files by id. */
export const newScenario = (values) => ({ name: '', year: null, territory: null, established: null, plants: [], members: [], prices: { constant: 110 }, parameters: {}, ...values,
  builder: { substation: null, files: {}, ...values?.builder } })

const nextId = (letter, list) => `${letter}${1 + Math.max(0, ...list.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0)))}`
const isSame = (feature) => (one) => Boolean(feature) && one.feature === feature

export const describe = (scenario, values) => ({ ...scenario, ...values })
export const note = (scenario, values) => ({ ...scenario, builder: { ...scenario.builder, ...values } })

/** A feature is taken once. */
export const addPlant = (scenario, plant) => (scenario.plants.some(isSame(plant.feature)) ? scenario
  : { ...scenario, plants: [...scenario.plants, { substation: scenario.builder.substation, ...plant, id: nextId('P', scenario.plants) }] })
export const changePlant = (scenario, id, values) => ({ ...scenario, plants: scenario.plants.map((one) => (one.id === id ? { ...one, ...values } : one)) })
export const dropPlant = (scenario, id) => ({ ...scenario, plants: scenario.plants.filter((one) => one.id !== id) })

export const addMember = (scenario, member) => (scenario.members.some(isSame(member.feature)) ? scenario
  : { ...scenario, members: [...scenario.members, { substation: scenario.builder.substation, ...member, id: nextId('M', scenario.members) }] })
export const changeMember = (scenario, id, values) => ({ ...scenario, members: scenario.members.map((one) => (one.id === id ? { ...one, ...values } : one)) })
/** Whoever is gone has no meter that a plant could stand behind. */
export const dropMember = (scenario, id) => ({ ...scenario, members: scenario.members.filter((one) => one.id !== id),
  plants: scenario.plants.map((plant) => (plant.member === id ? { ...plant, member: null } : plant)) })

/** @param value null: the one that the server proposes */
export function setParameter(scenario, name, value) {
  const { [name]: _, ...others } = scenario.parameters
  return { ...scenario, parameters: value === null ? others : { ...others, [name]: value } }
}

/** A company as a member; of which size it is has to be chosen where its record does not say. @param candidate of /api/energy/communities/candidates */
export const memberOfCompany = ({ feature, name, lon, lat, kind, annualKwh, ateco, atecoVersion }) => (
  { feature, name: name ?? '', kind: kind ?? null, annualKwh: annualKwh ?? null, archetype: 'one_shift', ateco: ateco ?? null, atecoVersion: atecoVersion ?? null, lon, lat })

/** What could bear a plant: the roof of a company, the ground of a plot that may be covered, or an area that was marked. */
export function plantOfCandidate({ feature, name, lon, lat, technology, marking, areaM2, kwp, kwhYear, roofM2, roofKwp, coveredM2 }) {
  const plant = { feature, name: name ?? '', lon, lat, technology: technology ?? 'pv_roof', kw: round(kwp ?? roofKwp), areaM2: roofM2 ?? coveredM2 ?? areaM2 ?? null, commissioned: null }
  const specific = kwp > 0 && kwhYear > 0 ? { yield: Math.round(kwhYear / kwp) } : {}
  return { ...plant, ...specific, ...(marking === 'built' ? { existing: true } : {}) }
}

const round = (kw) => (kw > 0 ? Number(kw.toFixed(1)) : null)

const has = (value) => value !== null && value !== undefined && value !== ''

/** What is still missing before a balance can be computed: [{list: 'plants' | 'members' | 'scenario', id, field}]. */
export function missing({ plants, members, prices, year }) {
  const of = (list, rows, fields) => rows.flatMap((row) => fields(row).filter((field) => !has(row[field])).map((field) => ({ list, id: row.id, field })))
  return [...(has(year) ? [] : [{ list: 'scenario', id: null, field: 'year' }]),
    ...(plants.length === 0 ? [{ list: 'scenario', id: null, field: 'plants' }] : []), ...(members.length === 0 ? [{ list: 'scenario', id: null, field: 'members' }] : []),
    ...of('plants', plants, () => ['kw', 'commissioned', 'technology', 'substation']),
    ...of('members', members, (member) => ['kind', 'substation', ...(member.hourly || member.quarterHourly ? [] : ['annualKwh', 'archetype'])]),
    ...(prices.monthly && prices.monthly.some((price) => !has(price)) ? [{ list: 'scenario', id: null, field: 'prices' }] : []),
    ...('constant' in prices && !has(prices.constant) ? [{ list: 'scenario', id: null, field: 'prices' }] : [])]
}

/** Without what is not known; the server takes a missing figure for that. */
const known = (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => has(value)))

/** What the server keeps, and computes from. A measured load says more than a yearly sum with an archetype, and stands in their place. */
export function documentOf({ name: _, plants, members, ...others }) {
  return { ...known(others), plants: plants.map(known), members: members.map((member) => known(member.hourly || member.quarterHourly ? { ...member, archetype: null, annualKwh: null } : member)) }
}

/** The scenario of what the server keeps. */
export const scenarioOf = ({ name, document }) => newScenario({ ...document, name })

/** Sums that need no server. */
export const sizeOf = ({ plants, members }) => ({ kw: plants.reduce((sum, { kw }) => sum + (kw ?? 0), 0), plants: plants.length, members: members.length,
  annualKwh: members.reduce((sum, member) => sum + (totalOf(member) ?? 0), 0) })
const totalOf = ({ hourly, quarterHourly, annualKwh }) => (hourly ?? quarterHourly)?.reduce((sum, value) => sum + value, 0) ?? annualKwh
