import { initialState } from '/js/state/view.js'
import { createBook } from '/js/state/book.js'
import { fromHash, toHash } from '/js/state/permalink.js'
import { openTour, openToursView } from '/js/state/tours.js'
import { clockOf, dayAfter, later, usualDay } from '/js/tours/plan/clock.js'
import { misfits } from '/js/tours/plan/fits.js'
import { askOf, isSameQuestion, tourOfAsk } from '/js/tours/plan/link.js'
import { mapLinks } from '/js/tours/plan/map-links.js'
import { all, drop, DRAFT, find, keep, putAside, takeUp } from '/js/tours/plan/keeper.js'
import { addStop, changeDate, changeDay, changeDays, changeGroup, changeGroups, changeLunch, changeQuestion, changeStart, changeStop, dropStop, missing, newTour, orderOf, questionOf, replaceStop, routesOf, sentQuestion, stopOf, timetableOf } from '/js/tours/plan/model.js'
import { insertStop, lockStop, moveStop, pinStop, takeOut } from '/js/tours/plan/order.js'
import { peopleOf, textOfPeople } from '/js/tours/plan/people.js'
import { createPlanning } from '/js/tours/plan/planning.js'
import { readTour, storable } from '/js/tours/plan/record.js'
import { patched, relax } from '/js/tours/plan/relax.js'
import { leftOut, lunchIndex, shownItineraries, violationsOf, visitsOf } from '/js/tours/plan/shown.js'
import { equal, ok } from './check.js'
import { askOfTheme } from '/js/tours/themes/own-tour.js'

const MONDAY = new Date('2026-11-23T10:00:00Z')
const start = { point: { lon: 10, lat: 45.1 }, name: 'School' }
const three = [7, 8, 'p1'].reduce((tour, id) => addStop(tour, id === 'p1' ? { id, name: 'Bridge', point: { lon: 10.1, lat: 45.2 } } : { id, priority: 50 }), changeStart(newTour(MONDAY), start))
const planned = { ...three, order: [{ group: '1', date: '2026-12-21', stops: [7, 8] }] }
const day = { group: '1', date: '2026-12-21' }

export function aNewTourIsFourWeeksAwayOnAWorkdayAndAsksForWhatIsMissing() {
  equal(usualDay(MONDAY), '2026-12-21')
  equal(usualDay(new Date('2026-11-28T10:00:00Z')), '2026-12-28')
  equal(missing(newTour(MONDAY)), ['start', 'stops'])
  equal(missing(three), [])
}

export function aTourEndsWhereItBeginsUnlessAnotherPlaceIsNamed() {
  equal(questionOf(three).end, { point: start.point, name: 'School', time: '17:00' })
  equal(questionOf({ ...three, question: { ...three.question, end: { time: '16:00', point: { lon: 11, lat: 45 }, name: 'Station' } } }).end, { point: { lon: 11, lat: 45 }, name: 'Station', time: '16:00' })
}

export function theSameStopIsAddedOnceAndGoesFromQuestionAndOrderTogether() {
  equal(addStop(three, { id: '7' }).question.stops.length, 3)
  const left = dropStop(planned, 7)
  equal(left.question.stops.map(({ id }) => id), [8, 'p1'])
  equal(left.order[0].stops, [8])
}

export function furtherDaysSkipTheWeekendAndFollowTheFirst() {
  const week = changeDays({ ...three, question: { ...three.question, date: '2026-12-18' } }, 3)
  equal(week.question.days, ['2026-12-18', '2026-12-21', '2026-12-22'])
  equal(changeDate(week, '2026-12-21').question.days, ['2026-12-21', '2026-12-24', '2026-12-25'])
  equal(changeDays(week, 1).question.days, undefined)
}

export function everyGroupHasAnItineraryOnEveryDay() {
  const tour = changeGroups(changeDays(planned, 2), 2)
  equal(routesOf(tour).map(({ group, date }) => `${group} ${date}`), ['1 2026-12-21', '2 2026-12-21', '1 2026-12-22', '2 2026-12-22'])
  equal(tour.order.map(({ stops }) => stops), [[7, 8], [], [], []])
  equal(changeGroups(tour, 1).order.length, 2)
}

export function aStopMovesWithinAnItineraryAndToAnother() {
  const tour = changeDays({ ...planned, order: [{ ...day, stops: [7, 8, 'p1'] }] }, 2)
  equal(moveStop(tour, 7, day, day, 2).order[0].stops, [8, 'p1', 7])
  equal(moveStop(tour, 'p1', day, day, 0).order[0].stops, ['p1', 7, 8])
  const other = { group: '1', date: '2026-12-22' }
  equal(moveStop(pinStop(tour, 8, day, '10:00'), 8, day, other, 0).question.stops[1].pin, { time: '10:00', date: '2026-12-22', group: '1' })
  equal(moveStop(tour, 8, day, other, 5).order.map(({ stops }) => stops), [[7, 'p1'], [8]])
  equal(moveStop(tour, 99, day, other, 0), tour)
}

export function pinsAndLocksGoWithTheOrderThatIsTimed() {
  const tour = lockStop(pinStop(planned, 8, day, '14:00'), 7, true)
  equal(timetableOf(tour).itineraries, [{ group: '1', date: '2026-12-21', stops: [{ id: 7, locked: true }, { id: 8, pin: { time: '14:00', date: '2026-12-21', group: '1' } }] }])
  equal(questionOf(tour).order, timetableOf(tour).itineraries)
  equal(pinStop(tour, 8, day, null).question.stops[1].pin, undefined)
}

export function whatIsTakenOutIsStillAskedFor() {
  const out = takeOut(planned, 7, day)
  equal(out.order[0].stops, [8])
  equal(out.question.stops.length, 3)
  equal(insertStop(out, 7, day, 0).order[0].stops, [7, 8])
}

export function aJsonPatchAddsReplacesAndRemoves() {
  const document = { stops: [{ id: 1 }, { id: 2, pin: { time: '09:00' } }], end: { time: '16:00' } }
  equal(patched(document, [{ op: 'replace', path: '/end/time', value: '16:25' }, { op: 'remove', path: '/stops/1/pin' }, { op: 'add', path: '/stops/0/agreed', value: ['notice'] }, { op: 'add', path: '/group', value: { people: 3 } }, { op: 'add', path: '/stops/-', value: { id: 3 } }]),
    { stops: [{ id: 1, agreed: ['notice'] }, { id: 2 }, { id: 3 }], end: { time: '16:25' }, group: { people: 3 } })
  equal(document.end.time, '16:00')
}

export function aRelaxationChangesTheQuestionAndPutsTheStopWhereItFits() {
  const relaxed = relax(planned, 'p1', { kind: 'day_end', quantity: 25, ...day, position: 1, change: [{ op: 'add', path: '/end', value: { point: start.point, name: 'School', time: '17:25' } }] })
  equal(relaxed.question.end, { time: '17:25' })
  equal(relaxed.order, [{ ...day, stops: [7, 'p1', 8] }])
}

export function aRelaxationToAnotherDayMovesWhatIsShown() {
  const relaxed = relax(planned, 'p1', { kind: 'closed', group: '1', date: '2026-12-22', position: 2, change: [{ op: 'replace', path: '/date', value: '2026-12-22' }] })
  equal(relaxed.order, [{ group: '1', date: '2026-12-22', stops: [7, 8, 'p1'] }])
}

export function whatARelaxationSaysOfTheOrderIsNoPartOfTheQuestion() {
  const change = [{ op: 'add', path: '/date', value: '2026-12-22' }, { op: 'add', path: '/order/0/date', value: '2026-12-22' }, { op: 'add', path: '/itineraries/0/date', value: '2026-12-22' }]
  const { question, order } = relax(planned, 'p1', { kind: 'closed', group: '1', date: '2026-12-22', position: 0, change })
  equal([question.date, question.order, question.itineraries], ['2026-12-22', undefined, undefined])
  equal(order, [{ group: '1', date: '2026-12-22', stops: ['p1', 7, 8] }])
}

export function anotherStopGoesWhereThereIsNoTimeForBoth() {
  equal(relax(planned, 'p1', { kind: 'no_time', instead_of: '8', ...day, position: 1, change: [] }).order[0].stops, [7, 'p1'])
  equal(relax(planned, 'p1', { kind: 'no_road' }), null)
}

export function aHostSaysWhomItDoesNotReceiveAndSilenceIsHeldAgainstNobody() {
  const visit = { maxPeople: 20, minPeople: 5, minAge: 14, levels: ['tourists'], languages: ['de'], wheelchair: false, coachParking: true, coachMaxHeightM: 3.5, leadDays: 10 }
  const question = { date: '2026-12-01', group: { people: 25, age: 12, level: 'upper_secondary', languages: ['it', 'en'], wheelchair: true }, vehicle: { profile: 'coach', height: 3.8 } }
  equal(misfits({ visit }, { question, windows: [], today: '2026-11-25' }).map(({ kind }) => kind), ['group_size_max', 'group_age', 'school_level', 'language', 'wheelchair', 'coach_height', 'notice', 'closed'])
  equal(misfits({ visit: {} }, { question, windows: null, today: '2026-11-25' }), [])
}

const answer = { itineraries: [{ ...day, stops: [{ id: '7', start: '2026-12-21T09:00:00+01:00', violations: [] }, { id: '8', start: '2026-12-21T14:00:00+01:00', violations: [{ kind: 'window', text: 'closed' }] }], start: { violations: [] }, end: { violations: [{ kind: 'day_end', text: 'late' }] },
  lunch: { from: '2026-12-21T12:30:00+01:00', after: '7' } }], dropped: [{ id: 'p1', constraint: 'day_end', text: 'no' }] }

export function whatIsShownFollowsTheOrderBeforeItsTimesAreKnown() {
  const [now] = shownItineraries(planned, answer)
  equal([now.isOld, now.stops.map(({ id }) => id)], [false, ['7', '8']])
  const [moved] = shownItineraries(moveStop(planned, 7, day, day, 1), answer)
  equal([moved.isOld, moved.stops.map(({ id }) => id)], [true, ['8', '7']])
  equal(orderOf(planned, answer), [{ ...day, stops: [7, 8] }])
}

export async function whyAnOrderLeavesSomethingOutIsAskedOnceItsTimesAreThere() {
  const asked = []
  const holds = { itineraries: [{ ...day, stops: [], start: {}, end: {} }], dropped: [{ id: 'p1' }], warnings: [] }
  const why = [{ id: 'p1', constraint: 'fits', relaxation: { position: 1, change: [] } }]
  const api = { timetable: async (question) => {
    asked.push(question.explain ?? false)
    return question.explain ? { ...holds, dropped: why } : holds
  } }
  const life = new AbortController()
  const planning = createPlanning({ api, book: createBook(planned), signal: life.signal })
  const seen = []
  await new Promise((done) => {
    planning.watch(({ kind, reasons, only, answer: said }) => {
      seen.push([kind, reasons, only])
      if (said?.dropped[0].constraint) done()
    }, life.signal)
    planning.follow()
  })
  life.abort()
  equal(asked, [false, true])
  equal(seen, [['none', null, null], ['timing', null, null], ['ready', null, null], ['ready', 'looking', 'reasons'], ['ready', null, 'reasons']])
  equal(planning.get().answer.dropped, why)
}

export async function whyIsNotAskedOfAnOrderThatDoesNotHold() {
  const asked = []
  const life = new AbortController()
  const planning = createPlanning({ api: { timetable: async ({ explain }) => asked.push(explain) && { ...answer, dropped: [{ id: 'p1' }] } }, book: createBook(planned), signal: life.signal })
  await new Promise((done) => {
    planning.watch(({ kind }) => kind === 'ready' && done(), life.signal)
    planning.follow()
  })
  await planning.explain()
  life.abort()
  equal(asked, [undefined])
}

export function whatIsLeftOutAndWhatDoesNotHoldIsTold() {
  equal(leftOut(planned, answer).map(({ id, constraint }) => [id, constraint]), [['p1', 'day_end']])
  equal(violationsOf(answer).map(({ stop, kind }) => [stop, kind]), [['8', 'window'], [null, 'day_end']])
  equal(lunchIndex(answer.itineraries[0]), 1)
  equal(lunchIndex({ stops: answer.itineraries[0].stops, lunch: { from: '2026-12-21T12:30:00+01:00' } }), 1)
}

export function aQuestionGoesIntoALinkAndComesBackUnlessItIsTooLarge() {
  const named = { ...three, question: { ...three.question, start: { ...start, name: 'Città’ – Università' } } }
  equal(tourOfAsk(askOf(named)).question, named.question)
  equal(askOf({ question: { ...three.question, note: 'x'.repeat(2000) } }), null)
  equal(tourOfAsk('notATour'), null)
}

export function theLinkNamesTabAndTourAndNeverTheKey() {
  const hash = toHash(openTour({ ...initialState, place: 'tours' }, '12', 'secret-secret-secret'))
  ok(hash.includes('view=plan') && hash.includes('tour=12') && !hash.includes('secret'), hash)
  equal(fromHash('#place=tours&view=saved').tours.view, 'saved')
  equal(fromHash('#place=tours&tour=12&key=abcdefghijklmnopqrst').tours.key, 'abcdefghijklmnopqrst')
  equal(fromHash('#place=map&tour=12').tours, undefined)
  equal(openToursView(initialState, 'moon').tours.view, 'plan')
}

export function timesOfDayAreThoseOfTheAnswersOwnOffset() {
  equal(clockOf('2026-12-21T09:05:00+01:00'), '09:05')
  equal(later('16:50', 25), '17:15')
  equal(dayAfter('2026-12-31'), '2027-01-01')
}

export function participantsAreReadFromLines() {
  const people = [{ name: 'Anna Rossi', phone: '+39 333 1234567', email: 'anna@example.org' }, { name: 'Luca', note: 'allergie' }]
  equal(peopleOf('Anna Rossi, +39 333 1234567, anna@example.org\n\nLuca; allergie'), people)
  equal(peopleOf(textOfPeople(people)), people)
}

export function otherMapProgramsAreGivenWhereTheVehicleStops() {
  const [google, , osm] = mapLinks({ question: { ...three.question } }, { stops: [{ point: { lon: 10.2, lat: 45.3 }, parking: { lon: 10.21, lat: 45.31 } }] })
  equal(new URL(google.href).searchParams.get('waypoints'), '45.31,10.21')
  equal(new URL(osm.href).searchParams.get('route'), '45.1,10;45.31,10.21;45.1,10')
}

export function aThemeRouteBecomesAQuestionWithHostsAsHostsAndPlacesAsPoints() {
  const name = { it: 'Argine', en: 'Argine' }
  const stops = [{ host: 7, lon: 10, lat: 45, name }, ...Array.from({ length: 28 }, (_, i) => ({ lon: 10.1 + i / 100, lat: 45, name })), { host: 7, lon: 10, lat: 45, name }]
  const { question } = tourOfAsk(askOfTheme({ profile: 'walk', stops }))
  equal(question.vehicle, { profile: 'walk' })
  equal(question.stops.length, 29) // it ends where it began
  equal(question.stops[0], { id: 7 })
  equal(question.stops[1], { id: 'p2', point: { lon: 10.1, lat: 45 }, name: 'Argine', priority: 50, visitMinutes: 20 })
}

export function aPinMovesWithItsDayAndGoesWithTheDayOrGroupThatGoes() {
  const tour = pinStop(changeGroups(changeDays(planned, 2), 2), 8, { group: '2', date: '2026-12-22' }, '10:00')
  const pinOf = (one) => stopOf(one, 8).pin
  equal(pinOf(changeDate(tour, '2026-12-28')), { time: '10:00', date: '2026-12-29', group: '2' })
  equal(pinOf(changeDay(tour, 1, '2026-12-23')), { time: '10:00', date: '2026-12-23', group: '2' })
  equal(pinOf(changeDays(tour, 1)), undefined)
  equal(pinOf(changeGroups(tour, 1)), undefined)
  equal(changeDate(changeStop(planned, 7, { windows: [{ date: '2026-12-21', from: '09:00', to: '10:00' }] }), '2026-12-28').question.stops[0].windows[0].date, '2026-12-28')
}

export function aStopThatSeveralItinerariesHadStandsInOneWhenItIsVisitedOnce() {
  const both = { ...changeGroups(planned, 2, 'each'), order: [{ ...day, stops: [7, 8] }, { ...day, group: '2', stops: [8, 7, 'p1'] }] }
  equal(changeQuestion(both, { sharing: 'divide' }).order.map(({ stops }) => stops), [[7, 8], ['p1']])
  const eating = { ...changeLunch(changeGroups(planned, 2), { stop: 8 }), order: [{ ...day, stops: [7, 8] }, { ...day, group: '2', stops: [8] }] }
  equal(changeLunch(eating, { minutes: 45 }).order.map(({ stops }) => stops), [[7, 8], [8]])
  equal(changeLunch(eating, null).order.map(({ stops }) => stops), [[7, 8], []])
  equal(changeLunch(eating, { stop: null }).order.map(({ stops }) => stops), [[7, 8], []])
}

export function aHostThatTakesThePlaceOfAnotherStandsWhereThatStoodAndLunchIsElsewhere() {
  const instead = replaceStop(changeLunch(changeStop(planned, 7, { must: true }), { stop: 7 }), 7, { id: 9, priority: 50 })
  equal(instead.question.stops[0], { id: 9, priority: 50, must: true })
  equal(instead.order[0].stops, [9, 8])
  equal(instead.question.lunch.stop, undefined)
  equal(replaceStop(planned, 7, { id: 8 }), planned)
}

export function hoursOfWhichOneEndIsSaidLastFromOrToMidnight() {
  const windowsOf = (window) => sentQuestion(changeStop(planned, 7, { windows: [window] })).stops[0].windows
  equal(windowsOf({ from: '14:00', to: undefined }), [{ from: '14:00', to: '23:59' }])
  equal(windowsOf({ to: '12:00' }), [{ from: '00:00', to: '12:00' }])
}

export function whereEveryGroupVisitsEveryStopItIsToldWhichGroupLeavesOneOut() {
  const tour = { ...changeGroups(planned, 2, 'each'), order: [{ ...day, stops: [7, 8, 'p1'] }, { ...day, group: '2', stops: [7] }] }
  const dropped = [{ id: '8', group: '2', constraint: 'taken' }]
  equal(leftOut(tour, { dropped }).map(({ id, group, constraint }) => [id, group, constraint]), [['8', '2', 'taken'], ['p1', '2', undefined]])
  equal(visitsOf(tour, { itineraries: tour.order.map(({ group, stops }) => ({ group, stops: stops.map((id) => ({ id })) })) }), { count: 4, all: 6 })
}

export function aLinkToATourWithoutLunchAsksForNoneAndIsTheSameQuestionInWhateverOrder() {
  const tour = changeStart(changeLunch(changeGroup(three, { people: 12 }), null), { name: 'Bus stop' })
  equal(questionOf(tourOfAsk(askOf(tour))).lunch, undefined)
  ok(isSameQuestion(tourOfAsk(askOf(tour)).question, tour.question))
  ok(!isSameQuestion(tourOfAsk(askOf(tour)).question, three.question))
  ok(!isSameQuestion(three.question, null))
}

export async function aSearchThatEndsWithoutAPlanHasFailed() {
  const life = new AbortController()
  const planning = createPlanning({ api: { search: async () => ({ id: 's' }), found: async () => ({ state: 'done', improvements: 0 }), stop: async () => {} }, book: createBook(three), signal: life.signal })
  await planning.plan()
  equal(planning.get().kind, 'failed')
  life.abort()
}

export async function timesThatCouldNotBeToldAnewAreOldOnesAndWhoWaitsForThemGetsNone() {
  const life = new AbortController()
  const book = createBook(planned)
  const planning = createPlanning({ api: { timetable: async () => { throw { status: 0 } } }, book, signal: life.signal })
  planning.know(planned, answer)
  planning.follow()
  equal([planning.get().kind, planning.get().isOld], ['ready', false])
  equal(await planning.answer(), answer)
  book.change(changeStart, { time: '09:00' })
  equal(await planning.answer(), null)
  equal([planning.get().kind, planning.get().isOld], ['failed', true])
  life.abort()
}

/** A tour as the server has it, read by a page that has kept `kept` of it. */
async function reopened(saved, kept = null) {
  if (kept) await keep(kept)
  const store = { get: () => ({ tours: { tour: '4711', key: null, ask: null } }), change: () => {} }
  try {
    return await readTour({ store, tours: { api: { read: async () => saved } } }, new AbortController().signal)
  } finally {
    await drop('4711')
  }
}
const onServer = { id: 4711, name: 'Mills', version: 3, state: 'draft', question: questionOf(three), plan: { itineraries: [{ ...day, stops: [{ id: '7' }] }] } }

export async function whatWasChangedHereIsTimedAnewAndNotLostWhereSomebodyElseHasSaved() {
  const changed = { ...storable({ id: 4711, name: 'Mine', note: '', participants: [], tour: changeStart(planned, { time: '10:00' }), version: 3, key: 'k' }), dirty: true }
  const record = await reopened(onServer, changed)
  equal([record.name, record.tour.question.start.time, record.answer, record.restored, record.isBehind], ['Mine', '10:00', null, true, false])
  const behind = await reopened({ ...onServer, version: 4 }, changed)
  equal([behind.name, behind.version, behind.isBehind], ['Mine', 3, true])
  equal((await reopened({ ...onServer, version: 4 }, { ...changed, dirty: false })).name, 'Mills')
}

export async function aTourThatWasSavedBeforeItWasPlannedIsStillToBePlanned() {
  const record = await reopened({ ...onServer, plan: { itineraries: [] } })
  equal([record.tour.order, record.answer], [null, null])
}

export async function whatAProgramSavedShortlyIsSpelledOutAsTheServerMeantIt() {
  const { tour } = await reopened({ ...onServer, question: { date: '2027-03-01', days: 2, groups: 2, start: '10,45.1', vehicle: 'car', lunch: { from: '12:00', to: '14:00' }, stops: [{ id: 'a', point: [10.1, 45.2] }, { id: 5 }] } })
  const { question } = tour
  equal([question.days, question.groups, question.vehicle, question.group], [['2027-03-01', '2027-03-02'], [{ id: '1' }, { id: '2' }], { profile: 'car' }, {}])
  equal([question.start, question.end, question.lunch.minutes], [{ time: '08:00', point: { lon: 10, lat: 45.1 } }, { time: '18:00' }, 45])
  equal(question.stops, [{ id: 'a', point: { lon: 10.1, lat: 45.2 } }, { id: 5 }])
}

export async function whatWasComposedIsPutAsideForAnotherTourAndTakenUpAgain() {
  await keep({ id: DRAFT, name: 'First', tour: three })
  const { at } = await find(DRAFT)
  await putAside()
  await keep({ id: DRAFT, name: 'Second', tour: three })
  await takeUp(`draft-${at}`)
  equal([(await find(DRAFT)).name, await find(`draft-${at}`)], ['First', null])
  for (const { id } of await all()) await drop(id)
}
