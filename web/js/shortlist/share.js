import { day } from '../text/format.js'
import { language, t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { copyable, named, openDialog, refusal } from './dialog.js'

const DAYS = [7, 30, 90, 365]
const KEY = 'comparto-shared' // what this browser has shared and may take back: {link, token, revocation, title, expiresAt}

/** The links that this browser has made and that have not ended. */
export function ownLinks(now = Date.now()) {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]').filter(({ expiresAt, token, revocation }) => token && revocation && Date.parse(expiresAt) > now)
  } catch {
    return []
  }
}

function keep(links) {
  try {
    localStorage.setItem(KEY, JSON.stringify(links))
  } catch {
    // the link works, but can not be taken back from here
  }
}

/** Makes a link by which others read the list, for so many days. `changed` is called when there is a new one. */
export function openShare({ ids, session, changed }) {
  openDialog(t('shortlist.share'), (close) => {
    const title = element('input', { type: 'text', maxlength: '120', autocomplete: 'off' })
    const days = element('select', {}, ...DAYS.map((count) => element('option', { value: count, selected: count === 30 }, t('shortlist.days', { count }))))
    const body = element('form', { class: 'window-body', on: { submit: send } },
      element('p', {}, t('shortlist.shareText', { count: ids.length })),
      named(t('shortlist.shareTitle'), title, t('shortlist.shareTitleHint')), named(t('shortlist.shareDays'), days),
      element('div', { class: 'window-trouble-place' }),
      element('button', { type: 'submit', class: 'btn btn-primary' }, t('shortlist.shareMake')))

    async function send(event) {
      event.preventDefault()
      const trouble = body.querySelector('.window-trouble-place')
      trouble.replaceChildren()
      body.setAttribute('aria-busy', 'true')
      try {
        const made = await session.ask('/api/shortlists', { method: 'POST', content: { ids, title: title.value, days: Number(days.value) } })
        const address = `${location.origin}${made.link}&lang=${language()}`
        keep([...ownLinks(), { ...made, title: title.value }])
        changed()
        body.replaceChildren(element('p', { role: 'status' }, t('shortlist.shared', { day: day(made.expiresAt) })), ...copyable(t('shortlist.link.label'), address),
          element('p', { class: 'window-hint' }, t('shortlist.sharedHint')), element('button', { type: 'button', class: 'btn btn-primary', on: { click: close } }, t('shortlist.close')))
        body.querySelector('input').focus()
      } catch (problem) {
        trouble.replaceChildren(refusal(problem))
      } finally {
        body.removeAttribute('aria-busy')
      }
    }
    return body
  })
}

/** The links that were made here, each with the way to take it back. */
export function linkList({ session, said, changed }) {
  const links = ownLinks()
  if (links.length === 0) return null
  return element('section', { class: 'shortlist-links' }, element('h2', {}, t('shortlist.links')), element('ul', {}, ...links.map((link) => element('li', {},
    element('a', { href: `${link.link.slice(1)}&lang=${language()}` }, link.title || t('shortlist.untitled')), ' ', t('shortlist.until', { day: day(link.expiresAt) }), ' ',
    element('button', { type: 'button', class: 'text-button', on: { click: () => revoke(link) } }, t('shortlist.revoke'))))))

  async function revoke({ token, revocation }) {
    try {
      await session.ask(`/api/shortlists/${token}`, { method: 'DELETE', headers: { 'Revocation-Secret': revocation } })
    } catch (problem) {
      if (problem.status !== 404) {
        said.textContent = t('shortlist.refused')
        return
      }
    }
    keep(ownLinks().filter((one) => one.token !== token))
    said.textContent = t('shortlist.revoked')
    changed()
  }
}
