import { valueText } from '../text/format.js'
import { language, pick, t } from '../text/text.js'
import { element } from '../panels/markup.js'

const COLUMNS = ['municipality_code', 'area_m2', 'price_eur_m2', 'status', 'available_from', 'verified_on']

/** Plots as a table, on a phone as cards; `last` makes the end of each row. A plot without properties is no longer public; one that is not offered keeps its name only. */
export function plotsTable({ plots, caption, last, catalogue, names }) {
  const descriptor = catalogue.layer('plot')
  const columns = COLUMNS.map((name) => descriptor.attributes.find((attribute) => attribute.name === name)).filter(Boolean)
  return element('div', { class: 'table-frame' }, element('table', { class: 'shortlist-table' }, element('caption', {}, caption),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('list.name')), ...columns.map(({ title }) => element('th', { scope: 'col' }, pick(title))),
      element('td', {}))),
    element('tbody', {}, ...plots.map((plot) => row(plot)))))

  function row(plot) {
    const { id, properties, isOffered } = plot
    return element('tr', { 'data-id': id },
      element('th', { scope: 'row' }, properties
        ? [isOffered ? element('a', { href: `#place=plot&lang=${language()}&plot=${id}` }, properties.name ?? properties.code) : properties.name ?? properties.code,
            element('span', { class: 'row-code' }, properties.code)]
        : t('shortlist.plot', { id })),
      ...(isOffered ? columns.map((column) => element('td', { 'data-title': pick(column.title) }, cell(column, properties[column.name])))
        : [element('td', { colspan: columns.length }, t(properties ? 'shortlist.notOffered' : 'shortlist.gone'))]),
      element('td', { class: 'shortlist-last' }, last(plot)))
  }

  function cell(attribute, value) {
    if (value === null || value === undefined) return element('span', { class: 'not-known' }, t('notKnown'))
    if (!attribute.reference) return valueText(attribute, value, catalogue)
    const holder = element('span', {}, String(value))
    names.resolve(attribute.reference, value).then((found) => found && (holder.textContent = found.name), () => {})
    return holder
  }
}
