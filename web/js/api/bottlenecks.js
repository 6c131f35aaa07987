import { json, problemOf } from './server.js'
import { registerQuery } from '../state/bottlenecks.js'

/** The addresses of the place Bottlenecks. */
export const bottleneckServer = {
  /** {total, filter, indicators, items, exports} */
  register: (register, language, options) => json(`/api/bottlenecks?${new URLSearchParams([...registerQuery(register), ['limit', '1000'], ['lang', language]])}`, options),

  /** Where one acts on roads, and how. */
  road: (id, options) => json(`/api/bottlenecks/${id}/road`, options),

  /** {state: computing | ready | failed, done, of, entries, …} */
  ranking: (profile, options) => json(`/api/bottlenecks/ranking?profile=${encodeURIComponent(profile)}`, options),

  whatIf: (body, options) => json('/api/bottlenecks/what-if', { ...options, method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),

  /** The same as a file. @throws ServerProblem */
  async whatIfFile(body, format, language) {
    const answer = await fetch(`/api/bottlenecks/what-if?f=${format}&lang=${language}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    if (!answer.ok) throw problemOf(answer.status, answer.statusText, await answer.json().catch(() => ({})), answer.headers.get('Retry-After'))
    return answer.blob()
  },

  reportForm: (options) => json('/api/bottlenecks/reports/form', options),
}
