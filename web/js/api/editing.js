const versioned = (version) => ({ 'If-Match': `"${version}"` })
const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''))

/** The addresses by which features are proposed, reviewed and looked back at; versions are whole numbers. */
export function createEditingServer({ ask }) {
  const proposal = (id) => `/api/proposals/${id}`
  const past = (layer, id) => `/api/history/${layer}/${id}`
  return {
    /** {attributes}: what the caller may fill in, fields of the desk among them for those who see them. */
    form: (layer, options) => ask(`/api/layers/${layer}/form`, options),
    /** {storable, complete, faults} */
    check: (layer, feature, content, options) => ask(`/api/editing/checks?${query({ layer, feature })}`, { ...options, method: 'POST', content }),
    operation: (content, options) => ask('/api/editing/operations', { ...options, method: 'POST', content }),

    proposals: (filters, options) => ask(`/api/proposals?${query(filters)}`, options),
    proposal: (id, options) => ask(proposal(id), options),
    create: (content) => ask('/api/proposals', { method: 'POST', content }),
    save: (id, version, content) => ask(proposal(id), { method: 'PUT', content, headers: versioned(version) }),
    rebase: (id, version, content) => ask(`${proposal(id)}/rebase`, { method: 'POST', content, headers: versioned(version) }),
    step: (id, version, content) => ask(`${proposal(id)}/steps`, { method: 'POST', content, headers: versioned(version) }),
    comment: (id, content) => ask(`${proposal(id)}/comments`, { method: 'POST', content }),
    resolve: (id, comment) => ask(`${proposal(id)}/comments/${comment}/resolution`, { method: 'POST', content: { resolved: true } }),

    notifications: (lang, options) => ask(`/api/notifications?${query({ lang })}`, options),
    seen: (upTo) => ask('/api/notifications/seen', { method: 'POST', content: { upTo } }),

    versions: (layer, id, page, options) => ask(`${past(layer, id)}?${query(page)}`, options),
    version: (layer, id, version, options) => ask(`${past(layer, id)}/${version}`, options),
    difference: (layer, id, from, to, options) => ask(`${past(layer, id)}/diff?${query({ from, to })}`, options),
    restore: (layer, id, version, content) => ask(`${past(layer, id)}/restore`, { method: 'POST', content, headers: versioned(version) }),
    retired: (layer, options) => ask(`/api/history/retired?${query({ layer })}`, options),
  }
}
