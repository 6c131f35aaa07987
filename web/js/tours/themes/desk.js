import { t } from '../../text/text.js'
import { notice } from '../../panels/fields.js'
import { element, textButton } from '../../panels/markup.js'
import { problemText } from '../plan/problems.js'

/** What those who write and publish can do with a route, and what it waits for. */
export function deskBar({ api, may, go, theme, again }) {
  const { id, state, author } = theme
  const isOwn = author === may.name
  const said = element('div', { role: 'alert' })
  const waits = state !== 'published'
  const root = element('section', { class: 'theme-desk', 'aria-label': t('themes.desk') },
    element('p', {}, element('span', { class: 'tag' }, t(`themes.state.${state}`)), ' ', element('span', { class: 'side-small' }, t('themes.author', { author }))),
    waits && element('p', { class: 'side-small' }, t(may.publish && !isOwn ? 'themes.waits.you' : 'themes.waits.other')),
    element('div', { class: 'button-row' },
      waits && may.publish && !isOwn && element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => attempt(() => api.publish(id), again) } }, t('themes.publish')),
      textButton(t('themes.edit'), 'pencil', () => go(`edit:${id}`)),
      state !== 'draft' && may.publish && twice(t('themes.withdraw'), t('themes.withdraw.sure'), 'minus-circle', () => attempt(() => api.withdraw(id), again)),
      state === 'draft' && twice(t('themes.delete'), t('themes.delete.sure'), 'delete', () => attempt(() => api.remove(id), () => go(null)))), said)
  return root

  /** What takes something away is asked again in its own place. */
  function twice(text, sureText, sign, work) {
    const button = textButton(text, sign, () => {
      const sure = element('button', { type: 'button', class: 'btn btn-danger', on: { click: work } }, sureText)
      button.replaceWith(sure)
      sure.focus()
      sure.addEventListener('blur', () => sure.isConnected && sure.replaceWith(button))
    })
    return button
  }

  async function attempt(work, then) {
    try {
      await work()
      then()
    } catch (problem) {
      said.replaceChildren(notice('warning', problemText(problem)))
    }
  }
}
