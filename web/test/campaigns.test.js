import { board, createHistory, moved, relaxed, slotsOf, visitsAsked, withLock, withPreferences, withRows } from '/js/tours/campaigns/model.js'
import { tripsOf } from '/js/tours/campaigns/make-tours.js'
import { invitationOf } from '/js/invitations/match.js'
import { equal } from './check.js'

const document = {
  days: ['2027-03-02', '2027-03-01'], slots: [{ from: '09:00', to: '10:30' }], coach: { seats: 50 }, second: 'same_day',
  hosts: [{ id: 'H1', seats: 20, perDay: 1 }, { id: 'H2', name: 'Dairy', slots: [{ date: '2027-03-01', from: '11:00', to: '12:00', seats: 30 }] }],
  groups: [{ id: 'A', people: 18, maxKm: 10.5, back: '12:00', level: 'upper', languages: ['en'] }, { id: 'B', people: 10 }],
}
const visit = (group, host, date, from, locked = false) => ({ group, host, date, from, locked })

export function aHostWithoutSlotsOfItsOwnHasThoseOfEveryDayInOrder() {
  equal(slotsOf(document, document.hosts[0]).map(({ date, from }) => `${date} ${from}`), ['2027-03-01 09:00', '2027-03-02 09:00'])
  equal(slotsOf(document, document.hosts[1]).length, 1)
}

export function theBoardOfADayHasTheHostsThatReceiveThenWhoIsThereAndHowManyPeople() {
  const rows = board(document, [visit('A', 'H1', '2027-03-01', '09:00'), visit('B', 'H1', '2027-03-01', '09:00'), visit('B', 'H1', '2027-03-02', '09:00')], '2027-03-01')
  equal(rows.map(({ host }) => host.id), ['H1', 'H2'])
  equal(rows[0].slots[0].people, 28)
  equal(rows[0].slots[0].visits.map(({ group }) => group), ['A', 'B'])
  equal(board(document, [], '2027-03-02').map(({ host }) => host.id), ['H1'])
}

export function aGroupThatIsMovedIsLockedWhereItIsAndCanBeTakenOutAgain() {
  const before = [visit('A', 'H1', '2027-03-01', '09:00'), visit('B', 'H1', '2027-03-02', '09:00')]
  const after = moved(before, 'A', before[0], { host: 'H2', date: '2027-03-01', from: '11:00', to: '12:00' })
  equal(after, [before[1], visit('A', 'H2', '2027-03-01', '11:00', true)])
  equal(moved(after, 'A', after[1], null).length, 1)
  equal(withLock(after, after[1], false)[1].locked, false)
  const history = createHistory(2)
  history.push(before)
  history.push(after)
  equal(history.pop(), after)
  equal(history.pop(), before)
  equal(history.pop(), null)
}

export function whatSomebodyAllowsChangesJustThat() {
  const allow = (kind, values) => relaxed(document, 'A', { kind, host: 'H1', date: '2027-03-01', from: '09:00', ...values })
  equal(allow('seats', { quantity: 4 }).hosts[0].slots.map(({ seats }) => seats), [24, null])
  equal(allow('groups', { quantity: 1 }).hosts[0].slots[0].groups, 2)
  equal(allow('host_day', { quantity: 1 }).hosts[0].perDay, 2)
  equal(allow('distance', { quantity: 1234 }).groups[0].maxKm, 11.734)
  equal(allow('back', { quantity: 25 }).groups[0].back, '12:25')
  equal(allow('coach_seats', { quantity: 3 }).coach.seats, 53)
  equal(allow('level').hosts[0].levels, ['upper'])
  equal(allow('language').hosts[0].languages, ['en'])
  equal(allow('second_day').second, 'any_day')
  equal(document.hosts[0].slots === undefined, true)
}

export function rowsOfATableTakeThePlaceOfThoseOfTheSameName() {
  equal(withRows(document.groups, [{ id: 'B', people: 12 }, { id: 'C', people: 9 }], false).map(({ id, people }) => [id, people]), [['A', 18], ['B', 12], ['C', 9]])
  equal(withRows(document.groups, [{ id: 'C' }], true).length, 1)
  const read = withPreferences(document, [{ group: 'A', preferences: ['H2'] }, { group: 'X', preferences: [] }])
  equal(read.document.groups[0].preferences, ['H2'])
  equal(read.unknown, ['X'])
}

export function aGroupHasOneTourADayItsVisitsInTheOrderOfTime() {
  const trips = tripsOf([visit('A', 'H2', '2027-03-01', '11:00'), visit('A', 'H1', '2027-03-01', '09:00'), visit('A', 'H1', '2027-03-02', '09:00')])
  equal(trips.map(({ date, visits }) => [date, visits.map(({ from }) => from)]), [['2027-03-01', ['09:00', '11:00']], ['2027-03-02', ['09:00']]])
}

export function onlyVisitsAtHostsOfTheCensusAreAskedForEachWithWhoComes() {
  const own = { ...document, hosts: [document.hosts[0], { ...document.hosts[1], census: 12 }] }
  const asked = visitsAsked({ document: own, result: { assignments: [{ ...visit('A', 'H1', '2027-03-01', '09:00'), to: '10:30' }, { ...visit('A', 'H2', '2027-03-01', '11:00'), to: '12:00' }] } })
  equal(asked.map(({ host, name, start, end, people, group }) => ({ host, name, start, end, people, group })), [{ host: 12, name: 'Dairy · A', start: '11:00', end: '12:00', people: 18,
    group: { name: 'A', level: 'upper', languages: ['en'], vehicle: 'coach' } }])
}

export function groupsThatVisitOneHostTogetherAreToldApartByTheirNames() {
  const stop = (name) => ({ host: 12, date: '2027-03-01', start: '09:00', group: { name } })
  const of = (id, name, more = {}) => ({ id, host: 12, date: '2027-03-01', start: '09:00', group: { name }, ...more })
  const both = [stop('1A'), stop('1B')]
  equal(both.map((one) => invitationOf([of(3, '1B'), of(2, '1A', { state: 'declined' }), of(1, '1A')], one, both)?.id), [2, 3])
  equal(invitationOf([of(3, '1B')], both[0], both), null)
  equal(invitationOf([of(4, 'other', { start: '10:00', askedDate: '2027-03-01', askedStart: '09:00' })], both[0], [both[0]]).id, 4)
  equal(invitationOf([of(5, '1A', { start: '15:00' })], both[0], [both[0]]).id, 5)
  equal(invitationOf([of(5, '1A', { start: '15:00' })], both[0], [both[0], { ...both[0], start: '11:00' }]), null)
}
