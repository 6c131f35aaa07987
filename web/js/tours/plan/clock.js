/** Times of day as people write them (HH:MM, Europe/Rome), and the instants of answers, which say them with their offset. */
const DAY_MS = 86_400_000

export const minutesOf = (time) => {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(time ?? '') ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
export const timeOf = (minutes) => {
  const held = Math.max(0, Math.min(1439, Math.round(minutes)))
  return `${String(Math.floor(held / 60)).padStart(2, '0')}:${String(held % 60).padStart(2, '0')}`
}
export const later = (time, minutes) => timeOf(minutesOf(time) + minutes)
/** The time of day of an instant, as its own offset says it: an answer speaks on the clock of the place. */
export const clockOf = (instant) => /T(\d\d:\d\d)/.exec(instant ?? '')?.[1] ?? instant ?? ''
export const minutesBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000)

/** @param day YYYY-MM-DD */
export const dayAfter = (day, days = 1) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
export const weekday = (day) => new Date(`${day}T00:00:00Z`).getUTCDay() // 0 is Sunday
/** The first day from this one on that is no Saturday and no Sunday. */
export const workday = (day) => ([0, 6].includes(weekday(day)) ? workday(dayAfter(day)) : day)
/** Four weeks from now, so that hosts have their days of notice. */
export const usualDay = (now = new Date()) => workday(dayAfter(now.toISOString().slice(0, 10), 28))
