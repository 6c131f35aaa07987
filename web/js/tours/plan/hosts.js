import { pick } from '../../text/text.js'

/**
 * The hosts that this page has met, by their ids: what a stop is called and what its profile says.
 * @param names by which a plan calls its stops, for those that are hosts no more
 */
export function createHosts({ api, signal, names = {} }) {
  const today = new Date().toISOString().slice(0, 10) // its windows are not asked for
  const known = new Map()
  const asked = new Map()
  const listeners = new Set()
  const meet = (hosts) => {
    for (const host of hosts) known.set(String(host.id), host)
    for (const listener of listeners) listener()
  }
  return {
    async search(values, options) {
      const found = await api.hosts(values, options)
      meet(found.hosts)
      return found
    },
    /** Takes in hosts that others have read. */
    meet,
    get: (id) => known.get(String(id)) ?? null,
    formerName: (id) => names[id] ?? null,
    /** Reads those that are not known yet; whoever does not exist or no longer agrees is left unknown. */
    async learn(ids) {
      const wanted = ids.filter((id) => /^\d+$/.test(id) && !known.has(String(id)) && !asked.has(String(id)))
      await Promise.all(wanted.map((id) => {
        const answer = api.host(id, { from: today, to: today }, { signal }).then((host) => {
          known.set(String(id), host) // a number of before a merge leads to the company that was kept
          meet([host])
        }, (problem) => {
          if (problem.status !== 404) asked.delete(String(id)) // asked again when it is met next
        })
        asked.set(String(id), answer)
        return answer
      }))
    },
    watch(listener, live) {
      listeners.add(listener)
      live.addEventListener('abort', () => listeners.delete(listener))
    },
  }
}

export const hostName = (host) => pick(host.name) || host.code || `#${host.id}`
/** What a stop of the question is called. */
export const stopName = (stop, hosts) => stop.name ?? (hosts.get(stop.id) ? hostName(hosts.get(stop.id)) : hosts.formerName(stop.id) ?? `#${stop.id}`)
