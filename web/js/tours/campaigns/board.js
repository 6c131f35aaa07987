import { day } from '../../text/format.js'
import { language, t } from '../../text/text.js'
import { element, nothing } from '../../panels/markup.js'
import { board, daysOf, groupTitle, hostTitle } from './model.js'
import { mover } from './moving.js'

const days = new Map() // which day each campaign shows

/** From now on this day is shown. */
export const showDay = (id, date) => days.set(id, date)

/** A day at a time: hosts, their slots, and who is there. A group is moved by dragging it, or by opening it. */
export function boardView(parts) {
  const { place, book, canMove } = parts
  const all = daysOf(book.document)
  const shown = all.includes(days.get(book.id)) ? days.get(book.id) : all[0]
  const groups = new Map(book.document.groups.map((group) => [group.id, group]))
  const violated = new Set(book.result.assignments.filter(({ violations }) => violations.length > 0).map(({ date }) => date))
  const tabs = element('div', { class: 'camp-days', role: 'group', 'aria-label': t('camp.days') }, ...all.map((date) => element('button', { type: 'button', class: 'side-chip', 'aria-pressed': String(date === shown), title: day(date), on: { click: () => { days.set(book.id, date); boardView(parts); place.querySelector('[aria-pressed=true]').focus() } } },
    shortDay(date), violated.has(date) && element('span', { class: 'camp-warn', role: 'img', 'aria-label': t('camp.hasViolations') }, ' !'))))
  const moving = mover(parts)
  const rows = board(book.document, book.result.assignments, shown)
  const list = element('ol', { class: 'camp-board' }, ...rows.map(({ host, slots }) => element('li', {}, element('span', { class: 'camp-host' }, hostTitle(host)),
    element('ul', { class: 'camp-slots' }, ...slots.map((slot) => slotView(slot))))))
  place.replaceChildren(tabs, element('p', { class: 'field-hint' }, t(canMove ? 'camp.moveHint' : 'camp.moveLater')), moving.root, rows.length === 0 ? nothing(t('camp.noSlots')) : list)

  function slotView(slot) {
    const box = element('li', { class: `camp-slot${slot.visits.length === 0 ? ' is-free' : ''}`, on: canMove ? {
      dragover: (event) => { if (event.dataTransfer.types.includes('application/x-campaign-visit')) { event.preventDefault(); box.classList.add('is-target') } },
      dragleave: () => box.classList.remove('is-target'),
      drop: (event) => { event.preventDefault(); moving.move(JSON.parse(event.dataTransfer.getData('application/x-campaign-visit')), slot) },
    } : {} }, element('span', { class: 'camp-time' }, `${slot.from}–${slot.to} `, element('span', { class: 'side-small' }, `${slot.people}/${slot.seats ?? '?'}`)),
    ...slot.visits.map((visit) => chip(visit)))
    return box
  }

  function chip(visit) {
    const group = groups.get(visit.group) ?? { id: visit.group }
    const broken = visit.violations.map(({ text }) => text).join('; ')
    const name = group.name ?? group.id
    const state = [visit.preference ? t('camp.preference', { rank: visit.preference }) : null, visit.locked && t('camp.locked'), broken].filter(Boolean).join(', ')
    return element('button', { type: 'button', draggable: canMove ? 'true' : null, class: `camp-visit${broken ? ' is-broken' : visit.preference ? ' is-preferred' : ''}`, disabled: !canMove, 'aria-label': [groupTitle(group), state].filter(Boolean).join(', '), title: [groupTitle(group), state].filter(Boolean).join(' · '),
      on: { click: () => moving.open(visit), dragstart: (event) => event.dataTransfer.setData('application/x-campaign-visit', JSON.stringify({ group: visit.group, host: visit.host, date: visit.date, from: visit.from })) } },
    name, group.school && element('span', { class: 'camp-school' }, group.school), visit.locked && element('span', { 'aria-hidden': 'true' }, ' 🔒'), broken && element('span', { class: 'camp-broken' }, broken))
  }
}

export const shortDay = (date) => new Intl.DateTimeFormat(language(), { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
