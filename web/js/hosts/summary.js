import { day, number, withUnit } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element } from '../panels/markup.js'

/** What a group sees of a host: {name, kind, visit, contact …} as /api/hosts tells it; what nobody has said is said to be unknown where it matters. */
export function hostSummary(host, catalogue) {
  const { visit } = host
  const code = (list, values) => values.map((value) => pick(catalogue.codeTitle(list, value)) || value).join(', ')
  const yesNo = (value) => (value === undefined || value === null ? t('hosts.unknown') : t(value ? 'yes' : 'no'))
  const range = (least, most, unit) => (least && most ? t('hosts.range', { from: number(least), to: withUnit(most, unit) }) : least ? t('hosts.atLeast', { number: withUnit(least, unit) }) : most ? t('hosts.atMost', { number: withUnit(most, unit) }) : null)
  const coach = visit.coachParking === false ? t('no') : visit.coachParking ? [t('yes'), visit.coachMaxHeightM && t('hosts.maxHeight', { number: withUnit(visit.coachMaxHeightM, 'm') }), visit.coachMaxLengthM && t('hosts.maxLength', { number: withUnit(visit.coachMaxLengthM, 'm') })].filter(Boolean).join(', ') : t('hosts.unknown')
  const rows = [
    ['visitable', pick(catalogue.codeTitle('visitable', visit.visitable))],
    ['levels', visit.levels.length > 0 ? code('visit_group', visit.levels) : null],
    ['people', range(visit.minPeople, visit.maxPeople)],
    ['groupsAtOnce', visit.groupsAtOnce > 1 ? number(visit.groupsAtOnce) : null],
    ['length', [visit.minutes && withUnit(visit.minutes, 'min'), (visit.minutesMin || visit.minutesMax) && `(${range(visit.minutesMin, visit.minutesMax, 'min')})`].filter(Boolean).join(' ') || null],
    ['setup', visit.setupMinutes ? withUnit(visit.setupMinutes, 'min') : null],
    ['minAge', visit.minAge ? t('hosts.years', { count: visit.minAge }) : null],
    ['languages', visit.languages.length > 0 ? code('visit_language', visit.languages) : null],
    ['themes', visit.themes.length > 0 ? code('visit_theme', visit.themes) : null],
    ['wheelchair', yesNo(visit.wheelchair)],
    ['toilets', yesNo(visit.toilets)],
    ['lunch', visit.lunch === undefined ? null : yesNo(visit.lunch)],
    ['cost', visit.cost === undefined ? null : Number(visit.cost) === 0 ? t('hosts.free') : withUnit(Number(visit.cost), '€')],
    ['gear', visit.protectiveGear],
    ['leadDays', visit.leadDays ? t('hosts.days', { count: visit.leadDays }) : null],
    ['coach', coach],
    ['gate', visit.gate],
    ['blackout', visit.blackout.length > 0 ? visit.blackout.map(blackoutText).join('; ') : null],
    ['contact', host.contact ? [host.contact.person, host.contact.phone, host.contact.email].filter(Boolean).join(', ') || null : null],
  ]
  return element('dl', { class: 'host-facts' }, ...rows.filter(([, value]) => value).map(([key, value]) => element('div', {}, element('dt', {}, t(`hosts.fact.${key}`)), element('dd', {}, value))))
}

export function blackoutText(days) {
  const [from, to] = days.split('/')
  return to ? t('hosts.fromTo', { from: day(from), to: day(to) }) : day(from)
}

/** The next days and when they are open; taken stretches are said. */
export function hostDays(days, taken = []) {
  return element('ul', { class: 'host-days' }, ...days.map(({ date, windows }) => {
    const busy = taken.filter((slot) => slot.date === date).map(({ from, to }) => `${from}–${to}`)
    return element('li', {}, element('span', {}, weekday(date)),
      element('span', { class: windows.length > 0 ? '' : 'is-closed' }, windows.length > 0 ? windows.map(({ from, to }) => `${from}–${to}`).join(', ') : t('hosts.closed'),
        busy.length > 0 && element('em', {}, ' ', t('hosts.taken', { times: busy.join(', ') }))))
  }))
}

export const weekday = (date) => new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
