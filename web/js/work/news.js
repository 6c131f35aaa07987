import { attempt } from '../desk/forms.js'
import { element, textButton } from '../panels/markup.js'
import { countNotices, openProposal } from '../state/edit.js'
import { moment } from '../text/format.js'
import { language, t } from '../text/text.js'

/** What has happened to proposals since, newest first; opening the list does not make it seen, the button does. */
export async function newsList({ store, editing, signal, again }) {
  const { unseen, notifications } = await editing.notifications(language(), { signal })
  store.change(countNotices, unseen)
  if (notifications.length === 0) return element('div', { class: 'desk-empty' }, element('p', {}, t('work.empty.news')))
  const seen = attempt(async () => {
    await editing.seen(notifications[0].id)
    store.change(countNotices, 0)
    again()
  })
  return [element('div', { class: 'button-row' }, element('p', { class: 'work-unseen', role: 'status' }, t('work.unseen', { count: unseen })), unseen > 0 && textButton(t('work.seen'), 'check', seen)),
    element('ul', { class: 'work-news' }, ...notifications.map((one) => element('li', { class: one.seen ? null : 'is-unseen', 'data-notification': one.id },
      element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(openProposal, one.proposal) } }, one.text),
      element('span', { class: 'row-code' }, moment(one.at), !one.seen && [' · ', t('work.new')]))))]
}
