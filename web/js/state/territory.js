const KEY = 'comparto-territory'
const CLOSE_ENOUGH = 9 // from this zoom on somebody looks at a place, and not at the country

/** The territory that was chosen last in this browser; none where it keeps nothing. */
export const lastChosen = {
  get: () => attempt(() => localStorage.getItem(KEY)),
  put: (code) => attempt(() => localStorage.setItem(KEY, code)),
}

/**
 * Which territory's figures are shown first: those of the account's territory, of the one that was looked for, of the place on the map, of the one chosen last, or of the nearest.
 * Undefined where there is no territory yet.
 */
export function firstOf({ list, around }, { session, territory, view }, before = lastChosen.get()) {
  const known = (wanted) => list.find(({ code }) => code === wanted)?.code
  const here = around(view)?.code
  return known(session?.account?.territory) ?? known(territory) ?? (view.zoom >= CLOSE_ENOUGH ? here : undefined) ?? known(before) ?? here ?? nearest(list, view)?.code
}

function nearest(list, { latitude, longitude }) {
  const far = ({ box: [west, south, east, north] }) => Math.hypot(((west + east) / 2 - longitude) * Math.cos((latitude * Math.PI) / 180), (south + north) / 2 - latitude)
  return [...list].sort((one, other) => far(one) - far(other))[0]
}

function attempt(work) {
  try {
    return work() ?? null
  } catch {
    return null
  }
}
