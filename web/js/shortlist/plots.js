import { plotServer } from '../api/plots.js'

/**
 * What is public of these plots, by id: {id, properties, isOffered}. What is no longer public is missing; what nobody has confirmed
 * for so long that the search hides it is not offered.
 */
export async function readPlots(server, ids, signal) {
  const filter = `id IN (${ids.join(',')})`
  const [{ features }, offered] = await Promise.all([server.features('plot', { filter, limit: ids.length }, { signal }), plotServer.offered(filter, { signal })])
  return new Map(features.map(({ id, properties }) => [id, { id, properties, isOffered: offered.has(id) }]))
}

/** The files that a list can be taken along as, in the server's words for the formats. */
export const EXPORTS = ['xlsx', 'csv', 'json', 'gpkg', 'kml']

export const exportAddress = (ids, format) =>
  `/ogc/collections/plot/items?${new URLSearchParams({ filter: `id IN (${ids.join(',')})`, limit: ids.length, f: format })}`

/** One PDF with the fact sheets of at most 20 plots. */
export const MOST_SHEETS = 20
export const sheetsAddress = (ids, language) => `/api/plots/sheets.pdf?${new URLSearchParams({ ids: ids.join(','), lang: language })}`
