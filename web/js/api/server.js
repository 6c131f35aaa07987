/** Every address of the server; a failed answer becomes a ServerProblem that can be told to a person. */
export const server = {
  settings: (options) => json('/api/settings', options),
  layers: (options) => json('/api/layers', options),
  locale: (language, options) => json(`/locales/${language}.json`, options),
  search: (words, options) => json(`/api/search?q=${encodeURIComponent(words)}&limit=8`, options),
  feature: (layer, id, options) => json(`/ogc/collections/${layer}/items/${id}`, options),

  /** Features of a layer as GeoJSON; `query` may name bbox, limit, after or an attribute. */
  features: (layer, query, options) => json(`/ogc/collections/${layer}/items?${new URLSearchParams(query)}`, options),

  /** The bytes of a vector tile; an empty buffer where there is nothing to draw. */
  async tile(layer, { z, x, y }, { signal } = {}) {
    const answer = await fetch(`/tiles/${layer}/${z}/${x}/${y}`, { signal })
    if (answer.status === 204) return new ArrayBuffer(0)
    if (!answer.ok) throw await problem(answer)
    return answer.arrayBuffer()
  },
}

/** What the server, or the way to it, could not do. `status` is 0 when no answer came at all. */
export class ServerProblem extends Error {
  constructor(status, title, detail) {
    super(detail ?? title)
    this.name = 'ServerProblem'
    this.status = status
    this.title = title
    this.detail = detail
  }
}

async function json(address, { signal } = {}) {
  let answer
  try {
    answer = await fetch(address, { signal, headers: { Accept: 'application/geo+json, application/json' } })
  } catch (cause) {
    if (cause.name === 'AbortError') throw cause
    throw new ServerProblem(0, 'no answer', null)
  }
  if (!answer.ok) throw await problem(answer)
  return answer.json()
}

async function problem(answer) {
  const isProblem = answer.headers.get('Content-Type')?.includes('problem+json')
  const said = isProblem ? await answer.json() : {}
  return new ServerProblem(answer.status, said.title ?? answer.statusText, said.detail ?? null)
}
