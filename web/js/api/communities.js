import { problemOf, ServerProblem } from './server.js'

const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''))
const of = (id) => `/api/energy/communities/${encodeURIComponent(id)}`
const version = (number) => ({ 'If-Match': `"${number}"` })

/** Communities, what they would share, and targets; writing requests carry the proof of the session. */
export function createCommunitiesServer({ ask, proof }) {
  return {
    /** Parameters with their sources, archetypes, grants. */
    figures: (options) => ask('/api/energy/communities/figures', options),
    candidates: (values, options) => ask(`/api/energy/communities/candidates?${query(values)}`, options),
    balance: (content, options) => ask('/api/energy/communities/balance', { ...options, method: 'POST', content }),
    potential: (content, options) => ask('/api/energy/potential', { ...options, method: 'POST', content }),
    list: (values, options) => ask(`/api/energy/communities?${query(values)}`, options),
    read: (id, options) => ask(of(id), options),
    create: (content) => ask('/api/energy/communities', { method: 'POST', content }),
    save: (id, number, content) => ask(of(id), { method: 'PUT', content, headers: version(number) }),
    copy: (id, name) => ask(`${of(id)}/copies`, { method: 'POST', content: { name } }),
    remove: (id, number) => ask(of(id), { method: 'DELETE', headers: version(number) }),
    /** A file that is computed from what is sent, so that it needs not be saved before. @param name balance.xlsx or recon.csv */
    file: (name, content, lang) => fileOf(`/api/energy/communities/${name}?${query({ lang })}`, content, proof()),

    targets: (territory, options) => ask(`/api/energy/targets?${query({ territory })}`, options),
    putTarget: ({ territory, year, version: number }, content) => ask(targetAddress(territory, year), { method: 'PUT', content, headers: version(number) }),
    putFarmland: ({ territory, version: number }, content) => ask(farmlandAddress(territory), { method: 'PUT', content, headers: version(number) }),
    removeFarmland: ({ territory, version: number }) => ask(farmlandAddress(territory), { method: 'DELETE', headers: version(number) }),
    removeTarget: ({ territory, year, version: number }) => ask(targetAddress(territory, year), { method: 'DELETE', headers: version(number) }),
  }
}

const farmlandAddress = (territory) => `/api/energy/farmland/${encodeURIComponent(territory)}`
const targetAddress = (territory, year) => `/api/energy/targets/${encodeURIComponent(territory)}/${year}`
/** The marked areas of a territory as a zip with style and licence; Shapefiles in EPSG:32632. */
export const packageFile = (f, territory) => `/api/energy/areas/package?${query({ f, status: 'marked', territory, ...(f === 'shp' && { crs: '32632' }) })}`

export const targetsFile = (territory) => `/api/energy/targets.csv?${query({ territory })}`

async function fileOf(address, content, headers) {
  let answer
  try {
    answer = await fetch(address, { method: 'POST', body: JSON.stringify(content), headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang, ...headers } })
  } catch {
    throw new ServerProblem(0, 'no answer', null)
  }
  if (!answer.ok) throw problemOf(answer.status, answer.statusText, await answer.json().catch(() => ({})), answer.headers.get('Retry-After'))
  return answer.blob()
}

/** Hands a blob to whoever asked for it. */
export function saveFile(blob, name) {
  const href = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}
