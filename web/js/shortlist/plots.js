/** What is public of these plots, by id; what is no longer public is missing. */
export async function readPlots(server, ids, signal) {
  const { features } = await server.features('plot', { filter: `id IN (${ids.join(',')})`, limit: ids.length }, { signal })
  return new Map(features.map(({ id, properties, geometry }) => [id, { id, properties, geometry }]))
}

/** The files that a list can be taken along as, in the server's words for the formats. */
export const EXPORTS = ['xlsx', 'csv', 'json', 'gpkg', 'kml']

export const exportAddress = (ids, format) =>
  `/ogc/collections/plot/items?${new URLSearchParams({ filter: `id IN (${ids.join(',')})`, limit: ids.length, f: format })}`

/** One PDF with the fact sheets of at most 20 plots. */
export const MOST_SHEETS = 20
export const sheetsAddress = (ids, language) => `/api/plots/sheets.pdf?${new URLSearchParams({ ids: ids.join(','), lang: language })}`
