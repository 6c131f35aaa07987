import { language, pick, t } from './text.js'

const NO_BREAK = '\u00a0'

/** A number as the chosen language writes it; without a unit it is grouped from five digits on, so that years stay years. */
export const number = (value, digits = 2, options = { useGrouping: 'min2' }) =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: digits, ...options }).format(value)

export function withUnit(value, unit) {
  if (!unit) return number(value, 3)
  if (unit === '%') return `${number(value, 1)}%`
  const cents = unit.startsWith('€') && !Number.isInteger(value) ? { minimumFractionDigits: 2 } : {}
  return number(value, /[€/]/.test(unit) ? 2 : 1, { useGrouping: 'always', ...cents }) + NO_BREAK + unit
}

/** A calendar day (YYYY-MM-DD); it has no time zone, so it is read and written as UTC. */
export const day = (value) =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value.slice(0, 10)}T00:00:00Z`))

/** A day and time on the clock of the place (YYYY-MM-DDTHH:MM); it has no time zone, so it is read and written as UTC. */
export const clock = (value) =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${value}Z`))

export const moment = (value) =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' }).format(new Date(value))

/** The same for narrow columns. */
export const shortMoment = (value) =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Rome' }).format(new Date(value))

/** Degrees with five decimals: about a metre. */
export const degrees = (value) =>
  new Intl.NumberFormat(language(), { minimumFractionDigits: 5, maximumFractionDigits: 5 }).format(value)

export const position = (latitude, longitude) => t('position', { latitude: degrees(latitude), longitude: degrees(longitude) })

/** A known value of an attribute as text; lists are joined, codes are translated. */
export function valueText(attribute, value, catalogue) {
  if (Array.isArray(value)) return value.map((one) => scalarText(attribute, one, catalogue)).join(', ')
  return scalarText(attribute, value, catalogue)
}

function scalarText(attribute, value, catalogue) {
  if (attribute.codes) return pick(catalogue.codeTitle(attribute.codes, value)) || String(value)
  switch (attribute.type) {
    case 'boolean': return t(value ? 'yes' : 'no')
    case 'date': return day(value)
    case 'datetime': return moment(value)
    case 'number': case 'integer': return withUnit(value, attribute.unit)
    default: return String(value)
  }
}
