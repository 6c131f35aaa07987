import { number } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element } from '../../panels/markup.js'

const percent = (share) => `${number(share * 100, 1)}%`

/** What the assignment is worth, each figure beside what no assignment can exceed. */
export function figuresView({ result }) {
  if (result.assignments.length === 0) return element('p', { class: 'side-lead' }, t('camp.notSolved'))
  const { visits, preferences, fairness, travel } = result.figures
  const facts = [
    [t('camp.figure.visits'), t('camp.figure.of', { value: number(visits.served, 0), of: number(visits.wanted, 0) }), t('camp.figure.bound', { bound: number(visits.bound, 0) })],
    [t('camp.figure.preferences'), percent(preferences.share), t(preferences.boundOfAsMany < preferences.bound ? 'camp.figure.boundOfAsMany' : 'camp.figure.bound', { bound: percent(preferences.boundShare), ofAsMany: percent(preferences.boundShareOfAsMany) })],
    [t('camp.figure.satisfied'), t('camp.figure.of', { value: number(preferences.satisfied, 0), of: number(preferences.asked, 0) }), t('camp.figure.first', { count: preferences.first })],
    [t('camp.figure.fairness'), t('camp.figure.range', { least: fairness.least, most: fairness.most }), t('camp.figure.index', { index: number(fairness.index, 2), idle: fairness.idle })],
    [t('camp.figure.travel'), t('camp.figure.hours', { hours: number(travel.minutes / 60, 0) }), t('camp.figure.mean', { minutes: number(travel.minutes / Math.max(1, result.assignments.length), 0) })],
  ]
  return element('section', { 'aria-label': t('camp.figures') }, element('dl', { class: 'side-facts camp-figures' }, ...facts.map(([name, value, note]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value, element('span', { class: 'side-small side-block' }, note))))),
  element('p', { class: 'field-hint' }, t('camp.figure.note')))
}
