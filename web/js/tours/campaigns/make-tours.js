import { createToursServer } from '../../api/tours.js'
import { day } from '../../text/format.js'
import { t } from '../../text/text.js'
import { notice } from '../../panels/fields.js'
import { element, textButton } from '../../panels/markup.js'
import { groupTitle, hostTitle } from './model.js'
import { problemText } from './problems.js'

/** Out of the programme: a saved tour for each group and day, from which road books and calendars come. */
export function toursPart({ book, session, signal }) {
  const tours = createToursServer(session)
  const outcome = element('div', { role: 'status' })
  const hosts = new Map(book.document.hosts.map((host) => [host.id, host]))
  const groups = new Map(book.document.groups.map((group) => [group.id, group]))
  let stopped = false
  return element('section', { class: 'side-fold-body' }, element('h3', {}, t('camp.tours')), element('p', { class: 'field-hint' }, t('camp.toursHint')),
    element('div', { class: 'button-row' }, textButton(t('camp.makeTours'), 'map-marker', make)), outcome)

  async function make() {
    const trips = tripsOf(book.result.assignments)
    if (!window.confirm(t('camp.toursSure', { count: trips.length }))) return
    stopped = false
    await each(trips, (at) => t('camp.toursProgress', at), async (trip) => {
      const question = questionOf(trip)
      const plan = await tours.plan(question, { signal })
      if (plan.dropped.length > 0) throw { status: 422, detail: plan.dropped.map(({ name, text, relaxation }) => [name, relaxation?.text ?? text].filter(Boolean).join(': ')).join('; ') } // a tour without a visit is none
      await tours.create({ name: `${book.document.name}: ${groupTitle(groups.get(trip.group))}, ${day(trip.date)}`, question, plan })
    }, (trip) => groupTitle(groups.get(trip.group)), (at) => t('camp.toursDone', at))
  }

  /** One after the other, so that the server keeps its breath; what fails is told with its name and the rest goes on. */
  async function each(all, progress, work, name, done) {
    const failed = []
    let made = 0
    for (const [index, one] of all.entries()) {
      if (signal.aborted || stopped) break
      outcome.replaceChildren(element('p', {}, progress({ index: index + 1, count: all.length })), textButton(t('camp.stop'), 'close', () => { stopped = true }))
      try {
        await work(one)
        made += 1
      } catch (problem) {
        failed.push(`${name(one)}: ${problemText(problem)}`)
      }
    }
    outcome.replaceChildren(notice(failed.length > 0 ? 'warning' : 'good', element('p', {}, done({ count: made })), failed.length > 0 && element('ul', {}, ...failed.slice(0, 50).map((text) => element('li', {}, text)))))
  }

  function questionOf({ group: id, date, visits }) {
    const group = groups.get(id)
    return { date, start: { point: group.point, name: group.school ?? groupTitle(group), ...(group.leaves ? { time: group.leaves } : {}) }, ...(group.back ? { end: { point: group.point, name: group.school ?? groupTitle(group), time: group.back } } : {}), vehicle: 'coach',
      group: { people: group.people, wheelchair: group.wheelchair === true }, // the rest was weighed here, or put aside by hand
      bookingsOf: `campaign:${book.id}`, // what hosts have promised to the campaign is the tour's own
      stops: visits.map((visit) => {
        const host = hosts.get(visit.host)
        const minutes = between(visit.from, visit.to)
        return { id: host.census ?? host.id, name: hostTitle(host), ...(host.census ? {} : { point: host.point }), visitMinutes: minutes, must: true, pin: { time: visit.from } }
      }) }
  }
}

const between = (from, to) => (Number(to.slice(0, 2)) - Number(from.slice(0, 2))) * 60 + Number(to.slice(3)) - Number(from.slice(3))

/** What a group does on a day, in the order of time. */
export function tripsOf(assignments) {
  const trips = new Map()
  for (const visit of [...assignments].sort((a, b) => a.from.localeCompare(b.from))) {
    const name = `${visit.group}|${visit.date}`
    trips.set(name, { group: visit.group, date: visit.date, visits: [...(trips.get(name)?.visits ?? []), visit] })
  }
  return [...trips.values()]
}
