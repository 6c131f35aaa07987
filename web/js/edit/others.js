import { element } from '../panels/markup.js'
import { notice } from '../desk/forms.js'
import { openProposal } from '../state/edit.js'
import { t } from '../text/text.js'

/** Other open proposals about the same feature: only one of them can be published as it is. */
export function othersNote({ store }, { others = [] }) {
  if (others.length === 0) return null
  return notice('info', element('p', {}, t('edit.others', { count: others.length })), element('div', { class: 'button-row' }, ...others.map(({ id, author, state }) =>
    element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(openProposal, id) } }, t('edit.other', { id, author, state: t(`proposal.state.${state}`) })))))
}
