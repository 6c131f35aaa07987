import { t } from '../../text/text.js'
import { choice, labelled } from '../../panels/fields.js'
import { element, textButton } from '../../panels/markup.js'
import { shortDay, showDay } from './board.js'
import { bare, groupTitle, hostTitle, moved, slotsOf, withLock } from './model.js'

/** Moves, locks and takes out visits: by a form that any keyboard reaches, or at once where one was dropped. */
export function mover({ book, api }) {
  const root = element('div', { class: 'camp-mover' })
  const hostOf = (id) => hostTitle(book.document.hosts.find((one) => one.id === id) ?? { id })
  return { root, open, move }

  /** @param visit {group, host, date, from}; null host for a group that is nowhere yet */
  function open(visit) {
    const group = book.document.groups.find(({ id }) => id === visit.group) ?? { id: visit.group }
    const where = visit.host ? t('camp.at', { host: hostOf(visit.host), day: shortDay(visit.date), time: visit.from }) : t('camp.nowhere')
    const wishes = new Set((group.preferences ?? []).map(String))
    const hosts = [...book.document.hosts].sort((a, b) => wished(b) - wished(a) || hostTitle(a).localeCompare(hostTitle(b)))
    const slot = element('select', {})
    const host = choice(hosts.map((one) => [one.id, `${wished(one) ? '★ ' : ''}${hostTitle(one)}`]), visit.host ?? hosts[0]?.id, fill)
    fill()
    root.replaceChildren(element('form', { class: 'side-card', 'aria-label': groupTitle(group), on: { submit: (event) => { event.preventDefault(); move(visit, { host: host.value, ...JSON.parse(slot.value) }) }, keydown: (event) => { if (event.key === 'Escape') close() } } },
      element('h4', { tabindex: '-1' }, groupTitle(group)), element('p', { class: 'side-small' }, where), element('div', { class: 'side-fields' }, labelled(t('camp.toHost'), host), labelled(t('camp.toSlot'), slot)),
      element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t('camp.move')),
        visit.host && textButton(t(visit.locked ? 'camp.unlock' : 'camp.lock'), visit.locked ? 'unlocked' : 'locked', () => change(withLock(book.result.assignments, visit, !visit.locked))),
        visit.host && textButton(t('camp.takeOut'), 'close', () => change(moved(book.result.assignments, visit.group, visit, null))), textButton(t('camp.cancel'), null, close))))
    root.scrollIntoView({ block: 'nearest' })
    host.focus()

    function wished(one) {
      return wishes.has(one.id) || wishes.has(String(one.census)) || wishes.has(one.name) || (one.themes ?? []).some((theme) => wishes.has(theme)) ? 1 : 0
    }

    function fill() {
      const one = book.document.hosts.find(({ id }) => id === host.value)
      const there = new Map()
      book.result.assignments.filter((other) => other.host === host.value).forEach((other) => there.set(`${other.date}${other.from}`, (there.get(`${other.date}${other.from}`) ?? 0) + 1))
      slot.replaceChildren(...slotsOf(book.document, one).map(({ date, from, to }) => element('option', { value: JSON.stringify({ date, from }) }, `${shortDay(date)} ${from}–${to} · ${t('camp.there', { count: there.get(date + from) ?? 0 })}`)))
      if (visit.host === host.value) slot.value = JSON.stringify({ date: visit.date, from: visit.from })
    }
  }

  function close() {
    root.replaceChildren()
  }

  /** The board goes where the group goes. */
  function move(visit, to) {
    showDay(book.id, to.date)
    return change(moved(book.result.assignments, visit.group, visit.host ? visit : null, to))
  }

  async function change(assignments) {
    await book.act(async () => {
      const before = book.result.assignments
      const next = await api.assign(book.id, book.result.version, bare(assignments))
      book.history.push(before)
      await book.show(next)
    })
  }
}
