import { know } from '../state/view.js'
import { json } from './server.js'

/** Who is signed in, and requests that prove it. The browser keeps the session's cookie out of our reach. */
export function createSession(store) {
  let csrf = null
  let ways = { passwordReset: false, provider: null } // of signing in, besides a password

  async function read() {
    take(await json('/api/session'))
  }

  function take(said) {
    csrf = said.csrf
    ways = said.ways ?? ways
    store.change(know, said.account)
  }

  /** What a writing request has to carry. */
  const proof = () => (csrf ? { [csrf.header]: csrf.token } : {})

  /**
   * Asks for the JSON of an address; an ended session is noticed here, whoever asks. `content` is sent as JSON, `text` as it is. Another window may have
   * begun the session anew: whoever is still the same proves it with the new token.
   */
  async function ask(address, options = {}) {
    try {
      return await askOnce(address, options)
    } catch (problem) {
      if (problem.type !== 'csrf') throw problem
      const user = store.get().session?.account?.username
      await read()
      if (store.get().session?.account?.username !== user) throw problem
      return askOnce(address, options)
    }
  }

  async function askOnce(address, { method = 'GET', content, text, signal, headers: further = {} }) {
    const headers = { ...further, ...(method === 'GET' ? {} : proof()), ...(content === undefined ? {} : { 'Content-Type': 'application/json' }) }
    try {
      return await json(address, { method, headers, signal, body: content === undefined ? text : JSON.stringify(content) })
    } catch (problem) {
      if (problem.type === 'unauthenticated') take({ account: null, csrf: null })
      throw problem
    }
  }

  return {
    read,
    proof,
    ask,
    ways: () => ways,
    async signIn(username, password, code) {
      take(await ask('/api/session', { method: 'POST', content: { username, password, code } }))
    },
    async signOut() {
      await ask('/api/session', { method: 'DELETE' }).catch((problem) => {
        if (problem.status !== 401) throw problem
      })
      take({ account: null, csrf: null })
    },
    async changePassword(old, fresh) {
      await ask('/api/session/password', { method: 'PUT', content: { old, new: fresh } })
      await read() // the session has a new id, and its token with it
    },
  }
}
