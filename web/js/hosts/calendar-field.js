import { t } from '../text/text.js'
import { element, iconButton, textButton } from '../panels/markup.js'
import { blackoutText } from './summary.js'

/**
 * A month with what is open on each day, and the days without visits: pressing a day takes it out, or back in. `blackout` (days and stretches, ISO) is
 * changed in place; `daysOf(from, to)` answers [{date, windows}].
 */
export function calendarField({ blackout, daysOf, onChange, signal }) {
  let month = new Date().toISOString().slice(0, 7)
  let turn = 0
  const title = element('h4', { 'aria-live': 'polite' })
  const grid = element('div', { class: 'calendar-grid' })
  const list = element('ul', { class: 'calendar-list' })
  const from = element('input', { type: 'date', class: 'field', id: 'host-off-from' })
  const to = element('input', { type: 'date', class: 'field', id: 'host-off-to' })
  const trouble = element('p', { class: 'host-trouble', role: 'alert' })
  const root = element('div', { class: 'calendar-field' },
    element('div', { class: 'calendar-head' }, iconButton(t('hosts.monthBefore'), 'chevron-left', () => turnTo(-1)), title, iconButton(t('hosts.monthAfter'), 'chevron-right', () => turnTo(1))),
    grid, element('p', { class: 'field-hint' }, t('hosts.calendarHint')), list,
    element('div', { class: 'calendar-range' }, element('div', {}, element('label', { for: 'host-off-from' }, t('hosts.offFrom')), from), element('div', {}, element('label', { for: 'host-off-to' }, t('hosts.offTo')), to), textButton(t('hosts.offAdd'), 'plus', addRange)), trouble)
  refresh()
  return { root, refresh }

  function turnTo(step) {
    const [year, number] = month.split('-').map(Number)
    month = new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7)
    refresh()
  }

  async function refresh() {
    const mine = ++turn
    const [year, number] = month.split('-').map(Number)
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
    title.textContent = new Intl.DateTimeFormat(document.documentElement.lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(Date.UTC(year, number - 1, 1)))
    list.replaceChildren(...[...blackout].sort().map((days) => element('li', {}, blackoutText(days), iconButton(t('hosts.offRemove', { days: blackoutText(days) }), 'close', () => put(blackout.filter((one) => one !== days))))))
    const days = await daysOf(`${month}-01`, `${month}-${String(last).padStart(2, '0')}`).catch(() => null)
    if (mine !== turn || signal.aborted) return
    grid.dataset.month = month
    const focused = grid.contains(document.activeElement) ? document.activeElement.dataset.date : null
    const lead = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7
    grid.replaceChildren(...['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].map((name) => element('span', { class: 'calendar-name', 'aria-hidden': 'true' }, t(`hosts.day.${name}`).slice(0, 3))),
      ...Array.from({ length: lead }, () => element('span', {})), ...Array.from({ length: last }, (_, i) => dayButton(`${month}-${String(i + 1).padStart(2, '0')}`, days?.[i]?.windows ?? [])))
    if (focused) grid.querySelector(`[data-date="${focused}"]`)?.focus()
  }

  function dayButton(date, windows) {
    const off = blackout.find((days) => covers(days, date))
    const times = windows.map(({ from: opens, to: closes }) => `${opens}–${closes}`).join(', ')
    return element('button', { type: 'button', class: `calendar-day${off ? ' is-off' : windows.length > 0 ? ' is-open' : ''}`, 'data-date': date, 'aria-pressed': String(Boolean(off)),
      'aria-label': `${blackoutText(date)}: ${off ? t('hosts.off') : times || t('hosts.closed')}`, on: { click: () => put(off ? without(off, date) : [...blackout, date]) } },
      element('strong', {}, String(Number(date.slice(8)))), element('small', {}, off ? '✕' : windows.length > 0 ? `${windows[0].from}` : ''))
  }

  function addRange() {
    const days = !from.value ? null : !to.value || to.value === from.value ? from.value : to.value > from.value ? `${from.value}/${to.value}` : null
    trouble.textContent = days ? '' : t('hosts.offWrong')
    if (!days) return from.focus()
    put([...blackout.filter((one) => one !== days), days])
    month = from.value.slice(0, 7)
    from.value = to.value = ''
    refresh()
  }

  /** One day of a stretch goes: what is before and after it stays. */
  function without(days, date) {
    const [first, last = first] = days.split('/')
    const next = (iso, step) => new Date(Date.parse(`${iso}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10)
    const stretch = (a, b) => (a > b ? [] : [a === b ? a : `${a}/${b}`])
    return [...blackout.filter((one) => one !== days), ...stretch(first, next(date, -1)), ...stretch(next(date, 1), last)]
  }

  function put(next) {
    blackout.splice(0, blackout.length, ...new Set(next))
    onChange()
    refresh()
  }
}

const covers = (days, date) => {
  const [first, last = first] = days.split('/')
  return first <= date && date <= last
}
