const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''))

/** The addresses of the place Energy; writing ones carry the proof of the session. */
export function createEnergyServer({ ask }) {
  const post = (address, content, options) => ask(address, { ...options, method: 'POST', content })
  return {
    verdict: (content, options) => post('/api/energy/verdicts', content, options),
    storedVerdict: (id, options) => ask(verdictAddress(id), options),
    verdictAgain: (id, options) => ask(`${verdictAddress(id)}/again`, options),

    ruleset: (id, version, options) => ask(`/api/energy/rulesets/${id}${version ? `/${version}` : ''}`, options),
    /** @param content YAML */
    uploadRuleset: (content, options) => ask('/api/energy/rulesets', { ...options, method: 'POST', text: content, headers: { 'Content-Type': 'application/yaml' } }),
    activate: (id, version, content) => post(`/api/energy/rulesets/${id}/${version}/activation`, content),
    deactivate: (id, version, content) => post(`/api/energy/rulesets/${id}/${version}/deactivation`, content),
    preview: (content, options) => post('/api/energy/rulesets/preview', content, options),

    eligibleStatus: (options) => ask('/api/energy/eligible/status', options),
    computeEligible: (territory) => ask(`/api/energy/eligible/computation?${query({ territory })}`, { method: 'POST' }),
    difference: (values, options) => ask(`/api/energy/eligible/difference?${query(values)}`, options),

    /** The area of a file of any format that loads have, as {geometry, areas, leftOut, format, crs, warnings}. @param crs what its coordinates are, where it does not say */
    areaFile: (file, crs, options) => ask(`/api/area-files?${query({ name: file.name, crs })}`, { ...options, method: 'POST', text: file, headers: { 'Content-Type': 'application/octet-stream' } }),

    substationShares: (geometry, language, options) => post(`/api/energy/substations/shares?${query({ lang: language })}`, { geometry }, options),
    substationAt: ([lon, lat], options) => ask(`/api/energy/substations/at?${query({ lon, lat })}`, options),
    substationChanges: (values, options) => ask(`/api/energy/substations/changes?${query(values)}`, options),
    potential: (content, options) => post('/api/energy/potential', content, options),
    mark: (content, language) => post(`/api/energy/marks?${query({ lang: language })}`, content),
  }
}

export const verdictAddress = (id) => `/api/energy/verdicts/${encodeURIComponent(id)}`
export const verdictFile = (id, format, language) => `${verdictAddress(id)}.${format}${format === 'pdf' ? `?lang=${language}` : ''}`
export const substationChangesFile = (values) => `/api/energy/substations/changes.csv?${query(values)}`
export const rulesetFile = (id, version) => `/api/energy/rulesets/${id}/${version}?f=yaml`
