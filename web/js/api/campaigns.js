/** The addresses of campaigns; writing requests carry the proof of the session. */
export function createCampaignsServer({ ask }) {
  const post = (address, content, options = {}) => ask(address, { ...options, method: 'POST', content })
  return {
    list: (options) => ask('/api/campaigns', options),
    read: (id, options) => ask(of(id), options),
    demonstration: () => ask('/api/campaigns/demonstration'),
    create: (content) => post('/api/campaigns', content),
    save: (id, version, content) => ask(of(id), { method: 'PUT', content, headers: { 'If-Match': `"${version}"` } }),
    remove: (id, version) => ask(of(id), { method: 'DELETE', headers: { 'If-Match': `"${version}"` } }),
    solve: (id, content) => post(`${of(id)}/solve`, content),
    stop: (id) => post(`${of(id)}/stop`, undefined),
    result: (id, options) => ask(`${of(id)}/result`, options),
    assign: (id, version, assignments) => ask(`${of(id)}/assignments`, { method: 'PUT', content: { assignments }, headers: { 'If-Match': `"r${version}"` } }),
    /** @param content a file, or what was copied out of a spreadsheet */
    table: (kind, content) => ask(`/api/campaigns/tables?table=${kind}`, { method: 'POST', text: content, headers: { 'Content-Type': 'application/octet-stream' } }),
    hosts: (ids, days) => post('/api/campaigns/hosts', { ids, days }),
    census: (q, options) => ask(`/api/hosts?${new URLSearchParams({ q, limit: 20 })}`, options),
  }
}

const of = (id) => `/api/campaigns/${encodeURIComponent(id)}`
export const resultFile = (id, ending, language) => `${of(id)}/result.${ending}?lang=${language}`
export const templateFile = (kind, ending, language) => `/api/campaigns/templates/${kind}.${ending}?lang=${language}`
