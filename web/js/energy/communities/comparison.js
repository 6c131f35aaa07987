import { incentivesOf } from './results.js'

/** Scenarios in rows: what each amounts to, and whether they differ in it. A value is null where it is not known. */
export const MEASURES = ['areaM2', 'plants', 'members', 'powerKw', 'productionKwh', 'selfConsumedKwh', 'sharedKwh', 'sharedShare', 'incentivesEur', 'investmentEur', 'incomeEur', 'paybackYears', 'co2Kg']
/** Whether more or less is better; the others are neither. */
const BETTER = { productionKwh: 1, selfConsumedKwh: 1, sharedKwh: 1, sharedShare: 1, incentivesEur: 1, incomeEur: 1, paybackYears: -1, co2Kg: 1, investmentEur: -1 }

export function measuresOf({ plants, members }, { totals, economics, incentives }) {
  return {
    areaM2: economics.areaM2 > 0 ? economics.areaM2 : null, plants: plants.length, members: members.length, powerKw: economics.powerKw, productionKwh: totals.productionKwh,
    selfConsumedKwh: totals.selfConsumedKwh, sharedKwh: totals.sharedKwh, sharedShare: totals.sharedShare ?? null,
    incentivesEur: incentivesOf({ incentives }), investmentEur: economics.investmentEur, incomeEur: economics.incomeEur,
    paybackYears: economics.paybackYears ?? null, co2Kg: economics.co2Kg,
  }
}

/** @param all measures of each scenario, null for one that could not be computed @returns [{measure, values, differs, best: [boolean]}] */
export function comparisonRows(all) {
  return MEASURES.map((measure) => {
    const values = all.map((one) => one?.[measure] ?? null)
    const known = values.filter((value) => value !== null)
    const differs = known.length > 1 && known.some((value) => Math.abs(value - known[0]) > 1e-9 * Math.max(1, Math.abs(known[0])))
    const best = BETTER[measure] && differs ? (BETTER[measure] > 0 ? Math.max : Math.min)(...known) : null
    return { measure, values, differs, best: values.map((value) => best !== null && value === best) }
  })
}
