import { createToursServer } from '../../api/tours.js'
import { day } from '../../text/format.js'
import { t } from '../../text/text.js'
import { notice } from '../../panels/fields.js'
import { element, textButton } from '../../panels/markup.js'
import { groupTitle, hostTitle } from './model.js'
import { problemText } from './problems.js'

const MOST_TOLD = 50
const [EARLIEST, LATEST] = ['05:00', '23:00'] // for who does not say; a tour sets out as late as it can
const LONGEST_NAME = 120
const WAIVED = ['coach_parking', 'coach_height', 'coach_length', 'group_size', 'notice'] // what a campaign does not weigh and a host can agree to

/** Out of the programme: a saved tour for each group and day, from which road books and calendars come. */
export function toursPart({ book, session, signal }) {
  const tours = createToursServer(session)
  const outcome = element('div', { role: 'status' })
  const hosts = new Map(book.document.hosts.map((host) => [host.id, host]))
  const groups = new Map(book.document.groups.map((group) => [group.id, group]))
  const about = `campaign:${book.id}`
  let stopped = false
  return element('section', { class: 'side-fold-body' }, element('h3', {}, t('camp.tours')), element('p', { class: 'field-hint' }, t('camp.toursHint')),
    element('div', { class: 'button-row' }, textButton(t('camp.makeTours'), 'map-marker', make)), outcome)

  async function make() {
    const trips = tripsOf(book.result.assignments)
    if (window.confirm(t('camp.toursSure', { count: trips.length }))) await makeAll(trips, [])
  }

  /** A tour that was made before is made anew in its place, so that links to it and calendars follow. @param agreed what hosts are asked to waive */
  async function makeAll(trips, agreed) {
    stopped = false
    const before = await tours.tours('of=mine', { signal }).then(({ tours: mine }) => new Map(mine.reverse().map((one) => [one.name, one])), () => new Map())
    const failed = []
    let made = 0
    for (const [index, trip] of trips.entries()) { // one after the other, so that the server keeps its breath
      if (signal.aborted || stopped) break
      outcome.replaceChildren(element('p', {}, t('camp.toursProgress', { index: index + 1, count: trips.length })), textButton(t('camp.stop'), 'close', () => { stopped = true }))
      try {
        await one(trip, agreed, before)
        made += 1
      } catch (problem) {
        failed.push({ trip, text: `${title(trip.group)}: ${problem.dropped ? problem.dropped.map(why).join('; ') : problemText(problem)}`, canBeAgreed: problem.dropped?.every(({ constraint }) => WAIVED.includes(constraint)) ?? false })
      }
    }
    tell(made, failed)
  }

  async function one(trip, agreed, before) {
    const question = questionOf(trip, agreed)
    const plan = await tours.plan(question, { signal })
    if (plan.dropped.length > 0) throw { status: 422, dropped: plan.dropped } // a tour without a visit is none
    const name = `${book.document.name}: ${title(trip.group)}, ${day(trip.date)}`.slice(-LONGEST_NAME)
    const known = await ofThisCampaign(before.get(name))
    if (known && known.state !== 'draft') throw { status: 409, detail: t('camp.toursKept') } // hosts were asked for what it is
    const content = { name, question, plan, ...(agreed.length > 0 ? { note: t('camp.toursAgreed') } : {}) }
    await (known ? tours.save(known.id, null, known.version, content) : tours.create(content))
  }

  /** What is called the same may be another campaign's. */
  async function ofThisCampaign(listed) {
    const found = listed && await tours.read(listed.id, null, { signal })
    return [found?.question.bookingsOf].flat().includes(about) ? found : null
  }

  /** Two classes of a school may be called the same. */
  function title(id) {
    const own = groupTitle(groups.get(id))
    return book.document.groups.filter((other) => groupTitle(other) === own).length > 1 ? `${own} (${id})` : own
  }

  /** What could not be made is told with what would help; where hosts can waive it, it is made all the same when somebody says so. */
  function tell(made, failed) {
    const waivable = failed.filter(({ canBeAgreed }) => canBeAgreed).map(({ trip }) => trip)
    outcome.replaceChildren(notice(failed.length > 0 ? 'warning' : 'good', element('p', {}, t(made === 0 ? 'camp.toursNone' : 'camp.toursDone', { count: made })),
      failed.length > 0 && element('ul', {}, ...failed.slice(0, MOST_TOLD).map(({ text }) => element('li', {}, text))),
      waivable.length > 0 && [element('p', {}, t('camp.toursWaive')), element('div', { class: 'button-row' }, textButton(t('camp.toursMakeAgreed', { count: waivable.length }), 'check', () => makeAll(waivable, WAIVED)))]))
  }

  function questionOf({ group: id, date, visits }, agreed) {
    const group = groups.get(id)
    const home = { point: group.point, name: group.school ?? groupTitle(group) }
    return { date, start: { ...home, time: group.leaves ?? EARLIEST }, end: { ...home, time: group.back ?? LATEST }, vehicle: 'coach',
      group: { people: group.people, wheelchair: group.wheelchair === true }, // the rest was weighed here, or put aside by hand
      bookingsOf: about, // what hosts have promised to the campaign is the tour's own
      stops: visits.map((visit) => {
        const host = hosts.get(visit.host)
        const minutes = between(visit.from, visit.to)
        return { id: host.census ?? host.id, name: hostTitle(host), ...(host.census ? {} : { point: host.point }), visitMinutes: minutes, must: true, pin: { time: visit.from }, ...(agreed.length > 0 && host.census ? { agreed } : {}) }
      }) }
  }
}

const between = (from, to) => (Number(to.slice(0, 2)) - Number(from.slice(0, 2))) * 60 + Number(to.slice(3)) - Number(from.slice(3))

const why = ({ name, constraint, relaxation, text }) => `${name}: ${constraint ? t(`tours.constraint.${constraint}`) : text}${constraint && relaxation ? ` (${relaxation.text})` : ''}`

/** What a group does on a day, in the order of time. */
export function tripsOf(assignments) {
  const trips = new Map()
  for (const visit of [...assignments].sort((a, b) => a.from.localeCompare(b.from))) {
    const name = `${visit.group}|${visit.date}`
    trips.set(name, { group: visit.group, date: visit.date, visits: [...(trips.get(name)?.visits ?? []), visit] })
  }
  return [...trips.values()]
}
