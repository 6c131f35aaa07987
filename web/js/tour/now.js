/** What a traveller asks of the clock and of the place; pure, testable without a page. */

const EARTH_METRES = 6371008.8

/**
 * Where one is in the programme at a moment: {day, stop, state}, `state` being 'before' (the next day begins with `stop`), 'way' (under way to it), 'there' (at it),
 * 'home' (on the way to the end), 'over'. `day` and `stop` are indexes; stop is -1 where there is none.
 */
export function whereNow(days, moment) {
  const at = moment.getTime()
  const time = (text) => Date.parse(text)
  for (const [day, { start, stops, end }] of days.entries()) {
    if (at > time(end.time)) continue
    if (at < time(start.time)) return { day, stop: stops.length ? 0 : -1, state: 'before' }
    const stop = stops.findIndex(({ leave }) => at < time(leave))
    if (stop < 0) return { day, stop: -1, state: 'home' }
    return { day, stop, state: at < time(stops[stop].arrive) ? 'way' : 'there' }
  }
  return { day: -1, stop: -1, state: 'over' }
}

/** Metres as the crow flies between two [lon, lat]. */
export function metresBetween([lon, lat], [toLon, toLat]) {
  const rad = Math.PI / 180
  const half = Math.sin(((toLat - lat) * rad) / 2) ** 2 + Math.cos(lat * rad) * Math.cos(toLat * rad) * Math.sin(((toLon - lon) * rad) / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(half))
}

/** A length as people say it. */
export const roughly = (metres, number) => (metres < 950 ? `${Math.round(metres / 10) * 10} m` : `${number(metres / 1000, metres < 9500 ? 1 : 0)} km`)
