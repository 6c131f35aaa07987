import { closeLoad } from '../state/view.js'
import { t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { dropDraft } from './draft.js'
import { openDialog } from './dialog.js'
import { danger, notice, secondary } from './forms.js'
import { problemText } from './problems.js'

/** Gives up a load that changed nothing yet; the file goes with it. */
export function discardButton({ desk, load, store }) {
  return secondary(t('discard.offer'), () => openDialog({
    title: t('discard.heading'),
    fill: (close) => {
      const trouble = element('div')
      return [element('p', {}, t('discard.what', { file: load.fileName })), trouble, element('div', { class: 'button-row form-buttons' },
        danger(t('discard.confirm'), async () => {
          try {
            await desk.discard(load.id)
            dropDraft(load)
            close()
            store.change(closeLoad)
          } catch (problem) {
            trouble.replaceChildren(notice('error', problemText(problem)))
          }
        }), secondary(t('dialog.cancel'), close))]
    },
  }), { class: 'btn btn-outline-secondary' })
}
