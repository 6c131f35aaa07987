import { server } from './server.js'

/** The addresses by which owners write without an account. @param ask of the session: who is signed in proves it */
export const createOfferServer = ({ ask }) => ({
  form: (options) => ask('/api/offers/form', options),
  send: (content, options) => ask('/api/offers', { method: 'POST', content, ...options }),
  confirm: (token) => ask(`/api/offers/confirmations/${token}`, { method: 'POST' }),
  receipt: (token, options) => ask(`/api/offers/receipts/${token}`, options),
  question: (token, options) => ask(`/api/still-true/${token}`, options),
  answer: (token, version, content) => ask(`/api/still-true/${token}/answer`, { method: 'POST', content, headers: { 'If-Match': `"${version}"` } }),
  parcels: (query, options) => ask(`/api/cadastre/parcels?${new URLSearchParams(query)}`, options),
  plot: (id, options) => server.feature('plot', id, options),
})
