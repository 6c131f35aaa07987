import { day, number, shortMoment } from '../text/format.js'
import { language, t, useWords } from '../text/text.js'
import { element, failure, nothing, textButton } from '../panels/markup.js'
import { attempt, choice, input, labelled, notice, primary } from './forms.js'
import { problemText } from './problems.js'

const LANGUAGES = ['it', 'en']
const ANSWERS = ['open', 'still_true', 'changed', 'sold', 'stopped', 'expired', 'revoked']
const OFFERS = ['unconfirmed', 'received', 'published', 'refused', 'spam']
const HALF_A_YEAR_MS = 180 * 86_400_000

/** What owners are asked and what they answer, and what they offer. */
export async function ownersPage(parts) {
  const { session, server, territories, signal } = parts
  await Promise.all([useWords('owners', server.locale), territories.ready])
  const panels = Object.fromEntries(['ask', 'answers', 'offers'].map((name) => [name, element('section', { class: 'owners-panel' })]))
  const make = { ask: askPanel, answers: answersPanel, offers: offersPanel }
  const tabs = element('nav', { class: 'tabs', 'aria-label': t('owners.tabs') })
  await open('ask')
  return [element('p', { class: 'desk-lead' }, t('owners.lead')), tabs, ...Object.values(panels)]

  async function open(name) {
    tabs.replaceChildren(...Object.keys(panels).map((one) => element('button', { type: 'button', class: 'tab', 'aria-pressed': String(one === name), on: { click: async () => {
      await open(one)
      tabs.querySelector('[aria-pressed=true]').focus()
    } } }, t(`owners.tab.${one}`))))
    for (const [one, panel] of Object.entries(panels)) {
      panel.hidden = one !== name
      panel.replaceChildren()
    }
    try {
      const content = await make[name]({ ...parts, ask: (path, options) => session.ask(path, { signal, ...options }), again: () => open(name) })
      panels[name].replaceChildren(...content)
    } catch (problem) {
      if (signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      panels[name].replaceChildren(failure(problemText(problem), t('retry'), () => open(name)))
    }
  }
}

/** Plots by age and place, and the button that writes to their owners. */
async function askPanel({ account, territories, ask }) {
  const before = input({ type: 'date', value: new Date(Date.now() - HALF_A_YEAR_MS).toISOString().slice(0, 10) })
  const territory = choice([['', t('territory.all')], ...territories.list.map(({ code, name }) => [code, name])], account.territory ?? '', { disabled: Boolean(account.territory) })
  const municipality = input({ inputmode: 'numeric', maxlength: '6' })
  const written = choice(LANGUAGES.map((one) => [one, t(`language.${one}`)]), 'it')
  const found = element('div', {})
  const said = element('div', { role: 'status' })
  let turn = 0
  for (const control of [before, territory, municipality]) control.addEventListener('change', again)
  await show()
  return [element('p', {}, t('owners.ask.how')), element('div', { class: 'owners-filter', role: 'group', 'aria-label': t('owners.ask.filter') },
    labelled(t('owners.ask.before'), before), labelled(t('territory.label'), territory), labelled(t('owners.ask.municipality'), municipality, t('owners.ask.municipality.hint')), labelled(t('owners.ask.language'), written)), said, found]

  function filter() {
    return Object.fromEntries([['before', before.value], ['territory', territory.value], ['municipality', municipality.value.trim()]].filter(([, value]) => value))
  }

  async function again() {
    try {
      await show()
    } catch (problem) {
      if (problem.name !== 'AbortError') found.replaceChildren(failure(problemText(problem), t('retry'), again))
    }
  }

  async function show() {
    const mine = ++turn
    const { plots, byMail } = await ask(`/api/owners/plots?${new URLSearchParams({ ...filter(), limit: 200 })}`)
    if (mine !== turn) return // other plots are looked for by now
    const boxes = new Map()
    const askable = plots.filter(({ hurdle }) => !hurdle)
    const send = primary('', { disabled: askable.length === 0 }, attempt(async () => {
      const chosen = [...boxes].filter(([, box]) => box.checked).map(([id]) => id)
      const asked = await ask('/api/owners/letters', { method: 'POST', content: { ...filter(), plots: chosen, language: written.value } })
      await again()
      said.replaceChildren(notice('good', t('owners.ask.done', { letters: number(asked.letters, 0), questions: number(asked.questions, 0) })))
    }))
    const count = () => {
      const chosen = [...boxes.values()].filter((box) => box.checked).length
      send.textContent = t('owners.ask.send', { count: chosen, number: number(chosen, 0) })
      send.disabled = chosen === 0
    }
    said.replaceChildren()
    found.replaceChildren(...[!byMail && notice('warning', t('owners.noMail')), plots.some(({ hurdle }) => hurdle === 'reserved-address') && notice('info', t('owners.demonstration')),
      plots.length === 0 ? nothing(t('owners.ask.nothing')) : table(t('owners.ask.plots'), [t('owners.plot'), t('owners.knownOn'), t('owners.email'), t('owners.asked')], plots.map((plot) => {
        const box = element('input', { type: 'checkbox', id: `owners-plot-${plot.id}`, checked: !plot.hurdle, disabled: Boolean(plot.hurdle), on: { change: count } })
        if (!plot.hurdle) boxes.set(plot.id, box)
        return [element('label', { class: 'owners-plot', for: box.id }, box, element('span', {}, plot.name ?? plot.code, element('span', { class: 'row-code' }, plot.code, plot.municipality ? ` · ${plot.municipality}` : ''))),
          day(plot.knownOn), plot.email ?? '', [plot.hurdle && t(`owners.hurdle.${plot.hurdle}`), plot.asked && t('owners.lastAsked', { day: day(plot.askedAt), state: t(`owners.state.${plot.asked}`) })].filter(Boolean).join(' · ')]
      })), element('div', { class: 'button-row' }, send)].filter(Boolean))
    count()
  }
}

/** Who was asked and what they answered. */
async function answersPanel({ ask, again }) {
  let state = ''
  const root = element('div', {})
  await show()
  return [root]

  async function choose(wanted) {
    state = wanted
    try {
      await show()
      document.getElementById('owners-state')?.focus()
    } catch (problem) {
      if (problem.name !== 'AbortError') root.replaceChildren(failure(problemText(problem), t('retry'), () => choose(wanted)))
    }
  }

  async function show() {
    const shown = state
    const { questions, counts, next } = await ask(`/api/owners/questions?${new URLSearchParams(shown ? { state: shown } : {})}`)
    if (shown !== state) return // another state is looked for by now
    const of = (one) => counts.find((count) => count.state === one)?.questions ?? 0
    const select = choice([['', t('owners.all')], ...ANSWERS.map((one) => [one, `${t(`owners.state.${one}`)} (${number(of(one), 0)})`])], state, { id: 'owners-state' })
    select.addEventListener('change', () => choose(select.value))
    root.replaceChildren(element('ul', { class: 'owners-counts' }, ...ANSWERS.map((one) => element('li', {}, element('strong', {}, number(of(one), 0)), ' ', t(`owners.state.${one}`)))), labelled(t('owners.state'), select),
      questions.length === 0 ? nothing(t('owners.answers.nothing')) : table(t('owners.tab.answers'), [t('owners.plot'), t('owners.state'), t('owners.email'), t('owners.sent'), ''], questions.map(row)), next ? element('p', { class: 'field-hint' }, t('owners.more')) : '')
  }

  function row(one) {
    return [element('a', { href: `#place=plot&lang=${language()}&plot=${one.plotId}` }, one.plotCode),
      [element('span', { class: `tag tag-owner-${one.state}` }, t(`owners.state.${one.state}`)), one.answeredAt ? ` ${shortMoment(one.answeredAt)}` : '', one.offer ? ` · ${one.offer}` : ''],
      one.email ?? t('owners.forgotten'), one.error ? t('owners.notSent', { error: one.error }) : one.sentAt ? [shortMoment(one.sentAt), one.reminders > 0 ? ` · ${t('owners.reminders', { count: one.reminders })}` : ''] : t('owners.queued'),
      one.state === 'open' ? textButton(t('owners.revoke'), 'close', attempt(async () => {
        await ask(`/api/owners/questions/${one.id}/revocation`, { method: 'POST' })
        again()
      }), { 'aria-label': t('owners.revokeOne', { plot: one.plotCode }) }) : '']
  }
}

/** What was offered, and who offered it; it is decided on as a proposal. */
async function offersPanel({ ask, again }) {
  const { offers } = await ask('/api/offers?limit=200')
  const counts = OFFERS.map((state) => [state, offers.filter((one) => one.state === state).length])
  const act = (label, path, one, iconName) => textButton(label, iconName, attempt(async () => {
    await ask(`/api/offers/${one.id}/${path}`, { method: 'POST' })
    again()
  }), { 'aria-label': `${label}: ${one.ticket}` })
  return [element('ul', { class: 'owners-counts' }, ...counts.map(([state, count]) => element('li', {}, element('strong', {}, number(count, 0)), ' ', t(`owners.offer.${state}`)))),
    offers.length === 0 ? nothing(t('owners.offers.nothing')) : table(t('owners.tab.offers'), [t('owners.ticket'), t('owners.state'), t('owners.who'), t('owners.message'), ''], offers.map((one) => [
      [element('strong', {}, one.ticket), element('span', { class: 'row-code' }, shortMoment(one.receivedAt), one.hasPhoto ? [' · ', element('a', { href: `/api/offers/${one.id}/photo`, target: '_blank' }, t('owners.photo'))] : '')],
      [element('span', { class: `tag tag-owner-${one.state}` }, t(`owners.offer.${one.state}`)), !one.confirmedAt && one.state === 'received' ? element('span', { class: 'row-code' }, t('owners.unconfirmedAddress')) : '',
        one.proposalId ? [' ', element('a', { href: `#place=edit&lang=${language()}&proposal=${one.proposalId}` }, t('owners.proposal'))] : ''],
      one.erasedAt ? t('owners.forgotten') : [[one.organisation, one.contactName].filter(Boolean).join(', ') || t(`owners.by.${one.offeredBy}`), element('span', { class: 'row-code' }, [one.email, one.phone].filter(Boolean).join(' · '))],
      element('span', { class: 'owners-message' }, one.message ?? ''),
      element('div', { class: 'button-row' }, one.state === 'spam' && act(t('owners.release'), 'release', one, 'check'), !one.erasedAt && act(t('owners.erase'), 'erasure', one, 'delete'))]))]
}

const table = (caption, heads, rows) => element('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': caption }, element('table', { class: 'desk-table table-cards' },
  element('caption', { class: 'visually-hidden' }, caption), element('thead', {}, element('tr', {}, ...heads.map((head) => element(head ? 'th' : 'td', head ? { scope: 'col' } : {}, head)))),
  element('tbody', {}, ...rows.map((cells) => element('tr', {}, ...cells.map((cell, i) => (i === 0 ? element('th', { scope: 'row' }, cell) : element('td', { 'data-title': heads[i] || null }, cell))))))))
