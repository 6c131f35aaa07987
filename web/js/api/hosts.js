import { problemOf, server } from './server.js'

const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''))
const keyed = (key) => (key ? { 'Tour-Key': key } : {})

/** The addresses of hosts and invitations. @param session asks, and proves who is signed in */
export function createHostServer(session) {
  const { ask } = session
  return {
    host: (id, days, options) => ask(`/api/hosts/${id}?${query(days)}`, options),
    /** What hours mean that somebody is writing: {readable, days: [{date, windows}]}. */
    hours: (asked, options) => ask(`/api/hosts/hours?${query(asked)}`, options),

    visit: (token, options) => ask(`/api/visits/${token}`, options),
    answer: (token, content) => ask(`/api/visits/${token}/answer`, { method: 'POST', content }),
    calendarOf: (token) => `/api/visits/${token}/visit.ics`,
    ownProfile: (token, options) => ask(`/api/visits/${token}/profile`, options),
    proposeProfile: (token, version, content) => ask(`/api/visits/${token}/profile`, { method: 'POST', content, headers: { 'If-Match': `"${version}"` } }),

    /** A feature as the editor sees it, with its version. */
    async feature(layer, id, { signal } = {}) {
      const answer = await fetch(`/ogc/collections/${layer}/items/${id}`, { signal, headers: { Accept: 'application/geo+json', 'Accept-Language': document.documentElement.lang } })
      if (!answer.ok) throw problemOf(answer.status, answer.statusText, {}, null)
      return { ...(await answer.json()), etag: answer.headers.get('ETag') }
    },
    /** Saves at once, or becomes a proposal where somebody else has to approve: {proposal: its address or null}. */
    async save(layer, id, etag, properties) {
      const answer = await fetch(`/ogc/collections/${layer}/items/${id}`, { method: 'PATCH', body: JSON.stringify({ properties }),
        headers: { 'Content-Type': 'application/merge-patch+json', Accept: 'application/geo+json', 'Accept-Language': document.documentElement.lang, 'If-Match': etag, ...session.proof() } })
      const said = answer.status === 204 ? {} : await answer.json().catch(() => ({}))
      if (!answer.ok) throw problemOf(answer.status, answer.statusText, said, null)
      return { proposal: answer.status === 202 ? answer.headers.get('Location') : null }
    },
    layer: (id, options) => server.layers(options).then((layers) => layers.layers?.find((one) => one.id === id) ?? null),

    invitations: (about, key, options) => ask(`/api/invitations?${query({ about })}`, { ...options, headers: keyed(key) }),
    /** All of one host, for the desk. */
    invitationsOf: (host, options) => ask(`/api/invitations?${query({ host })}`, options),
    invite: (content, key) => ask('/api/invitations', { method: 'POST', content, headers: keyed(key) }),
    withdraw: (id, reason, key) => ask(`/api/invitations/${id}/withdrawal`, { method: 'POST', content: { reason }, headers: keyed(key) }),
    takeOtherTime: (id, key) => ask(`/api/invitations/${id}/other-time`, { method: 'POST', headers: keyed(key) }),
    /** What the host has said by telephone; the desk writes it down. */
    writeDown: (id, content) => ask(`/api/invitations/${id}/answer`, { method: 'POST', content }),
    replacements: (id, key, options) => ask(`/api/invitations/${id}/replacements`, { ...options, headers: keyed(key) }),
  }
}
