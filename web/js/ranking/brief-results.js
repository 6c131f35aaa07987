import { toHash } from '../state/permalink.js'
import { showMode } from '../state/ranking.js'
import { number, valueText, withUnit } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element, nothing, textButton } from '../panels/markup.js'
import { compareBox, compareTray, markBoxes } from './results.js'

/** What a brief found: three groups of plots, and the zones. */
export function briefResults(answer, { store, catalogue, signal }) {
  const { requirements, matches, open, nearMisses, zones, filter, description } = answer
  const root = element('div', { class: 'brief-results' }, compareTray({ store, signal }),
    group('matches', matches), matches.count > 1 && textButton(t('brief.rankThese'), 'arrow-right', rankThese),
    group('near', nearMisses, missText), nearMisses.count > 0 && blame(), group('open', open, openText), zoneTable(), element('p', { class: 'field-hint' }, description))
  store.watch((state) => state.picked ?? [], () => markBoxes(root, store), { signal })
  return root

  function group(name, { count, items }, say = null) {
    const head = `brief-${name}`
    return element('section', { class: 'brief-group-results', 'aria-labelledby': head, 'data-group': name },
      element('h3', { id: head }, t(`brief.${name}`), ' ', element('span', { class: 'section-count' }, number(count))),
      count === 0 ? nothing(t(`brief.${name}.none`)) : element('ul', { class: 'brief-plots' }, ...items.map((item) => plot(item, say))),
      count > items.length && element('p', { class: 'field-hint' }, t('brief.first', { shown: items.length, count: number(count) })))
  }

  function plot(item, say) {
    return element('li', { class: 'ranked-plot', 'data-id': item.id }, element('a', { class: 'ranked-name', href: toHash({ ...store.get(), place: 'plot', plot: item.id }) }, item.name),
      element('span', { class: 'score' }, element('span', { class: 'visually-hidden' }, t('ranking.score')), ' ', number(item.score * 100, 0)),
      item.wanted === true && element('span', { class: 'tag' }, t('brief.wanted')),
      say && element('p', { class: 'brief-say' }, say(item)), say !== openText && item.unknown.length > 0 && element('p', { class: 'brief-say not-known' }, openText(item)), compareBox(store, item.id, item.name))
  }

  function requirement(field) {
    return requirements.find((one) => one.field === field)
  }

  /** The one thing that fails, and by how much. */
  function missText({ failed, values }) {
    const { attribute, title, unit, kind, bound } = requirement(failed.field)
    const descriptor = catalogue.attribute('plot', attribute)
    const { value } = values.find(({ field }) => field === failed.field)
    const has = valueText(descriptor, value, catalogue)
    if (failed.gap === undefined || failed.gap === null) return t('brief.miss.other', { title, has, wanted: valueText(descriptor, bound, catalogue) })
    if (descriptor.type === 'date') return t('brief.miss.late', { title, has, count: Math.round(failed.gap) })
    return t(`brief.miss.${kind}`, { title, has, gap: withUnit(failed.gap, unit), share: number(failed.share * 100, failed.share < 0.1 ? 1 : 0) })
  }

  function openText({ unknown }) {
    return t('brief.unknown', { what: unknown.map((field) => requirement(field).title).join(', ') })
  }

  function blame() {
    return element('div', { class: 'blame' }, element('p', {}, t('brief.blame')), element('ul', {}, ...requirements.filter((one) => one.nearMisses > 0).sort((a, b) => b.nearMisses - a.nearMisses)
      .map(({ field, title, nearMisses: count }) => element('li', { 'data-field': field }, t('brief.blamed', { title, count })))))
  }

  function zoneTable() {
    if (zones.length === 0) return null
    return element('section', { 'aria-labelledby': 'brief-zones' }, element('h3', { id: 'brief-zones' }, t('brief.zones')),
      element('div', { class: 'table-frame', tabindex: '0', role: 'group', 'aria-labelledby': 'brief-zones' }, element('table', { class: 'table table-sm' },
        element('thead', {}, element('tr', {}, ...['zone', 'vocation', 'matches', 'open', 'near'].map((head) => element('th', { scope: 'col' }, t(`brief.head.${head}`))))),
        element('tbody', {}, ...zones.map((zone) => element('tr', {}, element('th', { scope: 'row' }, zone.name, zone.wanted === true && element('span', { class: 'tag' }, t('brief.wanted'))),
          element('td', {}, zone.vocation.map((chain) => pick(catalogue.codeTitle('production_chain', chain)) || chain).join(', ') || element('span', { class: 'not-known' }, t('notKnown'))),
          ...[zone.matches, zone.open, zone.nearMisses].map((count) => element('td', { class: 'is-number' }, number(count)))))))))
  }

  /** What matches becomes what is searched for, and is ranked. */
  function rankThese() {
    store.change((state) => showMode({ ...state, search: { sort: '', ...state.search, filter } }, 'rank'))
  }
}
