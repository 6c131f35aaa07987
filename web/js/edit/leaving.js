import { element } from '../panels/markup.js'
import { openDialog } from '../desk/dialog.js'
import { danger, primary, secondary } from '../desk/forms.js'
import { t } from '../text/text.js'

/** Asks before somebody goes elsewhere with what the server does not have; closing the window asks as well. */
export function watchLeaving({ store, draft, saving, autosave, signal }) {
  let open = false
  store.guard((before, after, again) => {
    const stays = after.place === 'edit' && (before.edit === after.edit || JSON.stringify(before.edit) === JSON.stringify(after.edit) || after.edit?.proposal === draft.id)
    if (stays || before.place !== 'edit' || !draft.isDirty()) return true
    if (!open) ask(again)
    return false
  }, { signal })
  window.addEventListener('beforeunload', (event) => draft.isDirty() && event.preventDefault(), { signal })

  function ask(again) {
    open = true
    const close = openDialog({
      title: t('edit.leave.title'),
      fill: (shut) => [element('p', {}, t('edit.leave.what')), element('div', { class: 'button-row form-buttons' },
        primary(t('edit.leave.save'), {}, async () => {
          shut()
          if ((await saving.save()).done) {
            await autosave.drop()
            again()
          }
        }),
        secondary(t('edit.leave.keep'), async () => { shut(); await autosave.keep(); leave(again) }),
        danger(t('edit.leave.forget'), async () => { shut(); leave(again); await autosave.drop() }),
        secondary(t('edit.leave.stay'), shut))],
    })
    document.querySelector('dialog[open]').addEventListener('close', () => (open = false))
    return close
  }

  function leave(again) {
    draft.settle()
    again()
  }
}
