import { labelled } from '../../panels/fields.js'
import { element, icon } from '../../panels/markup.js'
import { t } from '../../text/text.js'
import { clockOf, later } from './clock.js'
import { stopOfHost } from './fits.js'
import { groupsOf, replaceStop, same } from './model.js'

/** Asks the hosts of a saved tour, and shows how they have answered; what does so is loaded when it is opened. */
export function asking({ record, planning, book, hosts, session, store, signal, say }) {
  const account = store.get().session?.account
  const field = (type, autocomplete, value) => element('input', { type, autocomplete, maxlength: '200', value: value ?? '' })
  const [name, email, phone] = [field('text', 'name', account?.displayName), field('email', 'email', account?.email), field('tel', 'tel')]
  const list = element('div', {})
  return element('details', { class: 'side-fold', on: { toggle: ({ target }) => target.open && !list.hasChildNodes() && open() } }, element('summary', {}, icon('mail', 'sm'), t('tours.invitations')),
    element('div', { class: 'side-fold-body' }, element('p', { class: 'side-small' }, t('tours.invitations.hint')), labelled(t('tours.invitations.name'), name), labelled(t('tours.invitations.email'), email),
      labelled(t('tours.invitations.phone'), phone), list))

  async function open() {
    const { invitationStates } = await import('../../invitations/states.js')
    await invitationStates({ root: list, about: `tour:${record.id}`, key: record.key, session, signal, stops: visits(), onReplace: (stop, host) => {
      book.change(replaceStop, stop.id, stopOfHost(host))
      hosts.learn([host.id])
      say(t('tours.invitations.replaced'))
    } })
  }

  /** Visits of hosts as they are planned; the organiser is read when somebody is asked. */
  function visits() {
    const { group } = book.get().question
    return planning.get().answer.itineraries.flatMap((route) => route.stops.filter(({ host }) => host).map((stop) => ({
      id: stop.id, host: stop.host, name: stop.name, date: route.date, start: clockOf(stop.start), end: later(clockOf(stop.start), stop.visitMinutes),
      people: groupsOf(book.get()).find(({ id }) => same(id, route.group ?? '1'))?.people ?? group.people,
      group: { name: record.name || undefined, level: group.level, age: group.age, languages: group.languages, wheelchair: group.wheelchair },
      get organiser() {
        return name.value.trim() || email.value.trim() ? { name: name.value.trim() || undefined, email: email.value.trim() || undefined, phone: phone.value.trim() || undefined } : undefined
      },
    })))
  }
}
