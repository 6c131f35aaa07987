import { t } from '../../text/text.js'
import { tick } from '../../panels/fields.js'
import { element, textButton } from '../../panels/markup.js'
import { groupTitle, withPreferences, withRows } from './model.js'
import { field, rowList } from './rows.js'
import { tableField } from './tables.js'

/** Who visits: a list, tables to take in, and one after the other by hand. */
export function groupsPart({ book, api }) {
  const title = element('h3', {})
  const change = (groups) => { book.change({ ...book.document, groups }); name() }
  const name = () => { title.textContent = t('camp.groups', { count: (book.document.groups ?? []).length }) }
  const list = rowList({
    rows: () => book.document.groups ?? [],
    title: groupTitle,
    facts: (group) => [t('camp.people', { count: group.people ?? 0 }), group.visits === 2 && t('camp.twoVisits'), (group.preferences ?? []).join(' › ')].filter(Boolean).join(' · '),
    fields, set: (group) => change(book.document.groups.map((one) => (one.id === group.id ? group : one))),
    drop: (group) => change(book.document.groups.filter(({ id }) => id !== group.id)),
  })
  name()
  return element('section', { class: 'side-fold-body' }, title,
    tableField({ api, kind: 'groups', take: (read, replace) => { change(withRows(book.document.groups ?? [], read.groups, replace)); list.draw(); return t('camp.table.taken', { count: read.rows }) } }),
    tableField({ api, kind: 'preferences', take: (read) => {
      const { document, unknown } = withPreferences(book.document, read.preferences)
      if (unknown.length > 0) return t('camp.table.unknown', { groups: unknown.join(', ') })
      change(document.groups)
      list.draw()
      return t('camp.table.taken', { count: read.rows })
    } }), list.root, textButton(t('camp.addGroup'), 'plus', add))

  function add() {
    const id = fresh('C', book.document.groups ?? [])
    const last = (book.document.groups ?? []).at(-1)
    change([...(book.document.groups ?? []), { id, people: 20, visits: 1, school: last?.school, point: last?.point }])
    list.open(id)
  }

  function fields(group, set) {
    const point = group.point ?? {}
    const at = (values) => {
      const next = { ...group.point, ...values }
      set({ point: Number.isFinite(next.lon) && Number.isFinite(next.lat) ? next : undefined })
    }
    return [field.text(t('camp.group.name'), group.name, (name) => set({ name })), field.text(t('camp.group.school'), group.school, (school) => set({ school })),
      field.number(t('camp.lon'), point.lon, (lon) => at({ lon }), { step: 'any' }), field.number(t('camp.lat'), point.lat, (lat) => at({ lat }), { step: 'any' }),
      field.number(t('camp.group.people'), group.people, (people) => set({ people }), { min: '1' }), field.number(t('camp.group.visits'), group.visits ?? 1, (visits) => set({ visits }), { min: '1', max: '2' }),
      field.list(t('camp.group.preferences'), group.preferences, (preferences) => set({ preferences }), t('camp.group.preferencesHint')), field.number(t('camp.group.maxKm'), group.maxKm, (maxKm) => set({ maxKm }), { min: '0', step: 'any' }),
      field.text(t('camp.group.level'), group.level, (level) => set({ level })), field.number(t('camp.group.age'), group.age, (age) => set({ age }), { min: '0' }),
      field.list(t('camp.languages'), group.languages, (languages) => set({ languages })), field.list(t('camp.group.days'), group.days, (days) => set({ days })),
      field.time(t('camp.group.leaves'), group.leaves, (leaves) => set({ leaves })), field.time(t('camp.group.back'), group.back, (back) => set({ back })),
      tick(t('camp.group.wheelchair'), group.wheelchair === true, (wheelchair) => set({ wheelchair }))]
  }
}

/** A number that nobody has yet. */
export function fresh(letter, rows) {
  const ids = new Set(rows.map(({ id }) => id))
  let number = rows.length + 1
  while (ids.has(letter + number)) number++
  return letter + number
}
