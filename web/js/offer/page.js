import { showOfferFace } from '../state/offer.js'
import { t, useWords } from '../text/text.js'
import { createOfferServer } from '../api/offers.js'
import { element, failure, icon, nothing, waiting } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'

/** What each link opens; the form where there is none. */
const VIEWS = {
  question: () => import('./question.js').then(({ questionView }) => questionView),
  offered: () => import('./receipt.js').then(({ receiptView }) => receiptView),
  confirming: () => import('./receipt.js').then(({ confirmView }) => confirmView),
  form: () => import('./form.js').then(({ offerForm }) => offerForm),
}

/** The place where owners write without an account: a plot they offer, what became of it, and whether theirs is still true. */
export async function offerPage(parts) {
  const { root, store, session, server, signal } = parts
  await Promise.all([useWords('offer', server.locale), useStyles('/css/offer.css'), session.read().catch(() => {})]) // who is signed in has to prove it here too
  const offers = createOfferServer(session)
  let page = null
  store.watch((state) => [state.place === 'offer', state.language, state.question, state.offered, state.confirming], ([here]) => (here ? render() : leave()), { signal })
  store.watch((state) => state.offerFace, (face) => (root.dataset.face = face), { signal })

  function leave() {
    page?.abort()
    page = null
    root.replaceChildren()
  }

  async function render() {
    page?.abort()
    const mine = (page = new AbortController())
    const state = store.get()
    const view = ['question', 'offered', 'confirming'].find((name) => state[name]) ?? 'form'
    const heading = element('h1', { class: 'offer-title', tabindex: '-1' }, t(`offer.heading.${view}`))
    const body = element('div', { class: 'offer-body' }, waiting(t('offer.waiting')))
    const takesFocus = document.activeElement !== document.body && !document.activeElement.closest('.languages')
    root.replaceChildren(element('section', { class: 'offer-panel', 'aria-label': t('place.offer') }, heading, body), faceBar(mine.signal))
    store.change(showOfferFace, 'panel')
    if (takesFocus) heading.focus({ preventScroll: true })
    try {
      const make = await VIEWS[view]()
      const content = await make({ ...parts, offers, token: state[view], signal: mine.signal, again: render })
      if (!mine.signal.aborted) body.replaceChildren(...[content].flat())
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      body.replaceChildren(problem.status === 404 ? nothing(t('offer.unknownLink')) : failure(t('offer.failed'), t('retry'), render))
    }
  }

  /** Where only one of them has room, panel and map take turns. */
  function faceBar(until) {
    const bar = element('div', { class: 'offer-bar' })
    store.watch((state) => state.offerFace, (face) => {
      const other = face === 'map' ? 'panel' : 'map'
      const had = bar.contains(document.activeElement)
      bar.replaceChildren(element('button', { type: 'button', class: 'bar-button', on: { click: () => store.change(showOfferFace, other) } },
        icon(other === 'map' ? 'map-marker' : 'file'), element('span', {}, t(`offer.face.${other}`))))
      if (had) bar.firstChild.focus()
    }, { signal: until })
    return bar
  }
}
