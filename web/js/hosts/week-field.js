import { t } from '../text/text.js'
import { element, iconButton, textButton } from '../panels/markup.js'
import { DAYS, spansFault } from './hours.js'

/** The hours of each weekday, and of public holidays: a row for each with its spans. `onChange` is told after each change; `week` is changed in place. */
export function weekField({ week, onChange }) {
  const root = element('div', { class: 'week-field', role: 'group', 'aria-label': t('hosts.week') })
  const faults = element('p', { class: 'host-trouble', role: 'alert' })
  draw()
  return { root: element('div', { class: 'week-box' }, root, faults), bad: () => Object.values(week.days).concat([week.holidays ?? []]).some(spansFault) && root.querySelector('input[aria-invalid=true]') }

  function draw(focus = null) {
    root.replaceChildren(...DAYS.map(row), holidays(), copyButton())
    if (focus) root.querySelector(focus)?.focus()
  }

  function row(name) {
    const spans = week.days[name]
    return element('div', { class: 'week-row', 'data-day': name, role: 'group', 'aria-label': t(`hosts.day.${name}`) }, element('span', { class: 'week-day', 'aria-hidden': 'true' }, t(`hosts.day.${name}`)),
      element('div', { class: 'week-spans' }, spans.length === 0 && element('span', { class: 'is-closed' }, t('hosts.closed')), ...spans.map((span, i) => spanField(t(`hosts.day.${name}`), spans, i, name)),
        textButton(t('hosts.addSpan'), 'plus', () => {
          spans.push(spans.length === 0 ? ['09:00', '12:00'] : ['14:00', '17:00'])
          changed(`[data-day=${name}] .week-span:last-of-type input`)
        }, { 'aria-label': t('hosts.addSpanOn', { day: t(`hosts.day.${name}`) }) })))
  }

  function spanField(day, spans, i, name) {
    const bad = spansFault(spans)
    const input = (end) => element('input', { type: 'time', class: 'field', value: spans[i][end], required: true, 'aria-invalid': String(Boolean(bad)), 'aria-label': t(end === 0 ? 'hosts.opensOn' : 'hosts.closesOn', { day, number: i + 1 }), on: { change: (event) => {
      spans[i][end] = event.target.value
      tell()
      for (const one of event.target.closest('.week-spans').querySelectorAll('input')) one.setAttribute('aria-invalid', String(Boolean(spansFault(spans))))
    } } })
    return element('span', { class: 'week-span' }, input(0), '–', input(1), iconButton(t('hosts.removeSpanOn', { day, number: i + 1 }), 'close', () => {
      spans.splice(i, 1)
      changed(`[data-day=${name}] .text-button`)
    }))
  }

  /** Closed, or like any other day. */
  function holidays() {
    const select = element('select', { class: 'field', id: 'host-holidays', on: { change: (event) => {
      week.holidays = { as: null, off: [], own: week.holidays?.length ? week.holidays : [['10:00', '12:00']] }[event.target.value]
      changed('#host-holidays')
    } } }, ...['as', 'off', 'own'].map((value) => element('option', { value, selected: value === (week.holidays === null ? 'as' : week.holidays.length === 0 ? 'off' : 'own') }, t(`hosts.holidays.${value}`))))
    return element('div', { class: 'week-row', 'data-day': 'PH' }, element('label', { class: 'week-day', for: 'host-holidays' }, t('hosts.day.PH')),
      element('div', { class: 'week-spans' }, select, ...(week.holidays ?? []).map((span, i) => spanField(t('hosts.day.PH'), week.holidays, i, 'PH'))))
  }

  function copyButton() {
    return textButton(t('hosts.copyMonday'), 'copy', () => {
      for (const name of DAYS.slice(1, 5)) week.days[name] = week.days.Mo.map((span) => [...span])
      changed('.week-copy')
    }, { class: 'text-button week-copy', disabled: week.days.Mo.length === 0 })
  }

  function changed(focus) {
    draw(focus)
    tell()
  }

  function tell() {
    const bad = Object.values(week.days).concat([week.holidays ?? []]).map(spansFault).find(Boolean)
    faults.textContent = bad ? t(`hosts.span.${bad}`) : ''
    onChange()
  }
}
