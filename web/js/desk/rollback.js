import { t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { openDialog } from './dialog.js'
import { danger, notice, secondary } from './forms.js'
import { problemText } from './problems.js'

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
          if (problem.type !== 'edited-since') return trouble.replaceChildren(notice('error', problemText(problem)))
          go.hidden = true
          trouble.replaceChildren(editedSince({ desk, load, conflicts: problem.said?.conflicts ?? [], onStarted: () => { close(); onStarted() } }))
        }
      })
      return [element('p', {}, t(load.madeLayer ? 'rollback.removesLayer' : 'rollback.what', { file: load.fileName })), element('p', {}, t('rollback.kept')), trouble,
        element('div', { class: 'button-row form-buttons' }, go, secondary(t('dialog.cancel'), close))]
    },
  })
}

/** Records that were edited after the load: the list, and the way to roll back all the same. */
function editedSince({ desk, load, conflicts, onStarted }) {
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
  }, { id: 'force-rollback' })
  return element('div', { class: 'conflicts' },
    notice('warning', element('strong', {}, t('rollback.conflicts')), element('p', {}, t('rollback.conflictsText'))),
    element('ul', { class: 'plain-list' }, ...conflicts.map(({ code, changedBy }) => element('li', {}, t('rollback.conflict', { code, author: changedBy })))),
    trouble, element('div', { class: 'button-row' }, force))
}
