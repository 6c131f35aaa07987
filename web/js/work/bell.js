import { createEditingServer } from '../api/editing.js'
import { countNotices } from '../state/edit.js'
import { element } from '../panels/markup.js'
import { language, t } from '../text/text.js'

const EVERY_MS = 60_000

/** Who has news: whoever may propose. */
const reader = ({ session }) => (session?.account?.scopes.includes('propose') ? session.account.username : null)

/** How much of the news has not been seen, beside the link to the place Work; asked once a minute while somebody looks at the page. */
export function bell({ root, store, session, signal }) {
  const editing = createEditingServer(session)
  let timer = null
  store.watch(reader, (user) => {
    clearInterval(timer)
    store.change(countNotices, null)
    if (!user) return
    ask()
    timer = setInterval(() => document.visibilityState === 'visible' && ask(), EVERY_MS)
  }, { signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && reader(store.get()) && ask(), { signal })
  store.watch((state) => [state.notices, state.language], ([count]) => {
    root.replaceChildren(t('place.work'), ...(count > 0 ? [' ', element('span', { class: 'notices', 'aria-hidden': 'true' }, count > 99 ? '99+' : String(count)), element('span', { class: 'visually-hidden' }, ', ', t('work.notices', { count }))] : []))
  }, { signal })

  async function ask() {
    const user = reader(store.get())
    try {
      const { unseen } = await editing.notifications(language())
      if (reader(store.get()) === user) store.change(countNotices, unseen) // and not another one's who has signed out meanwhile
    } catch {
      // it is asked again in a minute
    }
  }
}
