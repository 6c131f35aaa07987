import { createThemesServer } from '../../api/themes.js'
import { askTours } from '../../state/tours.js'
import { useWords } from '../../text/text.js'
import { useStyles } from '../../panels/styles.js'
import { openEditor } from './editor.js'
import { openGallery } from './gallery.js'
import { openRoute } from './route.js'

/** The tab Theme routes: all of them, one to read, or the desk's form. Which says `item` of the state: null, a number, "new", or "edit:" and a number. */
export async function open(parts) {
  const { root, store, server, session, overlay, signal } = parts
  await Promise.all([useWords('themes', server.locale), useStyles('/css/themes.css')])
  if (signal.aborted) return
  const account = store.get().session?.account
  const may = { write: Boolean(account?.scopes?.includes('propose')), publish: Boolean(account?.scopes?.includes('review')), name: account?.username ?? null }
  const api = createThemesServer(session)
  let live = null
  store.watch((state) => state.tours.item, (item) => {
    live?.abort()
    const mine = (live = new AbortController())
    signal.addEventListener('abort', () => mine.abort(), { signal: mine.signal })
    overlay.show(null)
    root.replaceChildren()
    root.parentElement.scrollTop = 0
    const own = { ...parts, api, may, signal: mine.signal, go: (to) => store.change(askTours, { item: to }) }
    const [, edited] = /^edit:(\d+)$/.exec(item ?? '') ?? []
    if (may.write && (edited || item === 'new')) openEditor(own, edited ?? null)
    else if (/^\d+$/.test(edited ?? item ?? '')) openRoute(own, edited ?? item)
    else openGallery(own)
  }, { signal })
}
