/**
 * What the form can ask, in the order of the page: groups of {key, kind}. `key` is an attribute of the layer plot where the kind
 * is none of words, shape and around.
 *
 * Values by kind: range {min?, max?, unknown?}, codes and list {values, unknown?}, flag true, day {by, unknown?}, words a text,
 * shape {box: [west, south, east, north]} or {ring: [[longitude, latitude], …]}, around {longitude, latitude, metres}.
 * `unknown` also takes plots of which it is not known.
 */
export const GROUPS = [
  { id: 'main', open: true, fields: [{ key: 'words', kind: 'words' }, range('area_m2'), codes('status'), range('price_eur'), range('price_eur_m2')] },
  { id: 'where', open: true, fields: [codes('territory_code'), codes('municipality_code'), numbers('zone_id'), { key: 'shape', kind: 'shape' }, { key: 'around', kind: 'around' }] },
  { id: 'market', fields: [day('available_from'), codes('offer_type'), codes('land_history'), codes('owner_type'), flag('divisible'), codes('urbanisation_status')] },
  { id: 'use', fields: [list('permitted_activities'), list('permitted_ateco')] },
  { id: 'quantities', fields: [range('max_floor_area_m2'), range('residual_floor_area_m2'), range('max_covered_area_m2'), range('floor_area_index_m2_m2'),
    range('coverage_percent'), range('max_height_m')] },
  { id: 'utilities', fields: [least('electricity_kw', 'electricity_present'), least('gas_m3_h', 'gas_present'), least('water_l_s', 'water_present'),
    least('sewer_l_s', 'sewer_present'), least('fibre_mbit_s', 'fibre_present'), flag('high_voltage_present'), flag('district_heating_present'), flag('rail_siding'), flag('quay')] },
  { id: 'zones', fields: [flag('in_logistics_zone'), flag('in_aid_area'), flag('cer_ready'), codes('substation_code'), codes('apea_status')] },
  { id: 'access', fields: ['truck_min', 'car_min'].flatMap((by) => ['toll_gate', 'rail_terminal', 'port', 'airport', 'station'].map((gateway) => most(`${by}_${gateway}`))) },
]

function range(key) { return { key, kind: 'range' } }
function codes(key) { return { key, kind: 'codes' } }
/** Codes that are numbers in the database; values are texts here all the same. */
function numbers(key) { return { key, kind: 'codes', numeric: true } }
function list(key) { return { key, kind: 'list' } }
function flag(key) { return { key, kind: 'flag' } }
function day(key) { return { key, kind: 'day' } }
/** A range of which the form shows the lower end, beside the box of the utility itself. */
function least(key, present) { return { key, kind: 'range', only: 'min', present } }
/** A range of which the form shows the upper end. */
function most(key) { return { key, kind: 'range', only: 'max' } }

/** All fields in their order; a box beside a range is a field of its own. */
export const FIELDS = GROUPS.flatMap(({ fields }) => fields.flatMap((field) => (field.present ? [flag(field.present), field] : [field])))

/** Where free words are looked for. */
export const WORD_ATTRIBUTES = ['name', 'code', 'address', 'description_it', 'description_en']

/** The key of a field whose value asks for nothing is left out. */
export function isEmpty(field, value) {
  if (value === undefined || value === null) return true
  switch (field.kind) {
    case 'range': return value.min === undefined && value.max === undefined
    case 'codes': case 'list': return value.values.length === 0 && !value.unknown
    case 'day': return !value.by
    case 'words': return value.trim() === ''
    default: return value === false
  }
}

/** The same question with one condition changed, or without it when the value is empty. `rest` holds what the form can not express. */
export function withCondition(question, key, value) {
  const field = FIELDS.find((one) => one.key === key)
  const { [key]: _, ...others } = question.conditions
  return { ...question, conditions: isEmpty(field, value) ? others : { ...others, [key]: value } }
}

export const withoutRest = (question, index) => ({ ...question, rest: question.rest.filter((_, i) => i !== index) })
