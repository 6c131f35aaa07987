import { element, nothing } from '../panels/markup.js'
import { pick, t } from '../text/text.js'
import { shownValue } from './shown.js'
import { isKnown } from './values.js'

/** Fields before and after, side by side; what differs is marked by a word and not by colour alone. @param rows of differences.js @param before the heading of what was; null where there was nothing */
export function differenceTable(rows, { caption, before, after, ...parts }) {
  if (rows.length === 0) return nothing(t('diff.none'))
  return element('div', { class: 'diff-frame', tabindex: '0', role: 'region', 'aria-label': caption }, element('table', { class: 'diff-table' }, element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...[t('diff.field'), before, after].filter(Boolean).map((text) => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, ...rows.map(({ attribute, before: old, after: fresh, how }) => element('tr', { class: `is-${how}`, 'data-attribute': attribute.name, tabindex: '-1' },
      element('th', { scope: 'row' }, pick(attribute.title), attribute.access === 'desk' && element('span', { class: 'edit-desk-only' }, t('edit.deskOnly')), before && how !== 'same' && element('span', { class: `diff-how is-${how}` }, t(`diff.${how}`))),
      before && element('td', { 'data-title': before }, marked('del', old, how, attribute, parts)), element('td', { 'data-title': after }, marked('ins', fresh, before ? how : 'same', attribute, parts)))))))
}

const marked = (mark, value, how, attribute, parts) => (how === 'same' || !isKnown(value) ? shownValue(attribute, value, parts) : element(mark, {}, shownValue(attribute, value, parts)))
