/** Campaigns as pure changes: nothing here knows the page or the server. Times are "HH:MM", days "YYYY-MM-DD". */

export const ANEW = { days: [], slots: [{ from: '09:00', to: '10:30' }, { from: '11:00', to: '12:30' }], hosts: [], groups: [], coach: { seats: 54 }, second: 'same_day', minutesBetween: 15 }
const SEATS = 30

export const daysOf = (document) => [...new Set(document.days ?? [])].sort()
export const groupTitle = (group) => [group.name, group.school].filter(Boolean).join(', ') || group.id
export const hostTitle = (host) => host.name ?? host.id

/** The slots of a host: its own, or those of every day. */
export const slotsOf = (document, host) => host.slots ?? daysOf(document).flatMap((date) => (document.slots ?? []).map((slot) => ({ date, ...slot })))

export const key = ({ host, date, from }) => `${host}|${date}|${from}`
const sameVisit = (one, other) => one.group === other.group && key(one) === key(other)

/** Rows of a table take the place of those of the same id; the others stay, or go where all are replaced. */
export function withRows(rows, read, replace) {
  if (replace) return read
  const known = new Map(rows.map((row) => [row.id, row]))
  read.forEach((row) => known.set(row.id, row))
  return [...known.values()]
}

/** @returns {document, unknown} unknown: groups that are not there */
export function withPreferences(document, read) {
  const wanted = new Map(read.map(({ group, preferences }) => [group, preferences]))
  const groups = document.groups.map((group) => (wanted.has(group.id) ? { ...group, preferences: wanted.get(group.id) } : group))
  const ids = new Set(groups.map(({ id }) => id))
  return { document: { ...document, groups }, unknown: [...wanted.keys()].filter((id) => !ids.has(id)) }
}

/** The visits of the programme at hosts of the census, as invitations name them: {host, date, start, …, visit}. */
export function visitsAsked({ document, result }) {
  const hosts = new Map(document.hosts.map((host) => [host.id, host]))
  const groups = new Map(document.groups.map((group) => [group.id, group]))
  return result.assignments.filter(({ host }) => hosts.get(host)?.census).map((visit) => {
    const group = groups.get(visit.group) ?? { id: visit.group }
    const asked = { name: groupTitle(group).slice(0, 120), level: group.level, age: group.age, languages: group.languages?.filter((code) => /^[a-z]{2,3}$/.test(code)), wheelchair: group.wheelchair, vehicle: 'coach' }
    return { host: hosts.get(visit.host).census, name: `${hostTitle(hosts.get(visit.host))} · ${groupTitle(group)}`, date: visit.date, start: visit.from, end: visit.to, people: group.people,
      group: Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== null)), visit }
  }).sort((a, b) => a.date.localeCompare(b.date) || a.start.localeCompare(b.start) || a.name.localeCompare(b.name))
}

/** A group put somewhere by hand: locked there. `from` is the visit that it leaves, null for one more; `to` null takes it out. */
export function moved(assignments, group, from, to) {
  const rest = assignments.filter((one) => !(from && sameVisit(one, { ...from, group })) && !(to && one.group === group && key(one) === key(to)))
  return to ? [...rest, { group, host: to.host, date: to.date, from: to.from, locked: true }] : rest
}

export const withLock = (assignments, visit, locked) => assignments.map((one) => (sameVisit(one, visit) ? { ...one, locked } : one))

/** What the server keeps of an assignment. */
export const bare = (assignments) => assignments.map(({ group, host, date, from, locked }) => ({ group, host, date, from, locked: Boolean(locked) }))

const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const clock = (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The campaign in which somebody gave way: `relaxation` as the server says it of a group. */
export function relaxed(document, groupId, { kind, quantity = 1, host: hostId, date, from }) {
  const change = (list, id, make) => list.map((one) => (one.id === id ? make(one) : one))
  const withHost = (make) => ({ ...document, hosts: change(document.hosts, hostId, make) })
  const withGroup = (make) => ({ ...document, groups: change(document.groups, groupId, make) })
  const withSlot = (make) => withHost((host) => ({ ...host, slots: slotsOf(document, host).map((slot) => (slot.date === date && slot.from === from ? make(slot, host) : slot)) }))
  const group = document.groups.find(({ id }) => id === groupId)
  switch (kind) {
    case 'seats': return withSlot((slot, host) => ({ ...slot, seats: (slot.seats ?? host.seats ?? SEATS) + quantity }))
    case 'groups': return withSlot((slot, host) => ({ ...slot, groups: (slot.groups ?? host.groups ?? 1) + quantity }))
    case 'host_day': return withHost((host) => ({ ...host, perDay: (host.perDay ?? 0) + quantity }))
    case 'host_total': return withHost((host) => ({ ...host, inAll: (host.inAll ?? 0) + quantity }))
    case 'distance': return withGroup((one) => ({ ...one, maxKm: Math.ceil((one.maxKm ?? 0) * 1000 + quantity) / 1000 }))
    case 'day': return withGroup((one) => ({ ...one, days: [...(one.days ?? []), date].sort() }))
    case 'leaves': return withGroup((one) => ({ ...one, leaves: clock(minutes(one.leaves) - quantity) }))
    case 'back': return withGroup((one) => ({ ...one, back: clock(minutes(one.back) + quantity) }))
    case 'coach_seats': return { ...document, coach: { ...document.coach, seats: (document.coach?.seats ?? 0) + quantity } }
    case 'language': return withHost((host) => ({ ...host, languages: [...(host.languages ?? []), group.languages[0]] }))
    case 'level': return withHost((host) => ({ ...host, levels: [...(host.levels ?? []), group.level] }))
    case 'age': return withHost((host) => (group.age < (host.ageFrom ?? 0) ? { ...host, ageFrom: host.ageFrom - quantity } : { ...host, ageTo: host.ageTo + quantity }))
    case 'wheelchair': return withHost((host) => ({ ...host, wheelchair: true }))
    case 'second_day': return { ...document, second: 'any_day' }
    default: return document
  }
}

/** A day of the board: every host that has slots then, each slot with who is there and what is left. */
export function board(document, assignments, date) {
  const bySlot = Map.groupBy ? Map.groupBy(assignments, key) : grouped(assignments)
  const people = new Map(document.groups.map((group) => [group.id, group.people ?? 1]))
  return document.hosts.map((host) => ({ host, slots: slotsOf(document, host).filter((slot) => slot.date === date).map((slot) => {
    const visits = bySlot.get(key({ host: host.id, ...slot })) ?? []
    return { ...slot, host: host.id, seats: slot.seats ?? host.seats ?? null, visits, people: visits.reduce((sum, { group }) => sum + (people.get(group) ?? 0), 0) }
  }) })).filter(({ slots }) => slots.length > 0)
}

function grouped(assignments) {
  const found = new Map()
  assignments.forEach((one) => found.set(key(one), [...(found.get(key(one)) ?? []), one]))
  return found
}

/** What was, so that it can be brought back. */
export function createHistory(most = 50) {
  const past = []
  return {
    push: (assignments) => { past.push(bare(assignments)); if (past.length > most) past.shift() },
    pop: () => past.pop() ?? null,
    get size() { return past.length },
  }
}
