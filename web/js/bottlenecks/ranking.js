import { bottleneckServer } from '../api/bottlenecks.js'
import { openBottleneckTab, suppose, supposeOne } from '../state/bottlenecks.js'
import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { element, failure, textButton, waiting } from '../panels/markup.js'

const AGAIN_MS = 1500
export const PROFILES = ['truck', 'truck_7_5', 'coach', 'car']

export const profileField = (store, id) => element('div', { class: 'field-group' }, element('label', { for: id }, t('bn.profile')),
  element('select', { class: 'field', id, on: { change: ({ target }) => store.change(suppose, { profile: target.value }) } },
    ...PROFILES.map((one) => element('option', { value: one, selected: one === store.get().scenario.profile }, t(`bn.profile.${one}`)))))

/** All bottlenecks by what would be gained if each alone were fixed; computed by the server while the page waits. */
export function rankingPanel({ store, texts, signal }) {
  const body = element('div', { class: 'bn-ranking' })
  const root = element('div', {}, element('p', { class: 'field-hint' }, t('bn.ranking.hint')), profileField(store, 'bn-ranking-profile'), body)
  let running = null
  store.watch((state) => state.scenario.profile, load, { signal })
  signal.addEventListener('abort', () => running?.abort())
  return root

  async function load() {
    running?.abort()
    const mine = (running = new AbortController())
    if (!body.hasChildNodes()) body.replaceChildren(waiting(t('bn.ranking.waiting')))
    try {
      const standing = await bottleneckServer.ranking(store.get().scenario.profile, { signal: mine.signal })
      if (mine.signal.aborted) return
      show(standing)
      if (standing.state === 'computing') setTimeout(() => mine.signal.aborted || load(), AGAIN_MS)
    } catch (problem) {
      if (mine.signal.aborted) return
      body.replaceChildren(problem.type === 'no-road-data' ? element('p', { class: 'bn-warning' }, t('bn.noRoads')) : failure(t('bn.ranking.failed'), t('retry'), load))
    }
  }

  function show({ state, done, of, graph, affectedWithin, entries }) {
    const roads = entries.filter(({ road }) => road)
    const others = entries.filter(({ road }) => !road)
    body.replaceChildren(
      state === 'failed' ? failure(t('bn.ranking.failed'), t('retry'), load)
        : state === 'computing' ? element('p', { role: 'status' }, element('progress', { max: String(of), value: String(done), 'aria-label': t('bn.ranking.progress', { done, of }) }), ' ', t('bn.ranking.progress', { done, of })) : '',
      element('ol', { class: 'bn-list' }, ...roads.map(effect)),
      others.length > 0 ? element('h3', {}, t('bn.affected')) : '',
      others.length > 0 ? element('p', { class: 'field-hint' }, t('bn.affected.hint', { km: number(affectedWithin / 1000, 1) })) : '',
      element('ul', { class: 'bn-list' }, ...others.map(({ title, type, affected }) => element('li', { class: 'bn-card' }, element('h2', { class: 'bn-name' }, title),
        element('p', { class: 'bn-line' }, texts.type(type)), element('p', {}, affectedText(affected))))),
      element('p', { class: 'bn-note' }, t(graph.demonstration ? 'bn.graph.demonstration' : 'bn.graph', { version: graph.version, source: graph.source })))
  }

  function effect({ id, title, type, status, totals }) {
    const plots = totals.find(({ layer }) => layer === 'plot')
    const companies = totals.find(({ layer }) => layer === 'company')
    const minutes = totals.reduce((sum, total) => sum + total.minutesSaved, 0)
    return element('li', { class: 'bn-card' }, element('h2', { class: 'bn-name' }, title),
      element('p', { class: 'bn-line' }, element('span', {}, texts.type(type)), element('span', { class: `bn-status is-${status}` }, texts.status(status))),
      element('p', {}, t('bn.ranking.effect', { minutes: number(minutes, 0), plots: number(plots.gaining), companies: number(companies.gaining), jobs: number(companies.jobsGaining ?? 0), reachable: number(totals.reduce((sum, total) => sum + total.newlyReachable, 0)) })),
      textButton(t('bn.ranking.look'), 'search', () => {
        store.change(suppose, { fix: [], close: [] })
        store.change(supposeOne, id, 'fix')
        store.change(openBottleneckTab, 'whatif')
      }))
  }
}

export const affectedText = ({ plots, companies, jobs, jobsNotKnown }) =>
  t('bn.affected.counts', { plots: number(plots), companies: number(companies), jobs: jobs == null ? t('bn.unknown') : number(jobs), unknown: number(jobsNotKnown) })
