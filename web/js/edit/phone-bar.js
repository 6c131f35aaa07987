import { element, icon } from '../panels/markup.js'
import { showEditFace } from '../state/edit.js'
import { t } from '../text/text.js'

/** On a phone the map comes first: the form is a sheet over it that can be made small. */
export function phoneBar(store, signal) {
  const button = element('button', { type: 'button', class: 'edit-face', on: { click: () => store.change(showEditFace, store.get().editFace === 'map' ? 'form' : 'map') } })
  store.watch((state) => state.editFace === 'map', (onMap) => {
    button.setAttribute('aria-expanded', String(!onMap))
    button.replaceChildren(icon(onMap ? 'arrow-up-triangle' : 'arrow-down-triangle'), element('span', {}, t(onMap ? 'edit.face.form' : 'edit.face.map')))
  }, { signal })
  return button
}
