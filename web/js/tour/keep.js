/** Puts a tour aside on this device: its sheet in both languages, its maps and the page itself, not more than a few megabytes. */

const WORKER = '/tour-worker.js'
const SCOPE = '/tour.html'
const MOST_BYTES = 3_000_000

const cacheOf = (token) => `tour-${token}`
export const sheetAddress = (token, language) => `/api/tours/shared/${token}/sheet?lang=${language}`

/** @returns whether this browser can keep anything: a private window, or a page without TLS, can not */
export const canKeep = () => 'serviceWorker' in navigator && 'caches' in window

/**
 * Keeps everything that the page has loaded and what the sheet names. Maps come last, as many as there is room for.
 * @param maps addresses, the most useful first
 */
export async function keep(token, languages, maps) {
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
  const cache = await caches.open(cacheOf(token))
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin, pathname }) => origin === location.origin && !pathname.includes('/maps/'))
    .map(({ pathname, search }) => pathname + search)
  const needed = new Set([`${SCOPE}?t=${token}`, ...loaded, ...languages.map((language) => sheetAddress(token, language)),
    ...languages.map((language) => `/locales/tour.${language}.json`)])
  let room = MOST_BYTES
  for (const address of [...needed, ...maps]) {
    const answer = await fetch(address)
    if (!answer.ok) continue
    const body = await answer.blob()
    room -= body.size
    if (room < 0) break
    await cache.put(address, new Response(body, { headers: { 'Content-Type': answer.headers.get('Content-Type') ?? body.type, 'Content-Length': body.size } }))
  }
}

/** Takes the tour from this device, and the worker too where no other tour is kept. */
export async function forget(token) {
  if (!canKeep()) return
  await caches.delete(cacheOf(token))
  if ((await caches.keys()).some((name) => name.startsWith('tour-'))) return
  const worker = await navigator.serviceWorker.getRegistration(SCOPE)
  await worker?.unregister()
}

export const isKept = async (token) => canKeep() && (await caches.has(cacheOf(token)))
