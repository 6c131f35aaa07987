import { showRows } from '../state/view.js'
import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { element, icon, textButton } from '../panels/markup.js'
import { planOf } from './draft.js'
import { discardButton } from './discard.js'
import { notice, primary, tick } from './forms.js'
import { rejectedRows } from './history.js'
import { messageText, problemText } from './problems.js'
import { codeText, isOnMap, rowTable } from './rows.js'

/** The report of the check: what would be loaded, what not and why, what can be repaired, and what to beware of. */
export function checkStep(parts) {
  const { load, draft, check, go } = parts
  const { report } = load
  if (!report) return [!load.message && notice('error', t('check.none')), element('div', { class: 'button-row step-buttons' }, textButton(t('check.mapping'), 'pencil', () => go('mapping')), discardButton(parts))]
  const rejected = rejectedRows(report)
  const repaired = draft.repair ? report.repaired ?? [] : (report.rejected ?? []).filter(({ repairable }) => repairable)
  const usable = (report.created ?? 0) + (report.changed ?? 0) + (report.unchanged ?? 0)
  const trouble = element('div')
  const rows = element('div', { class: 'rejected-rows' })
  const isOpen = load.state === 'checked' || load.state === 'refused'

  async function again(change) {
    Object.assign(draft, change)
    try {
      await check(planOf(draft))
    } catch (problem) {
      trouble.replaceChildren(notice('error', problemText(problem)))
    }
  }

  return [
    element('dl', { class: 'figures' }, figure(t('check.read'), report.read), figure(t('check.usable'), usable, 'good'), figure(t('check.rejected'), rejected, rejected > 0 ? 'bad' : '')),
    (report.warnings ?? []).map((warning) => notice('warning', warningText(warning))),
    transformNotice(report),
    element('h2', {}, t('check.rejectedHeading', { count: rejected, number: number(rejected, 0) })),
    rejected === 0 ? notice('good', t('check.noneRejected'))
      : [element('ul', { class: 'problem-list' }, ...report.rejected.map((group) => problemGroup(group, parts))),
        textButton(t('check.allRejected'), 'list', () => rows.replaceChildren(rowTable({ ...parts, kind: 'rejected' }))), rows],
    (report.rejected ?? []).some(({ code }) => code === 'attribute-unknown-code') && isOpen && notice('info', t('check.valuesHint')),
    repaired.length > 0 && [element('h2', {}, t('check.repairsHeading', { count: sum(repaired) || repaired.length })),
      element('p', {}, t(draft.repair ? 'check.repairsOn' : 'check.repairsOff')),
      draft.repair && element('ul', { class: 'problem-list' }, ...repaired.map((group) => problemGroup(group, parts, 'repaired'))),
      isOpen && tick(t('check.repair'), draft.repair, (on) => again({ repair: on }), t('check.repairHint'))],
    trouble,
    isOpen && element('div', { class: 'button-row step-buttons' },
      usable > 0 && load.state === 'checked' && primary(t('check.next'), { id: 'to-difference' }, () => go('difference')),
      textButton(t('check.mapping'), 'pencil', () => go('mapping')), discardButton(parts)),
    isOpen && usable === 0 && notice('error', t('check.nothing')),
  ]
}

const sum = (groups) => (groups ?? []).reduce((total, { count }) => total + (count ?? 0), 0)

export const figure = (title, count, kind = '') => element('div', { class: kind && `is-${kind}` }, element('dt', {}, title), element('dd', {}, number(count ?? 0, 0)))

/** One code with its first rows; each row with a place leads to the map. */
function problemGroup({ code, count, first = [] }, { store }, kind = 'rejected') {
  return element('li', {}, element('div', { class: 'problem-head' }, icon(kind === 'rejected' ? 'error' : 'tool'), element('strong', {}, codeText(code)),
    element('span', { class: 'tag' }, t('check.rows', { count: count ?? first.length, number: number(count ?? first.length, 0) })),
    first.some(isOnMap) && textButton(t('rows.onMap'), 'map-marker', () => store.change(showRows, kind))),
  element('ul', { class: 'problem-rows' }, ...first.slice(0, 5).map(({ row, reason, lon, lat }) => element('li', {},
    isOnMap({ lon, lat }) ? element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(showRows, `${kind}.${row}`) } }, t('check.row', { row })) : element('span', {}, t('check.row', { row })),
    reason && element('span', { class: 'server-note' }, reason)))))
}

function transformNotice({ sourceCrs, transform, accuracyM }) {
  if (!sourceCrs && !transform) return null
  const rough = accuracyM !== null && accuracyM !== undefined && accuracyM >= 1
  const text = [t('check.crs', { crs: typeof sourceCrs === 'number' ? `EPSG:${sourceCrs}` : sourceCrs }), accuracyM !== null && accuracyM !== undefined ? t('check.accuracy', { metres: number(accuracyM, 2) }) : t('check.accuracyUnknown')].join(' ')
  return notice(rough ? 'warning' : 'info', element('strong', {}, text), rough && element('p', {}, t('check.rough', { metres: number(accuracyM, 1) })), transform && element('details', {}, element('summary', {}, t('check.transform')), element('code', {}, transform)))
}

const warningText = (warning) => (typeof warning === 'string' ? messageText(warning, { warns: true }) : warning.message ?? codeText(warning.code))
