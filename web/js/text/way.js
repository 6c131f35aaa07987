import { number } from './format.js'
import { t } from './text.js'

const NO_BREAK = '\u00a0'

/** Seconds as hours and minutes; below a minute as such. */
export function duration(seconds) {
  const minutes = Math.round(seconds / 60)
  if (seconds < 60) return t('way.underMinute')
  if (minutes < 60) return `${minutes}${NO_BREAK}min`
  return `${Math.floor(minutes / 60)}${NO_BREAK}h ${String(minutes % 60).padStart(2, '0')}${NO_BREAK}min`
}

/** Metres, from one thousand on as kilometres. */
export function distance(metres) {
  if (metres < 1000) return `${number(metres < 100 ? Math.round(metres / 5) * 5 : Math.round(metres / 10) * 10, 0)}${NO_BREAK}m`
  return `${number(metres / 1000, metres < 100_000 ? 1 : 0)}${NO_BREAK}km`
}
