/**
 * Keeps the page of a tour readable without a network. Its scope is /tour.html alone: no other page of Comparto is ever answered by it. The network comes first;
 * what web/js/tour/keep.js has put aside answers where there is none, or none worth waiting for.
 */
const PATIENCE_MS = 6000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin) event.respondWith(answer(request))
})

async function answer(request) {
  const kept = await caches.match(keptAs(request), { ignoreVary: true })
  if (!kept) return fetch(request)
  const given = new AbortController()
  const patience = setTimeout(() => given.abort(), PATIENCE_MS)
  try {
    const fresh = await fetch(request, { signal: given.signal })
    return fresh.status >= 500 ? kept : fresh
  } catch {
    return kept
  } finally {
    clearTimeout(patience)
  }
}

/** The page is kept once and speaks both languages, whichever its address names. */
function keptAs(request) {
  if (request.mode !== 'navigate') return request
  const address = new URL(request.url)
  return `${address.pathname}?t=${address.searchParams.get('t')}`
}
