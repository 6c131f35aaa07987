/** The profile of a host (`host` is its id), and the page that the link in an invitation opens (`visitToken` is its secret). */
export const initialHosts = { host: null, visitToken: null }

export const openHost = (state, host) => ({ ...state, place: 'host', host })

export const hostParts = (state) => [
  ...(state.place === 'host' && state.host ? [['id', state.host]] : []),
  ...(state.place === 'visit' && state.visitToken ? [['token', state.visitToken]] : []),
]

export const readHosts = (given) => ({
  ...(given.get('place') === 'host' && { host: Number(/^[1-9]\d{0,14}$/.exec(given.get('id') ?? '')?.[0] ?? 0) || null }),
  ...(given.get('place') === 'visit' && { visitToken: /^\d+\.[\w-]{20,60}$/.exec(given.get('token') ?? '')?.[0] ?? null }),
})

export const isHostStep = (before, after) => before.host !== after.host || before.visitToken !== after.visitToken
