const DAY_MS = 86_400_000
const time = (day) => Date.parse(`${day}T00:00:00Z`)

/**
 * Where bars of validity lie on one line of time, in parts of its length: {bars: [{from, to}], now, years: [{year, at}]}. An open beginning or end reaches the edge,
 * half a year beyond what is known. @param spans [{from, to}] days or null, `to` being the first day after @param today YYYY-MM-DD
 */
export function timeline(spans, today) {
  const known = [today, ...spans.flatMap(({ from, to }) => [from, to])].filter(Boolean).map(time)
  const margin = 183 * DAY_MS
  const first = Math.min(...known) - margin
  const last = Math.max(...known) + margin
  const at = (when) => (when - first) / (last - first)
  const years = []
  for (let year = new Date(first).getUTCFullYear() + 1; time(`${year}-01-01`) < last; year++) years.push({ year, at: at(time(`${year}-01-01`)) })
  return { bars: spans.map(({ from, to }) => ({ from: from ? at(time(from)) : 0, to: to ? at(time(to)) : 1 })), now: at(time(today)), years }
}
