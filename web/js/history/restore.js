import { element } from '../panels/markup.js'
import { openDialog } from '../desk/dialog.js'
import { labelled, notice, primary, secondary } from '../desk/forms.js'
import { problemText } from '../desk/problems.js'
import { moment } from '../text/format.js'
import { t } from '../text/text.js'

/** Brings a version back as the newest one, with a reason; what was between stays in the history. */
export function offerRestore({ editing, layer, past, tag, version, onDone }) {
  openDialog({
    title: t('past.restore.title', { version: version.version }),
    fill: (close) => {
      const trouble = element('div')
      const reason = element('textarea', { rows: '3', maxlength: '1000', required: true })
      const confirm = primary(t('past.restore.confirm'), {}, async () => {
        if (!reason.value.trim()) {
          trouble.replaceChildren(notice('error', t('step.reason.missing')))
          return reason.focus()
        }
        confirm.disabled = true
        try {
          await editing.restore(layer.id, past.id, tag, { version: version.version, reason: reason.value.trim() })
          close()
          onDone()
        } catch (problem) {
          trouble.replaceChildren(notice('error', problem.status === 412 ? t('past.restore.stale') : problemText(problem)))
          confirm.disabled = false
        }
      })
      return [element('p', {}, t('past.restore.what', { version: version.version, when: moment(version.at) })), labelled(t('step.reason'), reason, t('step.reason.hint')), trouble,
        element('div', { class: 'button-row form-buttons' }, confirm, secondary(t('dialog.cancel'), close))]
    },
  })
}
