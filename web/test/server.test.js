import { lastOf } from '/js/api/last.js'
import { json, problemOf } from '/js/api/server.js'
import { createSession } from '/js/api/session.js'
import { putBack, typedIn } from '/js/panels/typed.js'
import { createStore } from '/js/state/store.js'
import { initialState } from '/js/state/view.js'
import { equal, ok } from './check.js'

export function theTimeToWaitMayBeAMomentAsWell() {
  const waitOf = (text) => problemOf(503, 'Service Unavailable', {}, text).retryAfter
  equal([waitOf('7'), waitOf(null), waitOf('soon'), waitOf('Thu, 01 Jan 2026 00:00:00 GMT')], [7, null, null, 0])
  const wait = waitOf(new Date(Date.now() + 90_000).toUTCString())
  ok(wait > 60 && wait <= 90, String(wait))
}

export async function anAnswerThatBreaksOffIsNoAnswer() {
  const { fetch } = window
  const broken = () => new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) }), { headers: { 'Content-Type': 'application/problem+json' } })
  const statusOf = () => json('/x').then(() => null, ({ status }) => status)
  try {
    window.fetch = async () => broken()
    equal(await statusOf(), 0)
    window.fetch = async () => new Response(broken().body, { status: 503, headers: { 'Content-Type': 'application/problem+json' } })
    equal(await statusOf(), 0)
  } finally {
    window.fetch = fetch
  }
}

export function ofSeveralQuestionsOnlyTheLastOneIsWaitedFor() {
  const page = new AbortController()
  const question = lastOf(page.signal)
  const [first, second] = [question(), question()]
  equal([first.aborted, second.aborted], [true, false])
  page.abort()
  equal([second.aborted, question().aborted], [true, true])
}

export function whatWasTypedStandsInAFormThatIsDrawnAnewButForTheConsent() {
  const drawn = () => {
    const root = document.createElement('form')
    root.innerHTML = '<details><input id="a-name"></details><select id="a-kind"><option value="">-<option value="x">x</select><textarea id="a-text"></textarea><input type="checkbox" id="a-tick"><input type="checkbox" id="a-consent"><input type="file" id="a-photo">'
    return root
  }
  const before = drawn()
  before.querySelector('#a-name').value = 'Anna'
  before.querySelector('#a-kind').value = 'x'
  before.querySelector('#a-text').value = 'due\nrighe'
  for (const id of ['#a-tick', '#a-consent']) before.querySelector(id).checked = true
  const list = new DataTransfer()
  list.items.add(new File(['x'], 'photo.png'))
  before.querySelector('#a-photo').files = list.files
  const after = drawn()
  putBack(after, typedIn(before))
  const of = (id) => after.querySelector(id)
  equal([of('#a-name').value, of('#a-kind').value, of('#a-text').value, of('#a-tick').checked, of('#a-consent').checked], ['Anna', 'x', 'due\nrighe', true, false])
  equal([of('details').open, of('#a-photo').files[0].name], [true, 'photo.png'])
}

/** A server of one session, whose token another window may renew. */
async function withSession(work) {
  const { fetch } = window
  const server = { account: { username: 'anna' }, token: 't1', written: 0 }
  const answer = (status, content) => new Response(JSON.stringify(content), { status, headers: { 'Content-Type': status < 300 ? 'application/json' : 'application/problem+json' } })
  window.fetch = async (address, { headers = {} } = {}) => {
    if (address === '/api/session') return answer(200, { account: server.account, csrf: { header: 'X', token: server.token } })
    if (headers.X !== server.token) return answer(403, { type: 'urn:comparto:problem:csrf' })
    return answer(200, { written: ++server.written })
  }
  try {
    const session = createSession(createStore(initialState))
    await session.read()
    await work(session, server)
  } finally {
    window.fetch = fetch
  }
}

export const whoHasSignedInAnewInAnotherWindowGoesOnInThisOne = () => withSession(async (session, server) => {
  server.token = 't2'
  equal(await session.ask('/api/x', { method: 'POST', content: {} }), { written: 1 })
})

export const whatOnePersonWroteIsNotSentAsAnothers = () => withSession(async (session, server) => {
  Object.assign(server, { account: { username: 'bruno' }, token: 't2' })
  const refused = await session.ask('/api/x', { method: 'POST', content: {} }).catch(({ type }) => type)
  equal([refused, server.written], ['csrf', 0])
})
