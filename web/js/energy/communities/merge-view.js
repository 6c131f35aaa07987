import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { mergeScenarios, resolve } from './merging.js'

/** Somebody else has saved meanwhile: what both have changed is decided one by one, or one side is taken whole. */
export function mergeView({ base, mine, theirs, onDecided, onTheirs }) {
  const { merged, conflicts } = mergeScenarios(base, mine, theirs)
  const taken = new Set()
  const row = (conflict, i) => element('li', {}, element('strong', {}, titleOf(conflict)), element('div', { class: 'cm-sides' },
    ...['mine', 'theirs'].map((side) => element('label', {}, element('input', { type: 'radio', name: `cm-conflict-${i}`, checked: side === 'mine', on: { change: () => (side === 'mine' ? taken.delete(conflict) : taken.add(conflict)) } }),
      element('span', {}, `${t(`cm.merge.${side}`)}: ${textOf(conflict[side])}`)))))
  return element('div', { class: 'cm-merge', role: 'alert' }, element('p', {}, element('strong', {}, t('cm.merge'))),
    element('p', {}, t(conflicts.length === 0 ? 'cm.merge.none' : 'cm.merge.some', { count: conflicts.length })), conflicts.length > 0 && element('ul', {}, ...conflicts.map(row)),
    element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => onDecided(resolve(merged, [...taken])) } }, t('cm.merge.do')),
      textButton(t('cm.merge.overwrite'), 'upload', () => onDecided(mine)), textButton(t('cm.merge.take'), 'download', onTheirs)))
}

const titleOf = ({ key, id, mine, theirs }) => (id ? `${id} ${(mine ?? theirs)?.name ?? ''}` : t(`cm.part.${key}`))

/** What is different in words as short as they go: a missing side was removed there. */
function textOf(value) {
  if (value === null) return t('cm.merge.removed')
  if (typeof value !== 'object') return String(value)
  const { kw, annualKwh, kind, commissioned, technology } = value
  return [kind && t(`cm.kind.${kind}`), technology, kw && `${kw} kW`, annualKwh && `${annualKwh} kWh`, commissioned].filter(Boolean).join(', ') || t('cm.merge.other')
}
