/**
 * Reads measured loads or prices from a CSV file: a value for each hour of the year, or for each quarter of an hour, in the last column; an optional first
 * column says when. A first line that names kW makes mean power of the values, else they are kWh (or prices). What is wrong is told by row, so that it can be put right in the file.
 */
const MOST_TOLD = 20
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ZONED = /\d([+-]\d\d:?\d\d|Z)$/

export const hoursOf = (year) => ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 8784 : 8760)

/**
 * @param text of the file
 * @param year that it has to fill
 * @param negative whether values below 0 are allowed, as prices are
 * @returns {values, step: 60 | 15, problems: [{row, kind, …}], more: problems that are not listed}; values only count where there are no problems
 */
export function readSeries(text, { year, negative = false }) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).map((line, i) => ({ line: line.trim(), row: i + 1 })).filter(({ line }) => line !== '')
  const problems = []
  if (lines.length === 0) return { values: [], step: 60, problems: [{ row: 1, kind: 'empty' }], more: 0 }
  const split = splitter(lines.slice(0, 3).map(({ line }) => line))
  const isHeader = Number.isNaN(readNumber(split(lines[0].line).at(-1)))
  const factor = isHeader && /\bkw\b/i.test(lines[0].line) ? (count) => (count > hoursOf(year) * 2 ? 0.25 : 1) : () => 1 // kW are the mean of their step
  const rows = lines.slice(isHeader ? 1 : 0).map(({ line, row }) => ({ cells: split(line), row }))
  const decimal = decimalOf(rows.map(({ cells }) => cells.at(-1)))
  const values = rows.map(({ cells, row }) => {
    const value = readNumber(cells.at(-1), decimal)
    if (Number.isNaN(value)) problems.push({ row, kind: 'number', text: cells.at(-1) })
    else if (value < 0 && !negative) problems.push({ row, kind: 'negative', text: cells.at(-1) })
    return value
  })
  const hours = hoursOf(year)
  const step = values.length > hours * 2 ? 15 : 60
  problems.push(...wrongTimes(rows, step, year))
  const expected = step === 15 ? hours * 4 : hours
  if (values.length !== expected) problems.push({ row: rows.at(-1)?.row ?? 1, kind: 'count', got: values.length, expected, hours, year })
  return { values: values.map((value) => value * factor(values.length)), step, problems: problems.slice(0, MOST_TOLD), more: Math.max(0, problems.length - MOST_TOLD) }
}

/** Semicolons and tabs part columns wherever they are; a comma does where what stands before it is no number, else it is decimal. */
function splitter(samples) {
  const sign = [';', '\t'].find((one) => samples.some((line) => line.includes(one))) ?? (samples.some((line) => line.includes(',') && Number.isNaN(readNumber(line))) ? ',' : null)
  const closing = sign && samples.every((line) => line.endsWith(sign)) // an empty column that some programs add
  return (line) => (sign ? line.split(sign) : [line]).slice(0, closing && line.endsWith(sign) ? -1 : undefined).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

/** Which sign the numbers of a file use before their decimals; null where none of them tells. */
function decimalOf(texts) {
  const tells = (sign, other) => texts.some((text) => new RegExp(`\\${sign}(\\d{1,2}|\\d{4,})$|\\d\\${other}\\d{3}\\${sign}\\d`).test(text ?? ''))
  return tells(',', '.') ? ',' : tells('.', ',') ? '.' : null
}

/** `1234.5`, `1234,5`, `1.234,5`; NaN for anything else. What could be decimals or thousands is what the other numbers of the file make it. */
function readNumber(text, decimal = null) {
  if (!/^[+-]?[\d.,]+(e[+-]?\d+)?$/i.test(text ?? '')) return NaN
  const group = decimal === ',' ? '.' : ','
  if (decimal && new RegExp(`^[+-]?[1-9]\\d{0,2}(\\${group}\\d{3})+$`).test(text)) return Number(text.replaceAll(group, ''))
  const comma = text.lastIndexOf(',')
  return Number(comma > text.lastIndexOf('.') ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', ''))
}

/**
 * Local times go on by one step; in spring an hour is missing, in autumn one comes twice: a file of days of 24 hours throughout is an hour off all summer. Times with
 * their distance from UTC go on without a jump. Times that nobody can read are not looked at.
 */
function wrongTimes(rows, step, year) {
  if (rows.length < 2 || rows[0].cells.length < 2 || readTime(rows[0].cells[0]) === null) return []
  if (ZONED.test(rows[0].cells[0])) return wrongInstants(rows, step, year)
  const summer = lastSunday(year, 2)
  const winter = lastSunday(year, 9)
  let twice = false
  const problems = []
  let before = null
  rows.forEach(({ cells, row }) => {
    const time = readTime(cells[0])
    if (time === null) problems.push({ row, kind: 'time', text: cells[0] })
    else if (time >= summer && time < summer + HOUR) problems.push({ row, kind: 'summer', text: cells[0] })
    else if (before !== null && !follows(time, before, step)) problems.push({ row, kind: 'order', text: cells[0] })
    else if (time === winter + HOUR && !twice) problems.push({ row, kind: 'winter', text: cells[0] })
    twice ||= before !== null && time <= before && time >= winter && time < winter + HOUR
    before = time ?? before
  })
  const first = new Date(readTime(rows[0].cells[0]))
  if (first.getUTCFullYear() !== year || first.getUTCMonth() !== 0 || first.getUTCDate() !== 1) problems.push({ row: rows[0].row, kind: 'begin', text: rows[0].cells[0], year })
  return problems
}

function wrongInstants(rows, step, year) {
  const times = rows.map(({ cells }) => (ZONED.test(cells[0]) ? Date.parse(cells[0].replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : NaN))
  const problems = rows.flatMap(({ cells, row }, i) => (Number.isNaN(times[i]) ? [{ row, kind: 'time', text: cells[0] }]
    : i > 0 && !Number.isNaN(times[i - 1]) && times[i] - times[i - 1] !== step * MINUTE ? [{ row, kind: 'order', text: cells[0] }] : []))
  if (times[0] !== Date.UTC(year, 0, 1) - HOUR) problems.push({ row: rows[0].row, kind: 'begin', text: rows[0].cells[0], year }) // midnight in Rome
  return problems
}

/** Two in the night of the last Sunday of a month, as if it were UTC. */
function lastSunday(year, month) {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 2)
}

/** An hour is missing on a day of March and comes twice on one of October. */
function follows(time, before, step) {
  const minutes = (time - before) / MINUTE
  const month = new Date(time).getUTCMonth()
  return minutes === step || (month === 2 && minutes === step + 60) || (month === 9 && minutes === step - 60)
}

/** `2026-01-31 13:15`, `31/01/2026 13:15`, with or without seconds; milliseconds as if they were UTC, null for anything else. */
function readTime(text) {
  const iso = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)/.exec(text)
  const italian = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4}) (\d\d?)[:.](\d\d)/.exec(text)
  const [year, month, day, hour, minute] = iso ? iso.slice(1) : italian ? [italian[3], italian[2], italian[1], italian[4], italian[5]] : []
  return year ? Date.UTC(year, month - 1, day, hour, minute) : null
}
