import { createCampaignsServer } from '../../api/campaigns.js'
import { askTours } from '../../state/tours.js'
import { t, useWords } from '../../text/text.js'
import { notice } from '../../panels/fields.js'
import { element } from '../../panels/markup.js'
import { useStyles } from '../../panels/styles.js'
import { openEditor } from './editor.js'
import { openList } from './list.js'

/** The tab Campaigns: those that are kept, or one of them. Which one says `item` of the state: null, or its number. */
export async function open(parts) {
  const { root, store, server, session, signal } = parts
  await Promise.all([useWords('campaigns', server.locale), useStyles('/css/campaigns.css')])
  if (signal.aborted) return
  if (!store.get().session?.account?.scopes?.includes('propose')) {
    root.append(element('h2', {}, t('camp.heading')), element('p', { class: 'side-lead' }, t('camp.lead')), notice('info', element('p', {}, t('camp.signIn'))))
    return
  }
  const api = createCampaignsServer(session)
  let live = null
  store.watch((state) => state.tours.item, (item) => {
    live?.abort()
    live = new AbortController()
    signal.addEventListener('abort', () => live.abort(), { signal: live.signal })
    const own = { ...parts, api, signal: live.signal, root, go: (to) => store.change(askTours, { item: to }) }
    root.replaceChildren()
    if (item === null) openList(own)
    else openEditor(own, item)
  }, { signal })
}
