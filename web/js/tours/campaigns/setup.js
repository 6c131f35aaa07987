import { day } from '../../text/format.js'
import { t } from '../../text/text.js'
import { choice, labelled } from '../../panels/fields.js'
import { element, iconButton, textButton } from '../../panels/markup.js'
import { groupsPart } from './groups.js'
import { hostsPart } from './hosts.js'
import { daysOf } from './model.js'

/** What is asked: days and times, rules, hosts, groups. */
export function setupView({ root, book, api, signal, showFace }) {
  const days = element('ul', { class: 'side-chips camp-chips' })
  const times = element('ul', { class: 'side-list' })
  const date = element('input', { type: 'date' })
  const from = element('input', { type: 'time', value: '14:00' })
  const to = element('input', { type: 'time', value: '15:30' })
  const change = (values) => book.change({ ...book.document, ...values })
  const { document } = book
  const number = (value, set, attributes = {}) => {
    const field = element('input', { type: 'number', inputmode: 'numeric', min: '0', value, ...attributes, on: { input: () => set(field.value === '' ? undefined : Number(field.value)) } })
    return field
  }
  root.append(
    element('section', { class: 'side-fold-body' }, element('h3', {}, t('camp.days')), days, element('div', { class: 'camp-add' }, labelled(t('camp.day'), date), textButton(t('camp.addDay'), 'plus', addDay)),
      element('h3', {}, t('camp.times')), element('p', { class: 'field-hint' }, t('camp.timesHint')), times,
      element('div', { class: 'camp-add' }, labelled(t('camp.from'), from), labelled(t('camp.to'), to), textButton(t('camp.addTime'), 'plus', addTime)),
      element('div', { class: 'side-fields' }, labelled(t('camp.coachSeats'), number(document.coach?.seats, (seats) => change({ coach: seats ? { seats } : undefined }))),
        labelled(t('camp.second'), choice(['same_day', 'other_day', 'any_day'].map((one) => [one, t(`camp.second.${one}`)]), document.second ?? 'same_day', (second) => change({ second }))),
        labelled(t('camp.minutesBetween'), number(document.minutesBetween ?? 15, (minutesBetween) => change({ minutesBetween }))))),
    groupsPart({ book, api, signal }), hostsPart({ book, api, signal }),
    element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => book.act(async () => { if (book.dirty) await book.save(); await book.show(); showFace('result') }) } }, t('camp.goResult'))))
  drawDays()
  drawTimes()

  function addDay() {
    if (!date.value) return date.focus()
    change({ days: daysOf({ days: [...(book.document.days ?? []), date.value] }) })
    const next = new Date(`${date.value}T00:00:00Z`)
    next.setUTCDate(next.getUTCDate() + 1)
    date.value = next.toISOString().slice(0, 10)
    drawDays()
  }

  function addTime() {
    if (!from.value || !to.value || from.value >= to.value) return from.focus()
    change({ slots: [...(book.document.slots ?? []).filter((slot) => slot.from !== from.value), { from: from.value, to: to.value }].sort((a, b) => a.from.localeCompare(b.from)) })
    drawTimes()
  }

  function drawDays() {
    days.replaceChildren(...daysOf(book.document).map((one) => element('li', { class: 'camp-chip' }, day(one),
      iconButton(t('camp.dropDay', { day: day(one) }), 'close', () => { change({ days: book.document.days.filter((other) => other !== one) }); drawDays() }))))
  }

  function drawTimes() {
    times.replaceChildren(...(book.document.slots ?? []).map((slot) => element('li', { class: 'camp-chip' }, `${slot.from}–${slot.to}`,
      iconButton(t('camp.dropTime', { time: slot.from }), 'close', () => { change({ slots: book.document.slots.filter((other) => other !== slot) }); drawTimes() }))))
  }
}
