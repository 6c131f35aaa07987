import { toHash } from '../state/permalink.js'
import { valueText } from '../text/format.js'
import { t } from '../text/text.js'
import { itemList } from '../panels/items.js'
import { element, icon, iconButton } from '../panels/markup.js'

/**
 * The fields of the plots in rows, by section; what differs is marked by a sign and a word, what is not known is said. Roles are
 * named, since narrow windows show the table as blocks, and some browsers then take it for none.
 */
export function comparisonTable({ plots, sections }, { store, catalogue, drop }) {
  const only = element('input', { type: 'checkbox', id: 'compare-differences', on: { change: () => table.classList.toggle('only-differences', only.checked) } })
  const table = element('table', { class: 'compare-table', role: 'table' }, element('caption', { class: 'visually-hidden' }, t('compare.caption')),
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, element('th', { scope: 'col', role: 'columnheader' }, t('compare.field')), ...plots.map(head))),
    ...sections.map(({ title, rows }) => element('tbody', { role: 'rowgroup', class: rows.some(({ differs }) => differs) && 'has-differences' },
      element('tr', { class: 'compare-section', role: 'row' }, element('th', { scope: 'rowgroup', role: 'rowheader', colspan: plots.length + 1 }, element('h2', {}, title))), ...rows.map(row))))
  const differing = sections.reduce((all, { rows }) => all + rows.filter(({ differs }) => differs).length, 0)
  return element('div', {}, element('p', { class: 'compare-filter' }, only, element('label', { for: only.id }, t('compare.only', { count: differing }))),
    element('p', { class: 'field-hint compare-key' }, element('span', { class: 'differs-sign', 'aria-hidden': 'true' }, '≠'), ` ${t('compare.key.differs')} · `, icon('star-full', 'xs'), ` ${t('compare.key.best')}`),
    element('div', { class: 'compare-frame', tabindex: '0', role: 'group', 'aria-label': t('compare.caption') }, table))

  function head({ id, code, name }) {
    const title = name ?? code
    return element('th', { scope: 'col', role: 'columnheader', class: 'compare-plot' }, element('a', { href: toHash({ ...store.get(), place: 'plot', plot: id }) }, title), iconButton(t('compare.drop', { name: title }), 'close', () => drop(id)))
  }

  function row({ attribute, title, unit, values, texts, differs, best }) {
    const descriptor = catalogue.attribute('plot', attribute)
    return element('tr', { class: differs && 'is-different', role: 'row', 'data-attribute': attribute },
      element('th', { scope: 'row', role: 'rowheader' }, title, differs && element('span', { class: 'differs' }, element('span', { class: 'differs-sign', 'aria-hidden': 'true' }, '≠'), element('span', { class: 'visually-hidden' }, t('compare.differs')))),
      ...values.map((value, p) => element('td', { role: 'cell', 'data-plot': plots[p].code, class: best?.[p] && 'is-best' }, cell(descriptor, value, texts[p]),
        best?.[p] && element('span', { class: 'best' }, icon('star-full', 'xs'), t('compare.best')))))
  }

  function cell(descriptor, value, text) {
    if (value === null || (Array.isArray(value) && value.length === 0)) return element('span', { class: 'not-known' }, t('notKnown'))
    if (!descriptor || descriptor.reference) return text
    return descriptor.type === 'json' ? itemList(value) : valueText(descriptor, value, catalogue)
  }
}
