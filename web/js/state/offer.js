/**
 * What somebody sees of the place where owners write without an account: the form, or what the link of a mail opens. `confirming`,
 * `offered` and `question` are secrets of that link.
 */
export const OFFER_LINKS = { confirm: 'confirming', offered: 'offered', question: 'question' }
export const initialOffer = { confirming: null, offered: null, question: null }
export const passingOffer = { offerFace: 'panel' } // or 'map', where only one has room

export const showOffered = (state, offered) => ({ ...state, ...initialOffer, place: 'offer', offered })
export const showOfferFace = (state, offerFace) => ({ ...state, offerFace })

export const offerParts = (state) =>
  state.place === 'offer' ? Object.entries(OFFER_LINKS).map(([key, name]) => [key, state[name]]).filter(([, value]) => value) : []

export const readOffer = (given) =>
  Object.fromEntries(Object.entries(OFFER_LINKS).map(([key, name]) => [name, /^\d+\.[\w-]{20,60}$/.exec(given.get(key) ?? '')?.[0] ?? null]))

export const isOfferStep = (before, after) => Object.values(OFFER_LINKS).some((name) => before[name] !== after[name])
