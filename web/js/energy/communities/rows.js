import { t } from '../../text/text.js'
import { element, iconButton, textButton } from '../../panels/markup.js'

/**
 * Rows that open: one line each, with its fields below once it is opened. Drawn anew when rows come and go; what was open stays so, and whoever had the focus
 * keeps it.
 *
 * @param parts {rows, line(row) → text, fields(row) → elements, drop(row), isComplete(row), label(row)}
 */
export function rowList({ book, signal, name, rows, line, fields, drop, isComplete, label }) {
  const root = element('ol', { class: 'cm-rows', 'aria-label': name })
  const opened = new Set()
  const lines = new Map()
  book.watch('shape', render, signal)
  book.watch('any', () => rows().forEach(mark), signal)
  render()
  return root

  function render() {
    const had = root.contains(document.activeElement) ? document.activeElement.id : null
    lines.clear()
    root.replaceChildren(...rows().map(item))
    if (had) (document.getElementById(had) ?? root.querySelector('summary'))?.focus({ preventScroll: true })
  }

  function item(row) {
    const text = element('span', { class: 'cm-row-line' })
    const body = element('div', { class: 'cm-row-body' })
    const fold = element('details', { class: 'cm-row', open: opened.has(row.id) || (!isComplete(row) && !opened.has(`-${row.id}`)), on: { toggle: () => {
      opened.delete(fold.open ? `-${row.id}` : row.id)
      opened.add(fold.open ? row.id : `-${row.id}`)
      if (fold.open && !body.hasChildNodes()) fill()
    } } }, element('summary', { id: `cm-${row.id}-line` }, element('span', { class: 'cm-id', 'aria-hidden': 'true' }, row.id), text), body)
    lines.set(row.id, { text, fold })
    mark(row)
    if (fold.open) fill()
    return element('li', {}, fold, iconButton(t('cm.row.drop', { name: label(row) }), 'close', () => drop(row)))

    function fill() {
      body.replaceChildren(...[fields(row)].flat(Infinity).filter(Boolean))
    }
  }

  function mark(row) {
    const found = lines.get(row.id)
    if (!found) return
    found.text.textContent = line(row)
    found.fold.classList.toggle('is-incomplete', !isComplete(row))
  }
}

/**
 * What can be taken in: a search over a long list, each with its buttons; folded away until somebody wants it, and drawn anew where it stands.
 *
 * @param parts {id, title, label, found(words) → all that match, name(one), facts(one) → text, actions(one) → [{text, taken, take}], all(found) or null, open}
 */
export function picker({ id, title, label, found, name, facts, actions, note = null, all = null, open = false }) {
  const SHOWN = 30
  const list = element('ul', { class: 'cm-picks' })
  const count = element('p', { class: 'field-hint', role: 'status' })
  const words = element('input', { type: 'search', id, class: 'field', autocomplete: 'off', on: { input: render } })
  const summary = element('summary', {})
  const root = element('details', { class: 'cm-more', open }, summary, element('div', { class: 'cm-picker' }, note && element('p', { class: 'field-hint' }, note), element('div', { class: 'side-field' }, element('label', { for: id }, label), words), count, list))
  render()
  return { root, render }

  function render() {
    const features = found(words.value)
    const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute('aria-label') : null
    const { scrollTop } = list
    summary.textContent = title()
    count.replaceChildren(t('cm.pick.count', { count: features.length, shown: Math.min(SHOWN, features.length) }), ...(all && features.length > 0 ? [' ', textButton(t('cm.pick.all', { count: features.length }), 'plus', () => all(features))] : []))
    list.replaceChildren(...features.slice(0, SHOWN).map(item))
    list.scrollTop = scrollTop
    if (focused) (list.querySelector('button:not(:disabled)') ?? words).focus({ preventScroll: true })
  }

  function item(one) {
    const buttons = actions(one).map(({ text, taken, take }) => textButton(taken ? t('cm.pick.taken') : text, taken ? 'check' : 'plus', take, { disabled: taken, 'aria-label': `${taken ? t('cm.pick.taken') : text}: ${name(one)}` }))
    return element('li', {}, element('div', {}, element('span', { class: 'cm-pick-name' }, name(one)), element('span', { class: 'side-small' }, facts(one))), element('div', { class: 'cm-pick-do' }, ...buttons))
  }
}
