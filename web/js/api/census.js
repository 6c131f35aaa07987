const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''))

/** The addresses of the place Census; writing ones carry the proof of the session. */
export function createCensusServer({ ask }) {
  return {
    dimensions: (options) => ask('/api/census/dimensions', options),
    statistics: (values, options) => ask(`/api/census/statistics?${query(values)}`, options),

    overview: (values, options) => ask(`/api/census/overview?${query(values)}`, options),
    renew: (territory) => ask(`/api/census/editions?${query({ territory })}`, { method: 'POST' }),

    networks: (values, options) => ask(`/api/networks?${query(values)}`, options),
    network: (id, options) => ask(`/api/networks/${id}`, options),
    networkHistory: (id, options) => ask(`/api/networks/${id}/history`, options),
    importNetworks: (territory, text) => ask(`/api/networks/import?${query({ territory })}`, { method: 'POST', text, headers: { 'Content-Type': 'text/csv' } }),
    makeNetwork: (content) => ask('/api/networks', { method: 'POST', content }),
    changeNetwork: (id, version, content) => ask(`/api/networks/${id}`, { method: 'PUT', content, headers: { 'If-Match': `"${version}"` } }),
    removeNetwork: (id, version) => ask(`/api/networks/${id}`, { method: 'DELETE', headers: { 'If-Match': `"${version}"` } }),
  }
}

/** @param format csv, xlsx or json */
export const statisticsFile = (values, format, language) => `/api/census/statistics${format === 'json' ? '' : `.${format}`}?${query({ ...values, lang: format === 'json' ? null : language })}`
