import { problemOf, ServerProblem } from './server.js'

const of = (id) => `/api/loads/${id}`

/** The addresses that only the desk uses: loads, jobs, profiles, inquiries, accounts and tokens. */
export function createDeskServer(session) {
  const { ask } = session
  return {
    loads: (query, options) => ask(`/api/loads?${new URLSearchParams(query)}`, options),
    load: (id, options) => ask(of(id), options),
    suggestion: (id, query, options) => ask(`${of(id)}/suggestion?${new URLSearchParams(query)}`, options),
    plan: (id, plan) => ask(`${of(id)}/plan`, { method: 'PUT', content: plan }),
    rows: (id, query, options) => ask(`${of(id)}/rows?${new URLSearchParams(query)}`, options),
    apply: (id) => ask(`${of(id)}/apply`, { method: 'POST' }),
    rollback: (id, force) => ask(`${of(id)}/rollback`, { method: 'POST', content: { force } }),
    discard: (id) => ask(of(id), { method: 'DELETE' }),
    upload: (file, options) => upload(session, file, options),

    job: (id, options) => ask(`/api/jobs/${id}`, options),
    cancelJob: (id) => ask(`/api/jobs/${id}/cancel`, { method: 'POST' }),

    profiles: (options) => ask('/api/load-profiles', options),
    profile: (name, options) => ask(`/api/load-profiles/${encodeURIComponent(name)}`, options),
    saveProfile: (name, content) => ask(`/api/load-profiles/${encodeURIComponent(name)}`, { method: 'PUT', content }),
    changeLayer: (id, content) => ask(`/api/layers/${id}`, { method: 'PUT', content }),

    inquiries: (query, options) => ask(`/api/inquiries?${new URLSearchParams(query)}`, options),
    inquiry: (id, options) => ask(`/api/inquiries/${id}`, options),
    changeInquiry: (id, version, content) => ask(`/api/inquiries/${id}`, { method: 'PATCH', content, headers: { 'If-Match': `"${version}"` } }),
    noteInquiry: (id, text) => ask(`/api/inquiries/${id}/notes`, { method: 'POST', content: { text } }),
    eraseInquiry: (id) => ask(`/api/inquiries/${id}/erasure`, { method: 'POST' }),
    colleagues: async (options) => (await ask('/api/inquiries/colleagues', options)).colleagues,

    accounts: async (options) => (await ask('/api/accounts', options)).accounts,
    createAccount: (content) => ask('/api/accounts', { method: 'POST', content }),
    changeAccount: (id, content) => ask(`/api/accounts/${id}`, { method: 'PATCH', content }),
    resetPassword: (id) => ask(`/api/accounts/${id}/password-reset`, { method: 'POST' }),
    removeSecondFactorOf: (id) => ask(`/api/accounts/${id}/second-factor`, { method: 'DELETE' }),
    beginSecondFactor: (proof) => ask('/api/session/second-factor', { method: 'POST', content: proof }),
    confirmSecondFactor: async (code) => {
      const made = await ask('/api/session/second-factor', { method: 'PUT', content: { code } })
      await session.read() // the session has a new id, and its token with it
      return made
    },
    renewRecoveryCodes: (proof) => ask('/api/session/second-factor/recovery-codes', { method: 'POST', content: proof }),
    removeSecondFactor: (proof) => ask('/api/session/second-factor/removal', { method: 'POST', content: proof }),
    changeOwnAccount: (content) => ask('/api/session/account', { method: 'PATCH', content }),
    tokens: async (options) => (await ask('/api/tokens', options)).tokens,
    createToken: (content) => ask('/api/tokens', { method: 'POST', content }),
    revokeToken: (id) => ask(`/api/tokens/${id}`, { method: 'DELETE' }),
  }
}

/** fetch() does not tell how much has gone out, the older request does: onProgress gets 0 to 1. */
function upload(session, file, { onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/loads?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept', 'application/json')
    for (const [name, value] of Object.entries(session.proof())) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
    request.addEventListener('load', () => {
      const said = parse(request.responseText)
      if (request.status < 300) resolve(said)
      else reject(problemOf(request.status, request.statusText, said ?? {}, request.getResponseHeader('Retry-After')))
    })
    request.addEventListener('error', () => reject(new ServerProblem(0, 'no answer', null)))
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
