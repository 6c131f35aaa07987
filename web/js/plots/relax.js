import { plotServer } from '../api/plots.js'
import { searchFor } from '../state/search.js'
import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { element, icon, textButton, waiting } from '../panels/markup.js'
import { FIELDS } from './filter/conditions.js'

/**
 * Nothing was found: which single condition stands in the way, with what would be found without it; and for a range, how far the
 * plots that meet all the rest reach, which its facet tells.
 */
export function relaxations({ store, texts, questions, search, signal }) {
  const { filter } = store.get().search
  const body = element('div', {}, waiting(t('plots.relax.waiting')))
  const root = element('div', { class: 'plots-empty' }, element('p', { class: 'plots-empty-title' }, icon('info-circle'), t(filter ? 'plots.empty' : 'plots.noPlots')), filter && body)
  if (filter) weigh()
  return root

  async function weigh() {
    const { conditions, rest } = questions.read()
    const ways = [...FIELDS.filter(({ key }) => key in conditions).map(({ key }) => ({ key, title: texts.titleOf(key), text: texts.conditionOf(key, conditions[key]), filter: questions.without(key) })),
      ...rest.map((text, i) => ({ title: t('plots.advanced'), text: [element('code', {}, text)], filter: questions.withoutRest(i) }))]
    const weighed = await Promise.all(ways.map(async (way) => ({ ...way, total: await countOf(way.filter) })))
    if (signal.aborted || store.get().search.filter !== filter) return
    const helpful = weighed.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
    body.replaceChildren(element('p', {}, t(helpful.length > 0 ? 'plots.relax.heading' : 'plots.relax.none')),
      element('ul', { class: 'relax' }, ...helpful.map(offer)), textButton(t('plots.reset'), 'delete', () => store.change(searchFor, { filter: '' })))
  }

  /** Null where it can not be said now. */
  async function countOf(without) {
    try {
      return (await plotServer.search({ filter: without, limit: 1 }, { signal })).total
    } catch {
      return null
    }
  }

  function offer({ key, title, text, filter: without, total }) {
    const { min, max } = search.result().facets.get(key) ?? {}
    const reach = typeof min === 'number' && typeof max === 'number' ? t('plots.relax.reach', { from: texts.amount(FIELDS.find((one) => one.key === key), min), to: texts.amount(FIELDS.find((one) => one.key === key), max) }) : null
    return element('li', {}, element('button', { type: 'button', class: 'relax-way', on: { click: () => store.change(searchFor, { filter: without }) } },
      element('span', { class: 'relax-what' }, t('plots.relax.without'), ' ', element('strong', {}, title), ' ', ...text),
      element('span', { class: 'relax-count' }, t('plots.count', { count: total, number: number(total, 0) }))), reach && element('p', { class: 'field-hint' }, reach))
  }
}
