import { t } from '../text/text.js'
import { element, failure } from '../panels/markup.js'

/** Holds the ranking of what was found; it comes when it is first asked for. */
export function rankingTab({ store, catalogue, server, signal }) {
  const root = element('div', { class: 'plots-rank plots-body' })
  let coming = null
  store.watch((state) => state.tab, (tab) => tab === 'rank' && (coming ??= load()), { signal })
  return root

  async function load() {
    try {
      const { rankingPanel } = await import('../ranking/panel.js')
      if (!signal.aborted) await rankingPanel({ root, store, catalogue, server, signal })
    } catch (problem) {
      console.error(problem)
      root.replaceChildren(failure(t('plots.failed'), t('retry'), () => (coming = load())))
    }
  }
}
