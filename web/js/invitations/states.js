import { createHostServer } from '../api/hosts.js'
import { server } from '../api/server.js'
import { day, number } from '../text/format.js'
import { t, useWords } from '../text/text.js'
import { element, failure, icon, textButton, waiting } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { choice, labelled } from '../panels/fields.js'
import { invitationOf } from './match.js'

const MANY = 12 // visits from which on they can be told apart by their state
const ORDER = ['declined', 'countered', 'expired', 'withdrawn', 'none', 'proposed', 'accepted']
const ICONS = { proposed: 'clock', countered: 'refresh', accepted: 'check-circle', declined: 'close-circle', expired: 'ban', withdrawn: 'minus-circle' }

/**
 * How the hosts of a tour or campaign have answered, stop by stop, with what can be done about it: ask, take another time, withdraw, see who could take
 * a place, and for the desk write down what somebody said by telephone.
 *
 * @param about "tour:12" @param stops [{host, name, date, start, end, people, group?, organiser?}], each a host's number and the visit that is wanted
 * @param key of the tour; null for who is signed in @param onReplace (stop, host) told when somebody takes a suggestion; without it none can be taken
 * @param onChange told with all invitations whenever they have been read
 * @param oneByOne whether of many that are asked each is asked for itself, so that one that can not be had keeps nobody else waiting
 * @returns {refresh}
 */
export async function invitationStates({ root, about, stops, session, key = null, signal, onReplace = null, onChange = () => {}, oneByOne = false }) {
  await Promise.all([useWords('hosts', server.locale), useWords('invitations', server.locale), useStyles('/css/hosts.css')])
  const hosts = createHostServer(session)
  const status = element('p', { class: 'visit-said', role: 'status' })
  const trouble = element('p', { class: 'host-trouble', role: 'alert' })
  const list = element('ul', { class: 'visit-states' })
  const bar = element('div', { class: 'button-row' })
  const filter = element('div', { hidden: stops.length <= MANY })
  let only = ''
  let desk = false // whoever may invite without the key may also write down what a host has said
  root.replaceChildren(element('section', { class: 'visit-stops', 'aria-label': t('invitations.title') }, element('h3', {}, t('invitations.title')), status, filter, list, trouble, bar))
  await refresh()
  return { refresh }

  async function refresh() {
    if (!list.hasChildNodes()) list.replaceChildren(element('li', {}, waiting(t('hosts.waiting'))))
    try {
      const [{ invitations }, said] = await Promise.all([hosts.invitations(about, key, { signal }), session.ask('/api/session', { signal })])
      desk = said.account?.scopes?.includes('propose') ?? false
      draw(invitations)
      onChange(invitations)
    } catch (problem) {
      if (signal?.aborted) return
      if (problem.status === undefined) console.error(problem)
      list.replaceChildren(element('li', {}, failure(problem.detail ?? t('hosts.failed'), t('retry'), refresh)))
    }
  }

  function ask(wanted) {
    return hosts.invite(wanted.map(({ host, date, start, end, people, group, organiser, note }) => ({ host, about, date, start, end, people, group, organiser, note, language: document.documentElement.lang })), key)
  }

  /** What can not be asked is told by its name when all others have been asked. */
  async function askAll(wanted) {
    if (!oneByOne) return ask(wanted)
    const failed = []
    for (const [index, stop] of wanted.entries()) {
      if (signal?.aborted) return
      status.textContent = t('invitations.asking', { index: index + 1, count: wanted.length })
      try {
        await ask([stop])
      } catch (problem) {
        if (problem.status === undefined) throw problem
        failed.push(`${stop.name}: ${problem.detail ?? t('hosts.failed')}`)
      }
    }
    if (failed.length > 0) {
      await refresh()
      throw { status: 409, detail: failed.join(' · ') }
    }
  }

  /** The newest invitation of each stop counts; those of hosts that are no stop any more are listed behind. */
  function draw(invitations) {
    const matched = stops.map((stop) => [stop, invitationOf(invitations, stop, stops)])
    const others = invitations.filter((one) => ['proposed', 'countered', 'accepted'].includes(one.state) && !matched.some(([, mine]) => mine?.id === one.id))
    const open = matched.filter(([, one]) => !one || ['declined', 'expired', 'withdrawn'].includes(one.state)).map(([stop]) => stop)
    const count = (state) => matched.filter(([, one]) => one?.state === state).length
    status.textContent = t('invitations.count', { accepted: number(count('accepted')), waiting: number(count('proposed') + count('countered')), all: number(stops.length) })
    list.replaceChildren(...matched.map(([stop, one]) => row(stop, one)), ...others.map((one) => row(null, one)))
    const states = [...new Set([...matched.map(([, one]) => one?.state ?? 'none'), ...others.map(({ state }) => state)])].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
    if (!states.includes(only)) only = ''
    filter.replaceChildren(labelled(t('invitations.only'), choice([['', t('invitations.all')], ...states.map((state) => [state, t(`invitations.state.${state}`)])], only, (value) => { only = value; narrow() })))
    narrow()
    const never = matched.filter(([, one]) => !one).map(([stop]) => stop)
    bar.replaceChildren(...(never.length > 0 ? [textButton(t('invitations.askAll', { count: never.length }), 'mail', () => act(() => askAll(never)))] : []))
    root.dataset.open = String(open.length)
  }

  function narrow() {
    for (const item of list.children) item.hidden = only !== '' && item.dataset.state !== only
  }

  function row(stop, one) {
    const state = one?.state ?? 'none'
    const more = element('div', { class: 'visit-more' })
    const button = (name, icn, work) => textButton(t(`invitations.${name}`), icn, work, { 'aria-label': t('invitations.of', { action: t(`invitations.${name}`), host: one?.hostName ?? stop.name }) })
    const actions = [
      !one && button('ask', 'mail', () => act(() => ask([stop]))),
      one && ['declined', 'expired', 'withdrawn'].includes(state) && stop && button('askAgain', 'mail', () => act(() => ask([stop]))),
      state === 'countered' && button('takeTime', 'check', () => act(() => hosts.takeOtherTime(one.id, key))),
      one && ['declined', 'expired'].includes(state) && button('replacements', 'search', () => suggest(one, stop, more)),
      one && ['proposed', 'countered', 'accepted'].includes(state) && button('withdraw', 'close', () => withdraw(one, more)),
      desk && state === 'proposed' && button('saidYes', 'telephone', () => act(() => hosts.writeDown(one.id, { answer: 'accept' }))),
      desk && state === 'proposed' && button('saidNo', 'telephone', () => act(() => hosts.writeDown(one.id, { answer: 'decline' }))),
    ].filter(Boolean)
    return element('li', { class: `visit-stop is-${state}`, 'data-host': one?.host ?? stop.host, 'data-state': state },
      element('div', { class: 'visit-stop-head' }, element('strong', {}, stop?.name ?? one.hostName), element('span', { class: 'visit-badge' }, one && icon(ICONS[state]), ' ', t(`invitations.state.${state}`))),
      element('p', {}, when(one ?? stop), one?.askedDate && element('span', { class: 'field-hint' }, ' ', t('invitations.asked', { when: t('visit.whenValue', { day: day(one.askedDate), from: one.askedStart, to: one.askedEnd }) }))),
      stop && one && moved(stop, one) && element('p', { class: 'host-trouble' }, t('invitations.moved')),
      !stop && element('p', { class: 'host-trouble' }, t('invitations.noStop')),
      one?.reason && element('p', {}, element('em', {}, `“${one.reason}”`)),
      one && !one.byMail && state === 'proposed' && element('p', { class: 'field-hint' }, t('invitations.byPhone')),
      one?.mailFailed && element('p', { class: 'host-trouble' }, t('invitations.mailFailed')),
      element('div', { class: 'button-row' }, ...actions), more)
  }

  function withdraw(one, more) {
    const reason = element('input', { type: 'text', class: 'field', id: `withdraw-${one.id}`, maxlength: '300' })
    more.replaceChildren(element('form', { class: 'visit-form', on: { submit: (event) => {
      event.preventDefault()
      act(() => hosts.withdraw(one.id, reason.value.trim() || null, key))
    } } }, element('label', { for: reason.id }, t('invitations.withdrawWhy')), reason, element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t('invitations.withdrawSend')))))
    reason.focus()
  }

  async function suggest(one, stop, more) {
    more.replaceChildren(waiting(t('hosts.waiting')))
    try {
      const { suggestions } = await hosts.replacements(one.id, key, { signal })
      const head = element('p', { tabindex: '-1' }, t(suggestions.length > 0 ? 'invitations.suggestions' : 'invitations.noSuggestions'))
      more.replaceChildren(head, element('ul', { class: 'visit-suggestions' }, ...suggestions.map(({ host, metres, reasons, window }) => element('li', {},
        element('strong', {}, host.name[document.documentElement.lang] ?? host.name.it), ` · ${t('invitations.distance', { km: number(metres / 1000, 1) })} · ${t('invitations.openFrom', { from: window.from, to: window.to })}`,
        element('span', { class: 'field-hint' }, ' ', t('invitations.alike', { reasons: reasons.map((reason) => t(`invitations.reason.${reason}`)).join(', ') })),
        onReplace && stop && textButton(t('invitations.take'), 'plus', () => onReplace(stop, host), { 'aria-label': t('invitations.of', { action: t('invitations.take'), host: host.name.it }) })))))
      head.focus()
    } catch (problem) {
      if (!signal?.aborted) more.replaceChildren(element('p', { class: 'host-trouble', role: 'alert' }, problem.detail ?? t('hosts.failed')))
    }
  }

  /** Does something, and shows how it stands then. */
  async function act(work) {
    trouble.textContent = ''
    try {
      await work()
      await refresh()
    } catch (problem) {
      if (signal?.aborted) return
      if (problem.status === undefined) console.error(problem)
      trouble.textContent = problem.detail ?? t('hosts.failed')
    }
  }
}

const when = ({ date, start, end }) => t('visit.whenValue', { day: day(date), from: start, to: end })
/** Whether the visit was planned anew since the host was asked. */
const moved = (stop, one) => ['proposed', 'accepted'].includes(one.state) && (stop.date !== one.date || stop.start !== one.start || stop.end !== one.end)
