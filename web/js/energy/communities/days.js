/** Hours of a year on the clock of the place (Europe/Rome), whose days have 23, 24 or 25 hours. */
export const SEASONS = ['winter', 'spring', 'summer', 'autumn']
const HOUR = 3_600_000

const lastSunday = (year, month) => {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return last.getUTCDate() - last.getUTCDay()
}

/** {month: 0 to 11, hour: 0 to 23} of every hour of the year, in their order. Summer time begins and ends at 1 o'clock UTC. */
export function clockOf(year) {
  const summer = [Date.UTC(year, 2, lastSunday(year, 2), 1), Date.UTC(year, 9, lastSunday(year, 9), 1)]
  const begin = Date.UTC(year, 0, 1) - HOUR // midnight in winter is 23 o'clock UTC
  const hours = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / HOUR
  return Array.from({ length: hours }, (_, i) => {
    const utc = begin + i * HOUR
    const local = new Date(utc + HOUR * (utc >= summer[0] && utc < summer[1] ? 2 : 1))
    return { month: local.getUTCMonth(), hour: local.getUTCHours() }
  })
}

/** Winter is December to February, and so on. */
export const seasonOf = (month) => SEASONS[Math.floor(((month + 1) % 12) / 3)]

/** The mean of every hour of the day by season: {winter: [24], …}. @param values one for every hour of the year */
export function typicalDays(values, year) {
  const sums = Object.fromEntries(SEASONS.map((season) => [season, { sum: Array(24).fill(0), count: Array(24).fill(0) }]))
  clockOf(year).forEach(({ month, hour }, i) => {
    const { sum, count } = sums[seasonOf(month)]
    sum[hour] += values[i]
    count[hour]++
  })
  return Object.fromEntries(SEASONS.map((season) => [season, sums[season].sum.map((sum, hour) => sum / sums[season].count[hour])]))
}
