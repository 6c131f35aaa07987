/** Opening hours of OpenStreetMap, as far as a week with exceptions can show them; what it can not show stays as it was written. */
export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const CLOCK = '(?:[01]\\d|2[0-4]):[0-5]\\d'
const SPANS = new RegExp(`^${CLOCK}-${CLOCK}(?:,${CLOCK}-${CLOCK})*$`)
const WEEK = /^((?:(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?|PH)(?:,(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?|PH))*)\s+(.+)$/
const DATED = /^(\d{4}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{1,2})(?:-(?:(?:(\d{4}) )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) )?(\d{1,2}))?\s+(.+)$/

/** An empty week: for each day its spans [[from, to]]; `holidays` null (as any day), [] (closed) or spans; `exceptions` [{from, to, spans}]; `rest` the text kept. */
export const emptyWeek = () => ({ days: Object.fromEntries(DAYS.map((day) => [day, []])), holidays: null, exceptions: [], rest: '' })

/**
 * Reads a text. Rules that a week can not show are kept word for word in `rest` if they come last, since later rules win; else all of the
 * text is.
 */
export function readHours(text) {
  const week = emptyWeek()
  const rules = (text ?? '').split(';').map((rule) => rule.trim()).filter(Boolean)
  let stage = 0 // a week first, then holidays, then exceptions: as they are written again
  for (const [i, rule] of rules.entries()) {
    const took = takeWeekRule(rule, week, stage) ?? takeDatedRule(rule, week)
    if (took === undefined) {
      const rest = rules.slice(i)
      return rest.some((later) => (takeWeekRule(later, emptyWeek(), 0) ?? takeDatedRule(later, emptyWeek())) !== undefined) ? { ...emptyWeek(), rest: text.trim() } : { ...week, rest: rest.join('; ') }
    }
    stage = took
  }
  return week
}

function takeWeekRule(rule, week, stage) {
  const [, names, hours] = WEEK.exec(rule) ?? []
  const spans = readSpans(hours)
  if (!names || !spans || stage > 1) return undefined
  const named = names.split(',').flatMap(expand)
  if (stage === 1 && named.some((day) => day !== 'PH')) return undefined
  for (const day of named) day === 'PH' ? (week.holidays = spans) : (week.days[day] = spans)
  return named.includes('PH') ? 1 : 0
}

function takeDatedRule(rule, week) {
  const [, year, month, day, lastYear, lastMonth, lastDay, hours] = DATED.exec(rule) ?? []
  const spans = readSpans(hours)
  if (!year || !spans) return undefined
  const from = date(year, month, day)
  const to = lastDay ? date(lastYear ?? year, lastMonth ?? month, lastDay) : from
  if (!from || !to || to < from) return undefined
  week.exceptions.push({ from, to, spans })
  return 2
}

/** The text of a week; null where nothing is open and nothing was kept. */
export function writeHours({ days, holidays, exceptions, rest }) {
  const rules = []
  for (let i = 0; i < DAYS.length; ) {
    let last = i
    while (last + 1 < DAYS.length && same(days[DAYS[last + 1]], days[DAYS[i]])) last++
    if (days[DAYS[i]].length > 0) rules.push(`${last > i ? `${DAYS[i]}-${DAYS[last]}` : DAYS[i]} ${spansText(days[DAYS[i]])}`)
    i = last + 1
  }
  if (holidays) rules.push(`PH ${holidays.length === 0 ? 'off' : spansText(holidays)}`)
  for (const { from, to, spans } of exceptions) rules.push(`${dateText(from)}${to > from ? `-${dateText(to)}` : ''} ${spans.length === 0 ? 'off' : spansText(spans)}`)
  if (rest.trim()) rules.push(rest.trim())
  return rules.join('; ') || null
}

/** What is wrong with the spans of a day: 'order' (ends before it begins), 'overlap', or null. */
export function spansFault(spans) {
  const sorted = [...spans].sort(([a], [b]) => a.localeCompare(b))
  if (spans.some(([from, to]) => !from || !to || to <= from)) return 'order'
  return sorted.some(([from], i) => i > 0 && from < sorted[i - 1][1]) ? 'overlap' : null
}

function readSpans(text) {
  if (text === 'off' || text === 'closed') return []
  const plain = text?.replace(/\s*,\s*/g, ',')
  return plain && SPANS.test(plain) ? plain.split(',').map((span) => span.split('-')) : undefined
}

function expand(name) {
  const [from, to] = name.split('-')
  if (!to) return [from]
  const [first, last] = [DAYS.indexOf(from), DAYS.indexOf(to)]
  return first <= last ? DAYS.slice(first, last + 1) : [...DAYS.slice(first), ...DAYS.slice(0, last + 1)]
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
const spansText = (spans) => [...spans].sort(([a], [b]) => a.localeCompare(b)).map((span) => span.join('-')).join(',')
const dateText = (iso) => `${iso.slice(0, 4)} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(8)}`

/** ISO; null for a day that no calendar has. */
function date(year, month, day) {
  const iso = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  const made = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(iso) ? iso : null
}
