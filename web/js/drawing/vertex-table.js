import { element, iconButton } from '../panels/markup.js'
import { language, t } from '../text/text.js'
import { metres } from './amounts.js'
import { distance } from './measure.js'
import { edgeCount, positionAt, samePosition, vertices } from './shape.js'
import { fromPositions, readNumber, systemOf, toPositions } from './systems.js'

const ROWS = 25

/**
 * All positions of the shape as numbers that can be changed, row by row: the way for those who do not draw by hand. Coordinates are of the chosen
 * reference system, in its order. @param system {get(), watch(listener)}
 */
export function vertexTable({ drawing, editing, system, signal }) {
  const body = element('tbody', {})
  const heads = [0, 1].map(() => element('th', { scope: 'col' }))
  const table = element('table', { class: 'drawing-table' }, element('caption', { class: 'visually-hidden' }, t('drawing.table')),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('drawing.table.number')), heads, element('th', { scope: 'col' }, t('drawing.table.next')), element('td', {}))), body)
  const pages = element('div', { class: 'button-row drawing-pages' })
  const said = element('p', { class: 'drawing-said', role: 'status' })
  const root = element('div', { class: 'drawing-vertices' }, table, pages, said)
  let page = 0
  let shape = []
  let turn = 0

  drawing.watch((summary) => {
    if (summary.carried || summary.shape === shape) return mark(summary.selected)
    shape = summary.shape
    render().then(() => mark(summary.selected))
  }, signal)
  system.watch(() => render())

  function mark(selected) {
    for (const row of body.rows) row.toggleAttribute('data-selected', row.dataset.path === JSON.stringify(selected))
  }

  async function render() {
    const mine = ++turn
    const all = vertices(shape)
    page = Math.min(page, Math.max(0, Math.ceil(all.length / ROWS) - 1))
    const shown = all.slice(page * ROWS, (page + 1) * ROWS)
    const chosen = systemOf(system.get())
    let coordinates
    try {
      coordinates = await fromPositions(shown.map(({ position }) => position), chosen, editing.convert)
    } catch (problem) {
      said.textContent = problem.detail ?? t('drawing.table.failed')
      return
    }
    if (mine !== turn || signal.aborted) return
    const focused = body.contains(document.activeElement) ? [document.activeElement.closest('tr').rowIndex, document.activeElement.dataset.does] : null
    heads.forEach((head, i) => (head.textContent = t(`drawing.axis.${(i === 0) === chosen.northFirst ? 'north' : 'east'}`)))
    body.replaceChildren(...shown.map((vertex, i) => row(vertex, coordinates[i], chosen, page * ROWS + i)))
    root.hidden = all.length === 0
    pages.replaceChildren(...(all.length > ROWS ? pageButtons(all.length) : []))
    if (focused) (body.rows[Math.min(focused[0], body.rows.length) - 1]?.querySelector(`[data-does=${focused[1]}]`))?.focus()
  }

  function row({ path, position }, coordinate, chosen, number) {
    const [part, ring, index] = path
    const { kind, rings } = shape[part]
    const next = index < edgeCount(kind, rings[ring]) ? rings[ring][(index + 1) % rings[ring].length] : null
    const fields = [0, 1].map((axis) => element('input', {
      type: 'text', inputmode: 'decimal', class: 'field', autocomplete: 'off', value: shown(coordinate[axis], chosen.digits), 'data-does': `axis${axis}`,
      'aria-label': t('drawing.table.field', { number: number + 1, axis: t(`drawing.axis.${(axis === 0) === chosen.northFirst ? 'north' : 'east'}`) }),
      on: { change: () => change(path, fields, coordinate, chosen), keydown: (event) => event.key === 'Enter' && event.preventDefault(), focus: () => drawing.select(path) },
    }))
    return element('tr', { 'data-path': JSON.stringify(path) }, element('th', { scope: 'row' }, String(number + 1), path[1] > 0 && element('small', {}, ` ${t('drawing.table.hole')}`)), fields.map((field) => element('td', {}, field)),
      element('td', { class: 'is-number' }, next ? metres(distance(position, next)) : ''),
      element('td', { class: 'drawing-row-tools' },
        iconButton(t('drawing.table.show', { number: number + 1 }), 'map-marker', () => drawing.showVertex(path), { 'data-does': 'show' }),
        next && iconButton(t('drawing.table.insert', { number: number + 1 }), 'plus', () => drawing.insert([part, ring, index + 1], [(position[0] + next[0]) / 2, (position[1] + next[1]) / 2]), { 'data-does': 'insert' }),
        iconButton(t('drawing.table.remove', { number: number + 1 }), 'delete', () => drawing.remove(path), { 'data-does': 'remove' })))
  }

  async function change(path, fields, before, chosen) {
    const typed = fields.map((field, i) => (field.value === shown(before[i], chosen.digits) ? before[i] : readNumber(field.value)))
    fields.forEach((field, i) => field.setAttribute('aria-invalid', String(!Number.isFinite(typed[i]))))
    said.textContent = typed.every(Number.isFinite) ? '' : t('drawing.coordinate.wrong')
    if (!typed.every(Number.isFinite)) return
    try {
      const [position] = await toPositions([typed], chosen, editing.convert)
      const present = positionAt(shape, path)
      if (present && !samePosition(present, position)) drawing.move(path, position)
    } catch (problem) {
      said.textContent = problem.detail ?? t('drawing.table.failed')
    }
  }

  function pageButtons(count) {
    const last = Math.ceil(count / ROWS)
    const to = (number) => {
      page = number
      render()
    }
    return [iconButton(t('drawing.table.before'), 'chevron-left', () => page > 0 && to(page - 1), { 'aria-disabled': String(page === 0) }),
      element('span', {}, t('drawing.table.page', { page: page + 1, last })),
      iconButton(t('drawing.table.after'), 'chevron-right', () => page < last - 1 && to(page + 1), { 'aria-disabled': String(page === last - 1) })]
  }

  return root
}

const shown = (value, digits) => new Intl.NumberFormat(language(), { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false }).format(value)
