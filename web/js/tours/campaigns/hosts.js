import { t } from '../../text/text.js'
import { labelled, tick } from '../../panels/fields.js'
import { element, nothing, textButton } from '../../panels/markup.js'
import { fresh } from './groups.js'
import { daysOf, hostTitle, slotsOf, withRows } from './model.js'
import { problemText } from './problems.js'
import { field, rowList } from './rows.js'
import { tableField } from './tables.js'

/** Who receives: chosen from the census, taken in from a table, or written here. */
export function hostsPart({ book, api, signal }) {
  const title = element('h3', {})
  const hosts = () => book.document.hosts ?? []
  const name = () => { title.textContent = t('camp.hosts', { count: hosts().length }) }
  const change = (next) => { book.change({ ...book.document, hosts: next }); name() }
  const list = rowList({
    rows: hosts,
    title: hostTitle,
    facts: (host) => [t('camp.seats', { count: host.seats ?? '?' }), t('camp.slots', { count: slotsOf(book.document, host).length }), (host.themes ?? []).join(', ')].filter(Boolean).join(' · '),
    fields, set: (host) => change(hosts().map((one) => (one.id === host.id ? host : one))),
    drop: (host) => change(hosts().filter(({ id }) => id !== host.id)),
  })
  name()
  return element('section', { class: 'side-fold-body' }, title, census(),
    tableField({ api, kind: 'hosts', take: (read, replace) => { change(withRows(hosts(), read.hosts, replace)); list.draw(); return t('camp.table.taken', { count: read.rows }) } }),
    list.root, textButton(t('camp.addHost'), 'plus', () => { const id = fresh('H', hosts()); change([...hosts(), { id, seats: 25, groups: 1 }]); list.open(id) }))

  function census() {
    const words = element('input', { type: 'search', autocomplete: 'off' })
    const found = element('ul', { class: 'side-list', role: 'status' })
    words.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); look() } })
    return element('details', { class: 'side-fold' }, element('summary', {}, t('camp.census')), element('div', { class: 'side-fold-body' }, element('p', { class: 'field-hint' }, t('camp.censusHint')),
      labelled(t('camp.censusWords'), words), element('div', { class: 'button-row' }, textButton(t('camp.censusLook'), 'search', look)), found))

    async function look() {
      try {
        const { hosts: all } = await api.census(words.value, { signal })
        found.replaceChildren(...(all.length === 0 ? [nothing(t('camp.censusNone'))] : all.map((host) => {
          const text = typeof host.name === 'string' ? host.name : (host.name?.[document.documentElement.lang] ?? host.name?.it ?? host.id)
          const taken = hosts().some(({ id, census: number }) => id === String(host.id) || number === host.id)
          return element('li', { class: 'camp-found' }, element('span', {}, text), textButton(t(taken ? 'camp.censusTaken' : 'camp.censusTake'), taken ? 'check' : 'plus', () => take(host.id), { disabled: taken }))
        })))
      } catch (problem) {
        found.replaceChildren(element('li', {}, problemText(problem)))
      }
    }

    async function take(id) {
      await book.act(async () => {
        const { hosts: entries } = await api.hosts([id], daysOf(book.document))
        change(withRows(hosts(), entries, false))
        list.draw()
        await look()
      })
    }
  }

  function fields(host, set) {
    const at = (values) => {
      const next = { ...host.point, ...values }
      set({ point: Number.isFinite(next.lon) && Number.isFinite(next.lat) ? next : undefined })
    }
    return [field.text(t('camp.host.name'), host.name, (value) => set({ name: value })), field.number(t('camp.host.seats'), host.seats, (seats) => set({ seats }), { min: '0' }),
      field.number(t('camp.lon'), host.point?.lon, (lon) => at({ lon }), { step: 'any' }), field.number(t('camp.lat'), host.point?.lat, (lat) => at({ lat }), { step: 'any' }),
      field.number(t('camp.host.groups'), host.groups ?? 1, (groups) => set({ groups }), { min: '0' }), field.number(t('camp.host.perDay'), host.perDay, (perDay) => set({ perDay }), { min: '0' }),
      field.number(t('camp.host.inAll'), host.inAll, (inAll) => set({ inAll }), { min: '0' }), field.list(t('camp.languages'), host.languages, (languages) => set({ languages })),
      field.list(t('camp.host.themes'), host.themes, (themes) => set({ themes })), field.list(t('camp.host.levels'), host.levels, (levels) => set({ levels })),
      field.number(t('camp.host.ageFrom'), host.ageFrom, (ageFrom) => set({ ageFrom }), { min: '0' }), field.number(t('camp.host.ageTo'), host.ageTo, (ageTo) => set({ ageTo }), { min: '0' }),
      field.list(t('camp.host.slots'), host.slots?.map((slot) => `${slot.date} ${slot.from}-${slot.to}`), (texts) => set({ slots: slotsFrom(texts, host.slots) }), t('camp.host.slotsHint')),
      tick(t('camp.host.wheelchair'), host.wheelchair === true, (wheelchair) => set({ wheelchair }))]
  }
}

/** "2026-11-16 09:00-10:30" of each; what is not complete yet is left out, seats that a slot had of its own stay. */
function slotsFrom(texts, before = []) {
  if (!texts) return undefined
  return texts.map((text) => /^(\d{4}-\d{2}-\d{2})\s+(\d{2}:\d{2})\s*[-–]\s*(\d{2}:\d{2})$/.exec(text)).filter(Boolean)
    .map(([, date, from, to]) => ({ ...before.find((slot) => slot.date === date && slot.from === from), date, from, to }))
}
