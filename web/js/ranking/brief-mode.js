import { json } from '../api/server.js'
import { ask } from '../state/ranking.js'
import { language, t } from '../text/text.js'
import { element, failure, nothing, waiting } from '../panels/markup.js'
import { briefForm } from './brief-form.js'
import { briefResults } from './brief-results.js'
import { briefFaults, briefText } from './brief-text.js'

const SHOWN = 10 // of each group

/** A brief held against plots and zones: what fits, what has to be verified, and what misses it by one thing. */
export function briefMode(parts) {
  const { store, signal } = parts
  const form = briefForm({ ...parts, onAsk: (needs) => (same(needs) ? refresh() : store.change(ask, needs)) })
  const said = element('p', { class: 'ranking-said', role: 'status' })
  const body = element('div', { class: 'ranking-body' })
  let running = null
  store.watch((state) => [state.ranking.needs, state.search?.filter ?? ''], refresh, { signal })
  signal.addEventListener('abort', () => running?.abort())
  return element('div', { class: 'ranking-columns' }, form.root, element('section', { class: 'ranking-results', 'aria-label': t('ranking.results') }, said, body))

  function same(needs) {
    return briefText(needs) === briefText(store.get().ranking.needs)
  }

  async function refresh() {
    const { ranking: { needs }, search } = store.get()
    running?.abort()
    said.textContent = ''
    if (briefText(needs) === '' || briefFaults(needs).length > 0) return body.replaceChildren(nothing(t('brief.none')))
    const mine = (running = new AbortController())
    body.replaceChildren(waiting(t('ranking.waiting')))
    try {
      const query = new URLSearchParams({ ...(search?.filter ? { filter: search.filter } : {}), brief: briefText(needs), lang: language(), limit: SHOWN })
      const answer = await json(`/api/plots/brief?${query}`, { signal: mine.signal })
      if (mine.signal.aborted) return
      said.textContent = t('brief.said', { total: answer.total, matches: answer.matches.count, open: answer.open.count, near: answer.nearMisses.count })
      body.replaceChildren(briefResults(answer, parts))
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      body.replaceChildren(failure(problem.detail ?? t('ranking.failed'), t('retry'), refresh))
    }
  }
}
