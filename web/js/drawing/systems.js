const EPSG = 'http://www.opengis.net/def/crs/EPSG/0/'

/**
 * The reference systems that coordinates can be typed in, those of module crs; names are of the EPSG register, in which latitude or
 * northing comes first where `northFirst` says so.
 */
export const SYSTEMS = [
  { code: 4326, name: 'WGS 84', northFirst: true, digits: 7 },
  { code: 7791, name: 'RDN2008 / UTM 32N', northFirst: false, digits: 2 },
  { code: 7792, name: 'RDN2008 / UTM 33N', northFirst: false, digits: 2 },
  { code: 6706, name: 'RDN2008', northFirst: true, digits: 7 },
  { code: 7794, name: 'RDN2008 / Italy zone', northFirst: false, digits: 2 },
  { code: 7795, name: 'RDN2008 / Zone 12', northFirst: false, digits: 2 },
  { code: 25832, name: 'ETRS89 / UTM 32N', northFirst: false, digits: 2 },
  { code: 25833, name: 'ETRS89 / UTM 33N', northFirst: false, digits: 2 },
  { code: 32632, name: 'WGS 84 / UTM 32N', northFirst: false, digits: 2 },
  { code: 32633, name: 'WGS 84 / UTM 33N', northFirst: false, digits: 2 },
  { code: 7793, name: 'RDN2008 / UTM 34N', northFirst: false, digits: 2 },
  { code: 3035, name: 'ETRS89-extended / LAEA Europe', northFirst: true, digits: 2 },
  { code: 3857, name: 'WGS 84 / Pseudo-Mercator', northFirst: false, digits: 2 },
]

export const systemOf = (code) => SYSTEMS.find((system) => system.code === Number(code)) ?? null
export const uriOf = ({ code }) => EPSG + code
const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

/** Coordinates of a system, in its order, as positions [longitude, latitude], and back. @param convert of api/drawing.js */
export const toPositions = async (coordinates, system, convert) => (system.code === 4326 ? coordinates.map(turned) : (await convert({ from: uriOf(system), to: CRS84, positions: coordinates })).positions)
export const fromPositions = async (positions, system, convert) => (system.code === 4326 ? positions.map(turned) : (await convert({ from: CRS84, to: uriOf(system), positions })).positions)

const turned = ([a, b]) => [b, a]

/** A coordinate as people type it, with a decimal comma or point, blanks between thousands; NaN if it is none. */
export const readNumber = (text) => {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '')
  return /^[-+]?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : NaN
}
