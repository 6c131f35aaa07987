import { t } from '../text/text.js'
import { element, iconButton, textButton } from '../panels/markup.js'
import { blackoutText } from './summary.js'

/** Days with hours of their own, and what the week can not show, as text. `week` is changed in place. */
export function exceptionsField({ week, onChange }) {
  const list = element('ul', { class: 'calendar-list' })
  const input = (id, type) => element('input', { type, class: 'field', id: `host-special-${id}` })
  const [date, opens, closes] = [input('date', 'date'), input('opens', 'time'), input('closes', 'time')]
  const trouble = element('p', { class: 'host-trouble', role: 'alert' })
  const rest = element('input', { type: 'text', class: 'field', id: 'host-rest', maxlength: '2000', value: week.rest, spellcheck: 'false', 'aria-describedby': 'host-rest-hint', on: { input: () => {
    week.rest = rest.value
    onChange()
  } } })
  const labelled = (control, text) => element('div', {}, element('label', { for: control.id }, text), control)
  draw()
  return { root: element('div', { class: 'exceptions-field' }, element('h4', {}, t('hosts.special')), list,
    element('div', { class: 'calendar-range' }, labelled(date, t('hosts.special.date')), labelled(opens, t('hosts.special.opens')), labelled(closes, t('hosts.special.closes')), textButton(t('hosts.special.add'), 'plus', add)), trouble,
    element('details', { open: Boolean(week.rest) }, element('summary', {}, t('hosts.rest')), element('p', { class: 'field-hint', id: 'host-rest-hint' }, t('hosts.rest.hint')), element('label', { for: rest.id }, t('hosts.rest.label')), rest)) }

  function add() {
    const good = date.value && opens.value && closes.value > opens.value
    trouble.textContent = good ? '' : t('hosts.special.wrong')
    if (!good) return date.focus()
    week.exceptions.push({ from: date.value, to: date.value, spans: [[opens.value, closes.value]] })
    date.value = opens.value = closes.value = ''
    draw()
    onChange()
  }

  function draw() {
    list.replaceChildren(...week.exceptions.map((one, i) => {
      const days = blackoutText(one.to > one.from ? `${one.from}/${one.to}` : one.from)
      const text = `${days}: ${one.spans.length > 0 ? one.spans.map((span) => span.join('–')).join(', ') : t('hosts.closed')}`
      return element('li', {}, text, iconButton(t('hosts.offRemove', { days }), 'close', () => {
        week.exceptions.splice(i, 1)
        draw()
        onChange()
      }))
    }))
  }
}
