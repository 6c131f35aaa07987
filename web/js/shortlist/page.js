import { t, useWords } from '../text/text.js'
import { element } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { ownList } from './own-list.js'
import { sharedList } from './shared-list.js'

/** The place of what somebody chose. */
export async function shortlistPage(parts) {
  const { root, store, server, signal } = parts
  await Promise.all([useWords('shortlist', server.locale), useStyles('/css/shortlist.css')])
  let running = null
  store.watch((state) => [state.place, state.shared, state.language], ([place]) => (place === 'shortlist' ? render() : leave()), { signal })

  function leave() {
    running?.abort()
    root.replaceChildren()
  }

  function render() {
    running?.abort()
    running = new AbortController()
    const heading = element('h1', { class: 'place-title', tabindex: '-1' }, t('shortlist.heading'))
    const takesFocus = document.activeElement !== document.body && !document.activeElement.closest('.languages')
    const body = element('div', { class: 'shortlist-body' })
    root.replaceChildren(element('div', { class: 'place-inner shortlist-inner' }, heading, body))
    root.scrollTop = 0
    if (takesFocus) heading.focus({ preventScroll: true })
    const show = store.get().shared ? sharedList : ownList
    show({ ...parts, signal: running.signal, body, heading })
  }
}
