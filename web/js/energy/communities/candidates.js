/** Those whose name holds the words, by name. */
export function matching(candidates, words) {
  const wanted = plain(words)
  return candidates.filter(({ name }) => wanted === '' || plain(name ?? '').includes(wanted)).sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))
}

const plain = (text) => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().trim()

/** All that could bear a plant: marked areas first, then roofs, then plots. */
export const sitesOf = ({ areas, companies, plots }) => [...areas.filter(({ marking }) => marking !== 'unmarked'), ...companies.filter(({ roofKwp }) => roofKwp > 0), ...plots.filter(({ kwp }) => kwp > 0)]

const AROUND = 0.02 // degrees

/** What the server says of a feature that was clicked; null where it is nobody that a community could be made of. @param box of its shape */
export async function candidateOf(api, feature, [west, south, east, north], options) {
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  const found = await api.candidates({ bbox: [x - AROUND, y - AROUND, x + AROUND, y + AROUND].map((degrees) => degrees.toFixed(5)).join(',') }, options)
  return [...found.companies, ...found.areas, ...found.plots].find((one) => one.feature === feature) ?? null
}
