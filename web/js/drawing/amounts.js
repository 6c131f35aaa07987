import { number, withUnit } from '../text/format.js'

/** Lengths and areas as they are said while drawing: metres to a decimetre, from a hectare on hectares beside square metres. */
export const metres = (value) => withUnit(value >= 1000 ? Math.round(value) : Number(value.toFixed(1)), 'm')
export const squareMetres = (value) => withUnit(value < 100 ? Number(value.toFixed(1)) : Math.round(value), 'm²')
export const hectares = (value) => (value < 10_000 ? '' : `${number(value / 10_000, 2)}\u00a0ha`)
