/** Examples to begin with; they are ours and nobody's rule. Attributes that an installation does not have are left out. */
const wish = (attribute, direction, weight, more = {}) => ({ attribute, direction, weight, worst: null, best: null, required: false, shape: 'linear', ...more })

export const PRESETS = {
  logistics: [wish('truck_min_toll_gate', 'min', 35), wish('area_m2', 'max', 20), wish('price_eur_m2', 'min', 20), wish('truck_min_rail_terminal', 'min', 15), wish('max_height_m', 'max', 10)],
  energy: [wish('electricity_kw', 'max', 40), wish('high_voltage_distance_m', 'min', 20), wish('price_eur_m2', 'min', 20), wish('gas_m3_h', 'max', 10), wish('water_l_s', 'max', 10)],
  budget: [wish('price_eur_m2', 'min', 60), wish('urbanisation_charges_eur_m2', 'min', 25), wish('electricity_distance_m', 'min', 15)],
}

const LESS = /^(price|urbanisation_charges|(truck|car)_(min|km)_|built_floor_area|available_from)|_distance_m$/

/** What a criterion begins as: less is better of prices, charges, distances and times, sooner of days. */
export const newWish = (attribute) => wish(attribute, LESS.test(attribute) ? 'min' : 'max', 50)

/** What can be ranked by, as the server sees it too. */
export const isCountable = ({ type, codes, reference }) => ['number', 'integer', 'boolean', 'date'].includes(type) && !codes && !reference
