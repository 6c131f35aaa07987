import { element } from '../panels/markup.js'
import { openDialog } from '../desk/dialog.js'
import { danger, labelled, notice, primary, secondary } from '../desk/forms.js'
import { problemText } from '../desk/problems.js'
import { t } from '../text/text.js'

/** Why it has to be said why. */
const WITH_REASON = { submit: false, withdraw: false, send_back: true, approve: false, publish: false, discard: true }

/**
 * Takes a step of a proposal after saying what will happen; a reason is asked for where somebody else has to understand it.
 * @param onlyHere nothing of it is on the server yet
 */
export function takeStep({ editing, proposal, step, onDone, onRefused, onlyHere = false }) {
  const retires = step === 'publish' && proposal.kind === 'retire'
  const needsReason = WITH_REASON[step] && !onlyHere
  openDialog({
    title: t(`step.${step}.title`),
    fill: (close) => {
      const trouble = element('div')
      const reason = element('textarea', { rows: '3', maxlength: '2000', required: needsReason })
      const act = step === 'discard' || step === 'send_back' ? danger : (label, onClick) => primary(label, {}, onClick)
      const confirm = act(t(`step.${step}.confirm`), async () => {
        if (needsReason && !reason.value.trim()) {
          trouble.replaceChildren(notice('error', t('step.reason.missing')))
          return reason.focus()
        }
        confirm.disabled = true
        try {
          if (!onlyHere) await editing.step(proposal.id, proposal.version, { step, reason: reason.value.trim() || null, comments: [] })
          close()
          await onDone()
        } catch (problem) {
          if (problem.said?.faults && onRefused) {
            close()
            return onRefused(problem)
          }
          trouble.replaceChildren(notice('error', problem.status === 412 ? t('step.stale') : problemText(problem)))
          confirm.disabled = false
        }
      })
      return [element('p', {}, retires ? t('step.publish.retire') : t(`step.${step}.what`)),
        !onlyHere && labelled(t(needsReason ? 'step.reason' : 'step.reason.optional'), reason, t('step.reason.hint')), trouble,
        element('div', { class: 'button-row form-buttons' }, confirm, secondary(t('dialog.cancel'), close))]
    },
  })
}
