import { pick, t } from '../../text/text.js'
import { element } from '../../panels/markup.js'
import { answeredText, figureText, keyText, shares } from './figures.js'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Figures as a chart and a table in one: every row has its name, a bar, its figure and of how many firms it is known.
 *
 * @param table an answer of /api/census/statistics @param onPick called with the value of a row that can be opened; null for none
 */
export function barTable(table, onPick = null) {
  const options = { unit: table.unit, k: table.k }
  const lengths = shares(table.rows)
  const withAnswers = table.rows.some(({ answered }) => answered !== undefined)
  const title = [pick(table.measure.title), table.value && keyText(table.value)].filter(Boolean).join(' · ')
  return element('div', { class: 'side-scroll', tabindex: '0', role: 'region', 'aria-label': title }, element('table', { class: 'side-table district-bars' },
    element('caption', {}, title, table.unit ? ` (${table.unit})` : ''),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, pick(table.by.title)), element('td', { class: 'district-bar-head' }),
      element('th', { scope: 'col', class: 'is-number' }, pick(table.measure.title)), withAnswers && element('th', { scope: 'col' }, t('district.answers')))),
    element('tbody', {}, ...table.rows.map((row, i) => element('tr', {}, element('th', { scope: 'row' }, name(row.by, onPick)), element('td', { class: 'district-bar-cell' }, bar(lengths[i])),
      element('td', { class: 'is-number' }, figureText(row, options)), withAnswers && element('td', {}, answeredText(row))))),
    table.total && element('tfoot', {}, element('tr', {}, element('th', { scope: 'row' }, t('district.total')), element('td', {}),
      element('td', { class: 'is-number' }, figureText(table.total, options)), withAnswers && element('td', {}, answeredText(table.total))))))
}

const name = (key, onPick) => (onPick && key.value !== 'none' ? element('button', { type: 'button', class: 'link-button', on: { click: () => onPick(key.value) } }, keyText(key)) : keyText(key))

/** A decorative bar beside its figure; without one, the ground says that there is something that is not shown. */
function bar(share) {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [key, value] of Object.entries({ viewBox: '0 0 100 12', preserveAspectRatio: 'none', class: 'district-bar', 'aria-hidden': 'true', focusable: 'false' })) svg.setAttribute(key, value)
  const rect = document.createElementNS(SVG, 'rect')
  for (const [key, value] of Object.entries({ width: share === null ? 100 : Math.max(0.8, share * 100), height: 12, class: share === null ? 'district-bar-hidden' : 'district-bar-known' })) rect.setAttribute(key, value)
  svg.append(rect)
  return svg
}
