import { toHash } from '../state/permalink.js'
import { compareThem, MOST_COMPARED, pickPlot } from '../state/ranking.js'
import { number, valueText } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'

const TONES = 8 // patterns of bars that differ; further criteria begin anew

/** The order as a list with a bar of contributions for each plot, and the same as a table; `draw` fills them and gives the element. */
export function rankResults({ store, catalogue, signal, onMore }) {
  const list = element('ol', { class: 'ranked' })
  const legend = element('ul', { class: 'bar-legend', 'aria-label': t('ranking.legend') })
  const table = element('table', { class: 'table table-sm contribution-table' })
  const more = textButton(t('ranking.more'), 'arrow-down', onMore)
  const tray = compareTray({ store, signal })
  const root = element('div', {}, legend, tray, list, more, element('details', { class: 'as-table' }, element('summary', {}, t('ranking.asTable')),
    element('div', { class: 'table-frame', tabindex: '0', role: 'group', 'aria-label': t('ranking.asTable') }, table)), element('p', { class: 'field-hint' }, t('ranking.formula')))
  store.watch((state) => state.picked ?? [], mark, { signal })

  function draw({ items, ranked }, wishes) {
    const attributes = wishes.map(({ attribute }) => catalogue.attribute('plot', attribute))
    legend.replaceChildren(...attributes.map(({ title }, k) => element('li', {}, element('span', { class: `tone tone-${k % TONES}`, 'aria-hidden': 'true' }), pick(title))))
    const focused = document.activeElement?.closest?.('.ranked')?.contains(document.activeElement) ? document.activeElement.id : null
    list.replaceChildren(...items.map((item) => entry(item, attributes)))
    if (focused) document.getElementById(focused)?.focus()
    more.hidden = items.length >= ranked
    fillTable(items, attributes)
    mark()
    return root
  }

  function entry({ rank, id, name, score, contributions }, attributes) {
    const unknown = attributes.filter((_, k) => contributions[k].contribution === null)
    return element('li', { class: 'ranked-plot', 'data-id': id },
      element('span', { class: 'rank', 'aria-hidden': 'true' }, String(rank)),
      element('a', { class: 'ranked-name', id: `ranked-${id}`, href: toHash({ ...store.get(), place: 'plot', plot: id }) }, name),
      element('span', { class: 'score' }, element('span', { class: 'visually-hidden' }, t('ranking.score')), ' ', number(score * 100, 1, { minimumFractionDigits: 1 })),
      bar(contributions),
      unknown.length > 0 && element('span', { class: 'not-known ranked-unknown' }, t('ranking.notKnown', { what: unknown.map(({ title }) => pick(title)).join(', ') })),
      compareBox(store, id, name))
  }

  function fillTable(items, attributes) {
    table.replaceChildren(element('caption', { class: 'visually-hidden' }, t('ranking.asTable')),
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('ranking.rank')), element('th', { scope: 'col' }, t('ranking.plot')), element('th', { scope: 'col', class: 'is-number' }, t('ranking.score')),
        ...attributes.map(({ title }) => element('th', { scope: 'col' }, pick(title))))),
      element('tbody', {}, ...items.map(({ rank, name, score, contributions }) => element('tr', {}, element('td', {}, String(rank)), element('th', { scope: 'row' }, name),
        element('td', { class: 'is-number' }, number(score * 100, 1, { minimumFractionDigits: 1 })),
        ...contributions.map(({ value, contribution }, k) => element('td', {}, value === null ? element('span', { class: 'not-known' }, t('notKnown')) : valueText(attributes[k], value, catalogue),
          contribution !== null && element('span', { class: 'points' }, t('ranking.points', { points: number(contribution * 100, 1, { minimumFractionDigits: 1 }) }))))))))
  }

  function mark() {
    markBoxes(root, store)
  }

  return { draw }
}

/** What each criterion adds, out of the 100 points there are; the table tells the same. */
function bar(contributions) {
  const whole = element('span', { class: 'bar', 'aria-hidden': 'true' })
  contributions.forEach(({ contribution }, k) => {
    if (!contribution) return
    const part = element('span', { class: `tone tone-${k % TONES}` })
    part.style.width = `${contribution * 100}%`
    whole.append(part)
  })
  return whole
}

/** The box that chooses a plot for comparison. */
export function compareBox(store, id, name) {
  const box = element('input', { type: 'checkbox', id: `ranked-${id}-compare`, 'data-compare': id, 'aria-label': t('ranking.compareThis', { name }), on: { change: () => store.change(pickPlot, id) } })
  return element('span', { class: 'ranked-compare' }, box, element('label', { for: box.id, 'aria-hidden': 'true' }, t('ranking.compare')))
}

export function markBoxes(root, store) {
  const picked = store.get().picked ?? []
  for (const box of root.querySelectorAll('[data-compare]')) {
    box.checked = picked.includes(Number(box.dataset.compare))
    box.disabled = !box.checked && picked.length >= MOST_COMPARED
  }
}

/** How many are chosen, and the way to see them side by side. */
export function compareTray({ store, signal }) {
  const said = element('p', { role: 'status' })
  const go = element('button', { type: 'button', class: 'btn btn-primary btn-sm', on: { click: () => store.change((state) => compareThem(state, state.picked)) } }, t('ranking.compareGo'))
  const tray = element('div', { class: 'compare-tray', hidden: true }, said, go)
  store.watch((state) => state.picked ?? [], (picked) => {
    tray.hidden = picked.length === 0
    go.disabled = picked.length < 2
    said.textContent = picked.length === 0 ? '' : t('ranking.chosen', { count: picked.length, most: MOST_COMPARED })
  }, { signal })
  return tray
}
