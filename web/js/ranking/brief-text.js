/**
 * What a project needs of a plot, by the names that the server gives (org.comparto.ranking.Brief), and as links carry it:
 * `areaFromM2:20000,powerKw:1000`. Values are texts as they were written; what is empty does not matter.
 */
const amount = (name, attribute, kind) => ({ name, attribute, kind, type: 'amount' })

/** The fields in the order of the form. `kind` says how the value of the attribute meets what is written. */
export const BRIEF_FIELDS = [
  amount('areaFromM2', 'area_m2', 'atLeast'), amount('areaToM2', 'area_m2', 'atMost'),
  { name: 'ateco', attribute: 'permitted_ateco', kind: 'contains', type: 'ateco' },
  { name: 'permittedActivity', attribute: 'permitted_activities', kind: 'contains', type: 'code' },
  { name: 'chain', attribute: null, codes: 'production_chain', kind: 'contains', type: 'code' },
  amount('floorAreaM2', 'max_floor_area_m2', 'atLeast'), amount('heightM', 'max_height_m', 'atLeast'),
  amount('powerKw', 'electricity_kw', 'atLeast'), amount('waterLs', 'water_l_s', 'atLeast'),
  amount('gasM3H', 'gas_m3_h', 'atLeast'), amount('fibreMbitS', 'fibre_mbit_s', 'atLeast'),
  { name: 'latest', attribute: 'available_from', kind: 'atMost', type: 'day' },
  { name: 'offerType', attribute: 'offer_type', kind: 'is', type: 'code' },
  amount('priceEurM2', 'price_eur_m2', 'atMost'), amount('budgetEur', 'price_eur', 'atMost'),
  amount('truckMinTollGate', 'truck_min_toll_gate', 'atMost'), amount('truckMinRailTerminal', 'truck_min_rail_terminal', 'atMost'),
  amount('truckMinPort', 'truck_min_port', 'atMost'), amount('truckMinAirport', 'truck_min_airport', 'atMost'),
  amount('truckMinStation', 'truck_min_station', 'atMost'),
  { name: 'railSiding', attribute: 'rail_siding', kind: 'is', type: 'yes' },
  { name: 'inLogisticsZone', attribute: 'in_logistics_zone', kind: 'is', type: 'yes' },
  { name: 'inAidArea', attribute: 'in_aid_area', kind: 'is', type: 'yes' },
]

const UNLIKE = {
  amount: (text) => !/^\d{1,12}(\.\d{1,6})?$/.test(text),
  ateco: (text) => !/^\d{2}(\.\d{1,2}(\.\d{1,2})?)?$/.test(text),
  day: (text) => !/^20\d{2}-\d{2}-\d{2}$/.test(text),
  code: (text) => !/^[a-z][a-z0-9_]*$/.test(text),
  yes: (text) => text !== 'true',
}

export const briefText = (needs) => BRIEF_FIELDS.filter(({ name }) => needs[name]).map(({ name }) => `${name}:${needs[name]}`).join(',')

/** Reads what makes sense and leaves out the rest. */
export function readBrief(text) {
  const needs = {}
  for (const part of (text ?? '').split(',')) {
    const [, name, value] = /^(\w+):(.+)$/.exec(part) ?? []
    const field = BRIEF_FIELDS.find((one) => one.name === name)
    if (field && !UNLIKE[field.type](value)) needs[name] = value
  }
  return needs
}

/** What is wrong with what was written: the names of fields. */
export function briefFaults(needs) {
  const faults = BRIEF_FIELDS.filter(({ name, type }) => needs[name] && UNLIKE[type](needs[name])).map(({ name }) => name)
  const isTurned = Number(needs.areaToM2) < Number(needs.areaFromM2)
  return isTurned && !faults.includes('areaToM2') ? [...faults, 'areaToM2'] : faults
}
