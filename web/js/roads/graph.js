import { day } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element } from '../panels/markup.js'

/** What the server says of its road graph; `known` is false while there is none. */
export function createGraph(status) {
  const profiles = status?.profiles ?? []
  return {
    known: Boolean(status?.graph ?? status?.version),
    /** {value, source} of a profile's own dimension, or null where it has none. */
    dimensionOf(id, dimension) {
      const profile = profiles.find((one) => one.id === id)
      const value = profile?.vehicle?.[dimension] ?? null
      const source = profile?.sources?.[dimension] ?? null
      return value === null ? null : { value, source: typeof source === 'object' ? pick(source) : source }
    },
  }
}

/** Which roads an answer rests on. @param graph {version, date, source, demonstration} of the answer */
export const graphLine = (graph) => element('p', { class: 'roads-graph' },
  graph.demonstration && element('span', { class: 'tag tag-demonstration' }, t('demonstration.short')), graph.demonstration && ' ',
  t('roads.graph', { version: graph.version, day: graph.date ? day(graph.date) : t('notKnown') }), graph.source && ` · ${graph.source}`)

/** What to say when the roads can not answer. */
export function problemText(problem, placeName) {
  if (problem.status === 422 && problem.type === 'no-road-data') return t('roads.noData', { place: placeName(problem.said.parameter) })
  if (problem.status === 422 || problem.status === 404) return t('roads.noWay')
  if (problem.status === 400) return problem.detail ?? t('roads.failed')
  if (problem.status === 503) return t('roads.busy')
  return t('roads.failed')
}
