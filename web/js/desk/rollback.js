import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { openDialog } from './dialog.js'
import { danger, notice, secondary } from './forms.js'
import { problemText } from './problems.js'

const LISTED = 20

/** Asks whether a load shall be rolled back and starts it; onStarted() once the server is at it. */
export function offerRollback({ desk, load, onStarted }) {
  openDialog({
    title: t('rollback.heading'),
    fill: (close) => {
      const trouble = element('div')
      const go = danger(t('rollback.confirm'), async () => {
        go.disabled = true
        trouble.replaceChildren()
        try {
          await desk.rollback(load.id, false)
          close()
          onStarted()
        } catch (problem) {
          go.disabled = false
          trouble.replaceChildren(notice('error', problemText(problem)))
        }
      })
      return [element('p', {}, t(load.madeLayer ? 'rollback.removesLayer' : 'rollback.what', { file: load.fileName })), element('p', {}, t('rollback.kept')), trouble,
        element('div', { class: 'button-row form-buttons' }, go, secondary(t('dialog.cancel'), close))]
    },
  })
}

/** Records that were edited after the load: the list, and the way to roll back all the same. */
export function rollbackConflicts({ desk, load, conflicts, total, onStarted }) {
  const trouble = element('div')
  const force = danger(t('rollback.force'), async () => {
    force.disabled = true
    try {
      await desk.rollback(load.id, true)
      onStarted()
    } catch (problem) {
      force.disabled = false
      trouble.replaceChildren(notice('error', problemText(problem)))
    }
  })
  const rest = total - Math.min(conflicts.length, LISTED)
  return element('div', { class: 'conflicts' },
    notice('warning', element('strong', {}, t('rollback.conflicts', { count: total, number: number(total, 0) })), element('p', {}, t('rollback.conflictsText'))),
    element('ul', { class: 'plain-list' }, ...conflicts.slice(0, LISTED).map((conflict) => element('li', {}, nameOf(conflict)))),
    rest > 0 && element('p', {}, t('rollback.more', { count: rest, number: number(rest, 0) })),
    trouble, element('div', { class: 'button-row' }, force))
}

const nameOf = (conflict) => (typeof conflict === 'object' ? [conflict.code ?? conflict.key, conflict.name, conflict.reason ?? conflict.author].filter(Boolean).join(' · ') || `#${conflict.featureId ?? conflict.id}` : String(conflict))
