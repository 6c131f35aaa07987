import { problemOf } from './server.js'

/** The addresses of the place Tours; writing ones carry the proof of the session, and the secret of a tour where there is one. */
export function createToursServer({ ask, proof }) {
  const post = (address, content, options = {}) => ask(address, { ...options, method: 'POST', content })
  const keyed = (key, version) => ({ headers: { ...(key ? { 'Tour-Key': key } : {}), ...(version === undefined ? {} : { 'If-Match': `"${version}"` }) } })
  return {
    hosts: (values, options) => ask(`/api/hosts?${query(values)}`, options),
    host: (id, values, options) => ask(`/api/hosts/${id}?${query(values)}`, options),

    plan: (question, options) => post('/api/tours/plan', question, options),
    timetable: (question, options) => post('/api/tours/timetable', question, options),
    search: (question, options) => post('/api/tours/searches', question, options),
    found: (id, options) => ask(`/api/tours/searches/${encodeURIComponent(id)}`, options),
    stop: (id) => post(`/api/tours/searches/${encodeURIComponent(id)}/stop`, undefined),

    tours: (which, options) => ask(`/api/tours?${which}`, options),
    read: (id, key, options) => ask(tourAddress(id), { ...options, ...keyed(key) }),
    create: (content) => post('/api/tours', content),
    save: (id, key, version, content) => ask(tourAddress(id), { ...keyed(key, version), method: 'PUT', content }),
    remove: (id, key, version) => ask(tourAddress(id), { ...keyed(key, version), method: 'DELETE' }),
    share: (id, key, content) => post(`${tourAddress(id)}/share`, content, keyed(key)),
    unshare: (id, key) => ask(`${tourAddress(id)}/share`, { ...keyed(key), method: 'DELETE' }),

    /** The bytes of a form of a saved tour: roadbook.pdf, tour.gpx, tour.ics, tour.kml, tour.csv, participants.pdf, host/{id}.pdf. */
    output: (id, form, key, language) => file(`${tourAddress(id)}/${form}?${query({ lang: language })}`, keyed(key)),
    unsavedOutput: (form, content) => file(`/api/tours/outputs/${form}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...proof() }, body: JSON.stringify(content) }),
  }
}

async function file(address, { headers, ...options } = {}) {
  const answer = await fetch(address, { ...options, headers: { 'Accept-Language': document.documentElement.lang, ...headers } })
  if (answer.ok) return answer.blob()
  const isProblem = answer.headers.get('Content-Type')?.includes('json')
  throw problemOf(answer.status, answer.statusText, isProblem ? await answer.json() : {}, answer.headers.get('Retry-After'))
}

export const tourAddress = (id) => `/api/tours/${encodeURIComponent(id)}`
const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false))
