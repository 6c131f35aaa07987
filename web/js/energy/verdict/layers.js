import { moment, number } from '../../text/format.js'
import { pick, t } from '../../text/text.js'
import { element } from '../../panels/markup.js'
import { say } from '../texts.js'

/** The layers that were asked, with the version and day that the answer rests on; what is missing stands first. */
export function layerTable({ answer, energy }) {
  const layers = [...answer.layers].sort((a, b) => Number(a.available) - Number(b.available))
  return element('details', { class: 'side-fold energy-print' }, element('summary', {}, t('energy.layers', { count: layers.length })),
    element('div', { class: 'side-scroll', tabindex: '0', role: 'region', 'aria-label': t('energy.layers', { count: layers.length }) }, element('table', { class: 'side-table' },
      element('thead', {}, element('tr', {}, ...['layer', 'version', 'changed', 'source'].map((key) => element('th', { scope: 'col' }, t(`energy.layers.${key}`))))),
      element('tbody', {}, ...layers.map(({ layer, title, available, revision, changedAt, source, demonstration }) => element('tr', {},
        element('th', { scope: 'row' }, pick(title) || energy.texts.layer(layer)),
        element('td', {}, available ? number(revision ?? 0, 0) : element('strong', {}, t('energy.layers.missing'))),
        element('td', {}, changedAt ? moment(changedAt) : available ? t('notKnown') : ''),
        element('td', {}, say(source) || (available ? t('notKnown') : ''), demonstration && [' ', element('span', { class: 'tag tag-demonstration' }, t('demonstration.short'))])))))))
}
