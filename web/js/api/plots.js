import { json } from './server.js'

export const PAGE = 50

/** The addresses of the place Plots. What is empty is left out of a question. */
export const plotServer = {
  /** {total, facets, items, permalink}; @throws ServerProblem whose detail says what is wrong with the filter */
  search: ({ filter, sort, language, limit = PAGE, offset = 0 }, options) => json(`/api/plots?${query({ filter, sort, limit, offset, lang: language })}`, options),

  /** {unions, complete, permalink} of plots beside each other. */
  joinable: ({ filter, minArea, maxOwners, limit = 20 }, options) => json(`/api/plots/joinable?${query({ filter, minArea, maxOwners, limit })}`, options),

  /** The ids of those plots that a search would show; asked in passing, so that it is not counted as somebody's search. */
  offered: async (filter, options) => new Set((await json(`/api/plots/values?${query({ filter, attributes: 'area_m2' })}`, options)).ids),
}

/** Where exactly the plots that are looked for lie as a file. */
export const plotDownload = ({ filter, sort }, format, language) => `/ogc/collections/plot/download?${query({ f: format, filter, sortby: sort, lang: language })}`

const query = (parameters) => new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined))
