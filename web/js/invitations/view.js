import { day, moment, number } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element, icon, textButton } from '../panels/markup.js'

/** One invitation as the host sees it, with the answers that it can give. Nothing changes before a button is pressed. */
export function invitationView({ hosts, token, visit: first, catalogue, signal }) {
  const root = element('div', { class: 'visit' })
  show(first)
  return root

  function show(visit, takesFocus = false) {
    const trouble = element('p', { class: 'host-trouble', role: 'alert' })
    const later = element('div', { class: 'visit-later' })
    const state = element('p', { class: `visit-state is-${visit.state}`, role: 'status', tabindex: '-1' }, t(`visit.state.${visit.state}`, { until: moment(visit.expiresAt), day: visit.answeredAt ? moment(visit.answeredAt) : '' }))
    const open = visit.state === 'proposed'
    root.replaceChildren(state, facts(visit), openHint(visit), trouble,
      open && element('div', { class: 'visit-answers' },
        answer('accept', 'btn-primary', 'check', () => send({ answer: 'accept' }, trouble)),
        answer('counter', 'btn-outline-primary', 'clock', () => later.replaceChildren(otherTime(visit, trouble))),
        answer('decline', 'btn-outline-primary', 'close', () => later.replaceChildren(decline('decline', trouble)))),
      later,
      ['accepted', 'countered'].includes(visit.state) && element('div', { class: 'button-row' },
        visit.state === 'accepted' && element('a', { class: 'text-button', href: hosts.calendarOf(token), download: 'visit.ics' }, icon('calendar'), element('span', {}, t('visit.calendar'))),
        textButton(t('visit.cancel'), 'close', () => later.replaceChildren(decline('cancel', trouble)))))
    if (takesFocus) state.focus()
  }

  function answer(key, style, name, act) {
    return element('button', { type: 'button', class: `btn ${style}`, 'data-answer': key, on: { click: act } }, icon(name), ' ', t(`visit.answer.${key}`))
  }

  function facts(visit) {
    const { group, organiser } = visit
    const code = (list, value) => pick(catalogue.codeTitle(list, value)) || value
    const rows = [
      ['when', t('visit.whenValue', { day: day(visit.date), from: visit.start, to: visit.end })],
      ['asked', visit.askedDate && t('visit.whenValue', { day: day(visit.askedDate), from: visit.askedStart, to: visit.askedEnd })],
      ['people', number(visit.people)],
      ['group', group.name],
      ['level', group.level && code('visit_group', group.level)],
      ['age', group.age !== undefined && group.age !== null && t('hosts.years', { count: group.age })],
      ['languages', group.languages?.length > 0 && group.languages.map((one) => code('visit_language', one)).join(', ')],
      ['wheelchair', group.wheelchair && t('yes')],
      ['needs', group.needs],
      ['note', visit.note],
      ['organiser', organiser && [organiser.name, organiser.phone && element('a', { href: `tel:${organiser.phone.replace(/[^+\d]/g, '')}` }, organiser.phone), organiser.email && element('a', { href: `mailto:${organiser.email}` }, organiser.email)].filter(Boolean).flatMap((part, i) => (i > 0 ? [' · ', part] : [part]))],
      ['reason', visit.reason],
    ]
    return element('dl', { class: 'host-facts' }, ...rows.filter(([, value]) => value && value.length !== 0).map(([key, value]) => element('div', {}, element('dt', {}, t(`visit.fact.${key}`)), element('dd', {}, value))))
  }

  /** Whether the host's own hours speak for it. */
  function openHint({ open, start, end, state }) {
    if (state !== 'proposed') return null
    const within = open.some(({ from, to }) => from <= start && end <= to)
    const times = open.map(({ from, to }) => `${from}–${to}`).join(', ')
    return element('p', { class: 'field-hint' }, within ? t('visit.open.within', { times }) : open.length > 0 ? t('visit.open.outside', { times }) : t('visit.open.closed'))
  }

  function otherTime(visit, trouble) {
    const field = (name, type, value) => element('div', { class: 'host-field' }, element('label', { for: `visit-${name}` }, t(`visit.other.${name}`)), element('input', { type, class: 'field', id: `visit-${name}`, value, required: true }))
    const [date, start, end] = [field('date', 'date', visit.date), field('start', 'time', visit.start), field('end', 'time', visit.end)]
    const why = reasonField()
    const form = element('form', { class: 'visit-form', novalidate: true, on: { submit: (event) => {
      event.preventDefault()
      const value = (one) => one.querySelector('input').value
      if (!value(date) || !value(start) || !(value(end) > value(start))) return tell(trouble, t('visit.other.wrong'))
      send({ answer: 'counter', date: value(date), start: value(start), end: value(end), reason: why.value() }, trouble)
    } } }, element('h2', { tabindex: '-1' }, t('visit.other')), element('div', { class: 'host-pair' }, date, start, end), why.root,
    element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t('visit.other.send'))))
    queueMicrotask(() => form.firstChild.focus())
    return form
  }

  /** @param key decline, or cancel for one that was accepted before */
  function decline(key, trouble) {
    const why = reasonField()
    const form = element('form', { class: 'visit-form', on: { submit: (event) => {
      event.preventDefault()
      send({ answer: 'decline', reason: why.value() }, trouble)
    } } }, element('h2', { tabindex: '-1' }, t(`visit.${key}.title`)), why.root, element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t(`visit.${key}.send`))))
    queueMicrotask(() => form.firstChild.focus())
    return form
  }

  function reasonField() {
    const text = element('textarea', { class: 'field', id: 'visit-reason', rows: '3', maxlength: '2000' })
    return { root: element('div', { class: 'host-field' }, element('label', { for: text.id }, t('visit.reason')), text), value: () => text.value.trim() || undefined }
  }

  async function send(content, trouble) {
    trouble.textContent = ''
    try {
      show(await hosts.answer(token, content), true)
    } catch (problem) {
      if (signal.aborted) return
      if (problem.status === 410) return show(await hosts.visit(token), true)
      tell(trouble, problem.detail ?? t('hosts.failed'))
    }
  }

  function tell(trouble, sentence) {
    trouble.textContent = sentence
    trouble.scrollIntoView({ block: 'nearest' })
  }
}
