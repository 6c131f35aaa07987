/** Every address of the server; a failed answer becomes a ServerProblem that can be told to a person. */
export const server = {
  settings: (options) => json('/api/settings', options),
  layers: (options) => json('/api/layers', options),
  locale: (name, options) => json(`/locales/${name}.json`, options),
  search: (words, options) => json(`/api/search?q=${encodeURIComponent(words)}&limit=8`, options),
  feature: (layer, id, options) => json(`/ogc/collections/${layer}/items/${id}`, options),

  /** The networks of firms that a company belongs to today. */
  networksOf: (company, options) => json(`/api/networks?company=${company}`, options),

  /** Features of a layer as GeoJSON; `query` may name bbox, limit, after or an attribute. */
  features: (layer, query, options) => json(`/ogc/collections/${layer}/items?${new URLSearchParams(query)}`, options),

  /** The bytes of a vector tile, of those features that meet `filter` (CQL2 text); an empty buffer where there is nothing to draw. */
  async tile(layer, { z, x, y }, { filter, signal } = {}) {
    const answer = await fetch(`/tiles/${layer}/${z}/${x}/${y}${filter ? `?filter=${encodeURIComponent(filter)}` : ''}`, { signal })
    if (answer.status === 204) return new ArrayBuffer(0)
    if (!answer.ok) throw await problem(answer)
    return answer.arrayBuffer()
  },
}

/** The page of a collection, or of one of its items, that people and search engines read without the map. */
export const pageOf = ({ layer, id = null }, language) => `/ogc/collections/${layer}${id === null ? '' : `/items/${id}`}?lang=${language}`

/**
 * What the server, or the way to it, could not do. `status` is 0 when no answer came at all; `type` is the stable word of
 * the problem, `retryAfter` the seconds to wait, `said` the whole document of the server.
 */
export class ServerProblem extends Error {
  constructor(status, title, detail, { type = null, retryAfter = null, said = {} } = {}) {
    super(detail ?? title)
    this.name = 'ServerProblem'
    this.status = status
    this.title = title
    this.detail = detail
    this.type = type
    this.retryAfter = retryAfter
    this.said = said
  }
}

/** The JSON of an answer, null where it has no body; problems are told in the language of the page. @throws ServerProblem */
export async function json(address, { signal, method = 'GET', headers = {}, body } = {}) {
  let answer
  try {
    answer = await fetch(address, { signal, method, body, headers: { Accept: 'application/geo+json, application/json', 'Accept-Language': document.documentElement.lang, ...headers } })
  } catch (cause) {
    if (cause.name === 'AbortError') throw cause
    throw new ServerProblem(0, 'no answer', null)
  }
  if (!answer.ok) throw await problem(answer)
  const text = answer.status === 204 ? '' : await answer.text().catch(brokenOff)
  return text ? JSON.parse(text) : null
}

/** An answer whose end does not come is none. */
function brokenOff(cause) {
  throw cause.name === 'AbortError' ? cause : new ServerProblem(0, 'no answer', null)
}

async function problem(answer) {
  const isProblem = answer.headers.get('Content-Type')?.includes('problem+json')
  return problemOf(answer.status, answer.statusText, isProblem ? await answer.json().catch(brokenOff) : {}, answer.headers.get('Retry-After'))
}

export const problemOf = (status, statusText, said, retryAfter) => new ServerProblem(status, said.title ?? statusText, said.detail ?? null,
  { type: said.type?.replace('urn:comparto:problem:', '') ?? null, retryAfter: secondsOf(retryAfter), said })

/** Retry-After as seconds: a proxy may name a moment instead. */
function secondsOf(text) {
  const seconds = /^\d+$/.test(text ?? '') ? Number(text) : Math.ceil((Date.parse(text) - Date.now()) / 1000)
  return Number.isNaN(seconds) ? null : Math.max(0, seconds)
}
