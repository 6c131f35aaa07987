import { day } from '../text/format.js'
import { language, t, useWords } from '../text/text.js'
import { element, failure, nothing, textButton, waiting } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { copyable } from '../shortlist/dialog.js'

/** The place of one saved search: confirmed by the link of the first mail, seen and ended by its own. */
export async function alertPage(parts) {
  const { root, store, session, server, signal } = parts
  await Promise.all([useWords('alerts', server.locale), useWords('shortlist', server.locale), useStyles('/css/shortlist.css')])
  store.watch((state) => [state.place, state.alert, state.confirm, state.language], ([place]) => (place === 'alert' ? render() : root.replaceChildren()), { signal })

  async function render() {
    const { alert, confirm } = store.get()
    const heading = element('h1', { class: 'place-title', tabindex: '-1' }, t('alerts.pageHeading'))
    const body = element('div', { class: 'shortlist-body' }, waiting(t('alerts.waiting')))
    root.replaceChildren(element('div', { class: 'place-inner' }, heading, body))
    try {
      if (confirm) return body.replaceChildren(question(body, confirm))
      body.replaceChildren(...view(await session.ask(`/api/alerts/${alert ?? 'none'}`, { signal }), body))
    } catch (problem) {
      body.replaceChildren(problem.status === 404 ? nothing(t('alerts.gone')) : failure(t('alerts.failed'), t('retry'), render))
    }
  }

  /** A press of a button, so that a program that follows the links of a mail confirms nothing. */
  function question(body, token) {
    return element('div', {}, element('p', { class: 'place-text' }, t('alerts.confirmText')), element('button', { type: 'button', class: 'btn btn-primary', on: { click: async () => {
      try {
        body.replaceChildren(...view(await session.ask(`/api/alerts/confirmations/${token}`, { method: 'POST' }), body))
      } catch (problem) {
        body.replaceChildren(problem.status === 404 ? nothing(t('alerts.gone')) : failure(t('alerts.failed'), t('retry'), render))
      }
    } } }, t('alerts.confirmDo')))
  }

  function view(saved, body) {
    const row = (name, value) => element('div', {}, element('dt', {}, name), element('dd', {}, value))
    const list = `#place=plots&lang=${language()}${saved.filter ? `&filter=${encodeURIComponent(saved.filter)}` : ''}${saved.sort ? `&sort=${saved.sort}` : ''}`
    return [
      element('p', { class: 'place-text', role: 'status' }, t(`alerts.mail.${saved.mail}`)),
      element('dl', { class: 'facts alert-facts' }, row(t('alerts.title'), saved.title ?? t('alerts.untitled')),
        row(t('alerts.filter'), saved.filter ? element('code', {}, saved.filter) : t('alerts.everyPlot')),
        row(t('alerts.events'), saved.events.map((kind) => t(`alerts.event.${kind}`)).join(', ')), row(t('alerts.until'), day(saved.expiresAt))),
      element('p', {}, element('a', { href: list }, t('alerts.list'))), ...copyable(t('alerts.feed'), location.origin + saved.feed),
      element('div', { class: 'button-row' }, textButton(t('alerts.end'), 'delete', async () => {
        try {
          await session.ask(`/api/alerts/${saved.token}`, { method: 'DELETE' })
          body.replaceChildren(element('p', { class: 'place-text', role: 'status' }, t('alerts.ended')))
        } catch {
          body.prepend(failure(t('alerts.failed'), t('retry'), render))
        }
      })),
    ]
  }
}
