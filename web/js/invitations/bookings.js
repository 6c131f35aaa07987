import { language, t, useWords } from '../text/text.js'
import { day } from '../text/format.js'
import { server } from '../api/server.js'
import { element, icon } from '../panels/markup.js'

const ACTIVE = ['proposed', 'countered', 'accepted']
const SHOWN = 50

/** The page of a company in the census, for those who write it. */
export const censusLink = (layer, id, account) => (layer === 'company' && account?.scopes?.includes('write')
  ? element('a', { class: 'text-button', href: `#place=census&lang=${language()}&view=companies&item=${id}` }, icon('list', 'sm'), element('span', {}, t('hosts.census'))) : '')

/** What the host is booked for and by which tour or campaign, for the desk; null where it never was asked. */
export async function hostBookings(hosts, id, signal) {
  await useWords('invitations', server.locale)
  const { invitations } = await hosts.invitationsOf(id, { signal })
  if (invitations.length === 0) return null
  const today = new Date().toISOString().slice(0, 10)
  const isAhead = (one) => one.date >= today && ACTIVE.includes(one.state)
  const ahead = invitations.filter(isAhead).sort((a, b) => `${a.date}${a.start}`.localeCompare(`${b.date}${b.start}`))
  const rest = invitations.filter((one) => !isAhead(one))
  return element('section', { class: 'host-bookings' }, element('h2', {}, t('hosts.bookings')), ahead.length === 0 ? element('p', {}, t('hosts.bookings.none')) : element('ul', {}, ...ahead.slice(0, SHOWN).map(row)),
    rest.length > 0 && element('details', { class: 'side-fold' }, element('summary', {}, t('hosts.bookings.rest', { count: rest.length })), element('ul', {}, ...rest.slice(0, SHOWN).map(row))))
}

function row(one) {
  const [kind, number] = one.about.split(':')
  return element('li', {}, element('span', {}, t('visit.whenValue', { day: day(one.date), from: one.start, to: one.end })), ' · ', t('hosts.people', { count: one.people }), one.group?.name && ` · ${one.group.name}`, ' ',
    element('span', { class: one.state === 'accepted' ? 'tag tag-good' : 'tag' }, t(`invitations.state.${one.state}`)), ' ',
    element('a', { href: `#place=tours&lang=${language()}&${kind === 'tour' ? `view=plan&tour=${number}` : `view=campaigns&item=${number}`}` }, t(`hosts.bookings.${kind}`, { number })))
}
