import { day } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element } from '../panels/markup.js'

/** What the server says of its road graph ({status, graph, profiles}). */
export function createGraph({ status, graph, licence, profiles }) {
  const named = new Map(profiles.map((profile) => [profile.id, profile]))
  return {
    known: status === 'ready',
    about: graph,
    licence,
    titleOf: (id) => pick(named.get(id)?.title),
    /** {value, source} of a profile's own dimension, or null where it has none. */
    dimensionOf: (id, dimension) => named.get(id)?.vehicle?.[dimension] ?? null,
  }
}

/** Which roads an answer rests on. @param about {version, date, source, demonstration} of the answer */
export const graphLine = (about, licence) => element('p', { class: 'roads-graph' },
  about.demonstration && element('span', { class: 'tag tag-demonstration' }, t('demonstration.short')), about.demonstration && ' ',
  t('roads.graph', { version: about.version, day: day(about.date) }), ` · ${about.source}`, licence && ` · ${licence}`)

/** What to say when the roads can not answer. */
export function problemText(problem, placeName) {
  if (problem.status === 422 && problem.type === 'no-road-data') return t('roads.noData', { place: placeName(problem.said.parameter) })
  if (problem.type === 'no-way') return t('roads.noWay')
  if (problem.status === 400) return problem.detail ?? t('roads.failed')
  if (problem.status === 503) return t('roads.busy')
  return t('roads.failed')
}
