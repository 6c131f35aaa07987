import { number } from '../text/format.js'
import { language, pick, t } from '../text/text.js'
import { element, failure, icon, nothing, textButton, waiting } from '../panels/markup.js'
import { criteriaForm } from './criteria-form.js'
import { rankBy } from '../state/ranking.js'
import { createRanker } from './ranker.js'
import { rankText } from './rank-text.js'
import { rankResults } from './results.js'

const PAGE = 25
const PAUSE_MS = 250 // before the server is asked again

/** Ranking by weights: what moves is ranked at once where the values are here, and by the server where there are too many. */
export function rankMode(parts) {
  const { store, catalogue, signal } = parts
  const ranker = createRanker((attribute) => catalogue.attribute('plot', attribute)?.type)
  const form = criteriaForm(parts)
  const results = rankResults({ ...parts, onMore: () => { shown += PAGE; refresh() } })
  const said = element('p', { class: 'ranking-said', role: 'status' })
  const file = element('a', { class: 'text-button', hidden: true }, icon('download'), element('span', {}, t('ranking.xlsx')))
  const body = element('div', { class: 'ranking-body' })
  const podium = element('ol', { class: 'podium', 'aria-hidden': 'true' }) // in narrow windows, to see the order move with the weights
  let shown = PAGE
  let running = null
  let timer = null
  store.watch((state) => [state.ranking.wishes, state.search?.filter ?? ''], refresh, { signal })
  signal.addEventListener('abort', () => { clearTimeout(timer); running?.abort() })
  return element('div', { class: 'ranking-columns' }, form.root, podium, element('section', { class: 'ranking-results', 'aria-label': t('ranking.results') },
    element('div', { class: 'ranking-bar' }, said, file), body))

  function refresh() {
    const { ranking: { wishes }, search } = store.get()
    const filter = search?.filter ?? ''
    clearTimeout(timer)
    running?.abort()
    file.hidden = true
    if (wishes.length === 0) return tell('', nothing(t('ranking.none')))
    const gone = wishes.filter(({ attribute }) => !catalogue.attribute('plot', attribute))
    if (gone.length > 0) {
      const others = wishes.filter((wish) => !gone.includes(wish))
      return tell('', element('div', {}, ...gone.map(formerly), textButton(t('ranking.drop'), 'refresh', () => store.change(rankBy, others))))
    }
    if (!form.isSound(wishes)) return tell(t('ranking.unsound'), null)
    file.hidden = false
    file.href = `/api/plots/ranking.xlsx?${new URLSearchParams({ ...(filter ? { filter } : {}), rank: rankText(wishes), lang: language() })}`
    if (ranker.isAtHand(filter, wishes)) return show(ranker.now(wishes, shown))
    timer = setTimeout(() => fetchIt(filter, wishes), body.querySelector('ol') ? PAUSE_MS : 0)
  }

  /** An old link may name what there is no longer. */
  function formerly({ attribute }) {
    const successors = catalogue.layer('plot').attributes.filter(({ replaces }) => replaces === attribute).map(({ title }) => `«${pick(title)}»`)
    return nothing(successors.length > 0 ? t('ranking.replaced', { attribute, instead: successors.join(', ') }) : t('ranking.gone', { attribute }))
  }

  async function fetchIt(filter, wishes) {
    const mine = (running = new AbortController())
    if (!body.querySelector('ol')) body.replaceChildren(waiting(t('ranking.waiting')))
    body.setAttribute('aria-busy', 'true')
    try {
      const answer = await ranker.answer(filter, wishes, shown, { signal: mine.signal })
      if (!mine.signal.aborted) show(answer)
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      tell('', failure(problem.detail ?? t('ranking.failed'), t('retry'), refresh))
    } finally {
      if (running === mine) body.removeAttribute('aria-busy')
    }
  }

  function show(answer) {
    const { total, ranked, items } = answer
    if (ranked === 0) {
      form.tell(answer)
      return tell('', nothing(t(total === 0 ? 'ranking.empty' : 'ranking.allOut', { number: number(total) })))
    }
    form.tell(answer)
    tell(t('ranking.said', { ranked: number(ranked), total: number(total), first: items[0].name }) + (answer.here ? '' : ` ${t('ranking.byServer')}`), results.draw(answer, store.get().ranking.wishes), items)
  }

  function tell(text, content, first = []) {
    podium.replaceChildren(...first.slice(0, 3).map(({ name, score }) => element('li', {}, element('span', {}, name), ' ', element('strong', {}, number(score * 100, 1, { minimumFractionDigits: 1 })))))
    if (said.textContent !== text) said.textContent = text
    if (content) body.contains(content) || body.replaceChildren(content)
    else body.replaceChildren()
  }
}
