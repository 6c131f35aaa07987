import { t } from '../../text/text.js'
import { labelled } from '../../panels/fields.js'
import { element, nothing, textButton } from '../../panels/markup.js'
import { shortDay } from './board.js'
import { invitationTags } from './asking.js'
import { groupTitle, hostTitle } from './model.js'
import { mover } from './moving.js'

let wanted = ''

/** Group by group: where it goes, and why a preferred host was not to be had. */
export function groupsView(parts) {
  const { place, book, canMove } = parts
  const hosts = new Map(book.document.hosts.map((host) => [host.id, host]))
  const name = (id) => hostTitle(hosts.get(id) ?? { id })
  const visits = by(book.result.assignments)
  const unmet = by(book.result.unmet)
  const moving = mover(parts)
  const tagOf = invitationTags(book)
  const list = element('ul', { class: 'side-list camp-by-group' })
  const words = element('input', { type: 'search', autocomplete: 'off', value: wanted, on: { input: () => { wanted = words.value; draw() } } })
  place.replaceChildren(labelled(t('camp.filter'), words), moving.root, list)
  draw()

  function draw() {
    const found = book.document.groups.filter((group) => `${groupTitle(group)} ${(visits.get(group.id) ?? []).map(({ host }) => name(host)).join(' ')}`.toLowerCase().includes(wanted.trim().toLowerCase()))
    list.replaceChildren(...(found.length === 0 ? [element('li', {}, nothing(t('camp.noRows')))] : found.map(item)))
  }

  function item(group) {
    const mine = visits.get(group.id) ?? []
    const missing = (group.visits ?? 1) - mine.length
    return element('li', { class: 'side-card' }, element('strong', {}, groupTitle(group)),
      element('ul', { class: 'camp-mine' }, ...mine.map((visit) => element('li', {}, `${shortDay(visit.date)} ${visit.from}–${visit.to} · ${name(visit.host)}`,
        element('span', { class: 'side-small' }, [visit.preference && ` · ${t('camp.preference', { rank: visit.preference })}`, visit.minutes !== undefined && ` · ${t('camp.minutes', { minutes: visit.minutes })}`, visit.locked && ` · ${t('camp.locked')}`].filter(Boolean).join('')),
        tagOf(visit),
        visit.violations.length > 0 && element('span', { class: 'camp-broken' }, visit.violations.map(({ text }) => text).join('; ')),
        canMove && textButton(t('camp.move'), null, () => moving.open(visit), { 'aria-label': `${t('camp.move')}: ${groupTitle(group)}` })))),
      missing > 0 && element('p', { class: 'camp-broken' }, t('camp.missing', { count: missing }), ' ', canMove && textButton(t('camp.place'), null, () => moving.open({ group: group.id, host: null }), { 'aria-label': `${t('camp.place')}: ${groupTitle(group)}` })),
      ...(unmet.get(group.id) ?? []).map((one) => element('p', { class: 'side-small' }, t('camp.unmet', { rank: one.preference, host: name(one.host), text: one.text }))))
  }
}

function by(list) {
  const found = new Map()
  list.forEach((one) => found.set(one.group, [...(found.get(one.group) ?? []), one]))
  return found
}
