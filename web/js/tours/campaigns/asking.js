import { createHostServer } from '../../api/hosts.js'
import { server } from '../../api/server.js'
import { invitationOf } from '../../invitations/match.js'
import { element, icon } from '../../panels/markup.js'
import { t, useWords } from '../../text/text.js'
import { bare, groupTitle, hostTitle, moved, slotsOf, visitsAsked } from './model.js'

/** What hosts have answered so far, kept in `book.invitations`; a campaign without hosts of the census asks nobody. */
export async function readInvitations({ book, session, signal }) {
  book.invitations ??= []
  if (visitsAsked(book).length === 0) return
  await useWords('invitations', server.locale)
  try {
    book.invitations = (await createHostServer(session).invitations(about(book), null, { signal })).invitations
  } catch (problem) {
    if (!signal.aborted) console.warn(problem) // the part that asks tells what is wrong when it is opened
  }
}

/** What shows of a visit how its host has answered; nothing where it was not asked. */
export function invitationTags(book) {
  const all = (book.invitations ?? []).length === 0 ? [] : visitsAsked(book)
  return (visit) => {
    const mine = all.find((one) => one.visit === visit)
    const found = mine && invitationOf(book.invitations, mine, all)
    return found ? element('span', { class: found.state === 'accepted' ? 'tag tag-good' : 'tag' }, t(`invitations.state.${found.state}`)) : ''
  }
}

const about = (book) => `campaign:${book.id}`
let wasOpen = false
let justSaid = '' // what was done before all of this was drawn anew

/** Asks the hosts of the programme by a link, and shows what each has answered; who declines can be replaced. @param onRead told when answers were read */
export function askingPart({ book, api, session, signal, onRead }) {
  const stops = visitsAsked(book)
  const others = book.result.assignments.length - stops.length
  if (stops.length === 0) return ''
  const list = element('div', {})
  const said = element('p', { class: 'side-small', role: 'status' }, justSaid)
  justSaid = ''
  const fold = element('details', { class: 'side-fold', on: { toggle: () => { wasOpen = fold.open; if (fold.open && !list.hasChildNodes()) show() } } }, element('summary', {}, icon('mail', 'sm'), t('camp.asking')),
    element('div', { class: 'side-fold-body' }, element('p', { class: 'field-hint' }, t('camp.askingHint')), others > 0 && element('p', { class: 'field-hint' }, t('camp.askingSome', { count: others })), said, list))
  fold.open = wasOpen
  return fold

  async function show() {
    const { invitationStates } = await import('../../invitations/states.js')
    await invitationStates({ root: list, about: about(book), stops, session, signal, oneByOne: true, onReplace: replace, onChange: (invitations) => { book.invitations = invitations; onRead() } })
  }

  /** Another host takes the visit at the same time: it joins the campaign if it is not in it, and the group is put there and stays. */
  async function replace({ visit, date, start, end }, found) {
    await book.act(async () => {
      let known = book.document.hosts.find(({ census }) => census === found.id)
      if (!known) {
        known = (await api.hosts([found.id], book.document.days)).hosts[0]
        book.change({ ...book.document, hosts: [...book.document.hosts, known] })
      }
      if (!slotsOf(book.document, known).some((slot) => slot.date === date && slot.from === start)) {
        const slots = [...slotsOf(book.document, known), { date, from: start, to: end }]
        book.change({ ...book.document, hosts: book.document.hosts.map((host) => (host.id === known.id ? { ...host, slots } : host)) })
      }
      if (book.dirty) await book.save()
      await book.show()
      book.history.push(book.result.assignments)
      justSaid = t('camp.replaced', { group: groupTitle(book.document.groups.find(({ id }) => id === visit.group)), host: hostTitle(known) })
      await book.show(await api.assign(book.id, book.result.version, bare(moved(book.result.assignments, visit.group, visit, { host: known.id, date, from: start }))))
    })
  }
}
