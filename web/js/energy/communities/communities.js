import { createCommunitiesServer } from '../../api/communities.js'
import { askEnergy } from '../../state/energy.js'
import { showSideLayers } from '../../state/side.js'
import { useWords } from '../../text/text.js'
import { useStyles } from '../../panels/styles.js'
import { openComparison } from './comparison-page.js'
import { openEditor } from './editor.js'
import { openList } from './list.js'

/** What the map shows while a community is put together. */
const LAYERS = [{ id: 'primary_substation_area', opacity: 0.7 }, { id: 'plot', opacity: 0.6 }, { id: 'energy_area', opacity: 1 }, { id: 'company', opacity: 1 }]

/**
 * The tab Communities: those that are kept, one that is put together, or several side by side. Which of them says `item` of the state: null, an id, `new`, or
 * `compare:` and ids parted by colons.
 */
export async function open(parts) {
  const { root, store, server, session, territories, signal } = parts
  const api = createCommunitiesServer(session)
  const [figures] = await Promise.all([api.figures({ signal }).catch(() => null), useWords('communities', server.locale), useStyles('/css/communities.css'), territories.ready])
  if (signal.aborted) return
  store.change(showSideLayers, LAYERS)
  let live = null
  store.watch((state) => state.energy.item, (item) => {
    if (store.get().energy.view !== 'communities') return // a link to another tab has an item of its own
    live?.abort()
    live = new AbortController()
    signal.addEventListener('abort', () => live.abort(), { signal: live.signal })
    parts.overlay.show(null)
    const own = { ...parts, api, figures, signal: live.signal, root, go: (to) => store.change(askEnergy, { item: to }) }
    root.replaceChildren()
    if (item === null) openList(own)
    else if (item.startsWith('compare:')) openComparison(own, item.split(':').slice(1))
    else openEditor(own, item)
  }, { signal })
}
