import { openTab } from '../state/search.js'
import { lookAt } from '../state/view.js'
import { number } from '../text/format.js'
import { language, t } from '../text/text.js'
import { element, iconButton, textButton } from '../panels/markup.js'
import { exportMenu } from './exports.js'
import { sortMenu } from './sorting.js'
import { summaryOf } from './summary.js'

const REST_MS = 700 // after which a count is said aloud
const TABS = [['list', null], ['rank', 'rank'], ['join', 'join']]

/** How many plots were found, said also in words, and what can be done with all of them. */
export function resultHead(parts) {
  const { store, search, texts, questions, heading, sheet, signal } = parts
  const count = element('p', { class: 'plots-count' })
  const said = element('p', { class: 'visually-hidden', role: 'status' })
  const summary = element('p', { class: 'plots-summary' })
  const tabs = TABS.map(([name, tab]) => [tab, element('button', { type: 'button', class: 'tab', on: { click: () => store.change(openTab, tab) } }, t(`plots.tab.${name}`))])
  const trouble = element('p', { class: 'field-fault', role: 'alert' })
  let timer

  search.watch(({ status, total, facets }) => {
    clearTimeout(timer)
    count.classList.toggle('is-old', status === 'waiting')
    if (status === 'failed' && total === null) count.textContent = ''
    if (status !== 'ready') return
    count.textContent = t('plots.count', { count: total, number: number(total, 0) })
    count.dataset.total = total
    summary.replaceChildren(...summaryOf({ total, facets }, texts, questions.read()))
    timer = setTimeout(() => (said.textContent = t('plots.found', { count: total, number: number(total, 0) })), REST_MS)
  })
  signal.addEventListener('abort', () => clearTimeout(timer))
  store.watch((state) => state.tab, (tab) => tabs.forEach(([one, button]) => button.setAttribute('aria-pressed', String(one === tab))), { signal })

  return element('div', { class: 'plots-head' }, element('div', { class: 'plots-head-line' }, heading, count), said, summary,
    element('div', { class: 'tabs', role: 'group', 'aria-label': t('plots.views') }, ...tabs.map(([, button]) => button)),
    element('div', { class: 'plots-tools' }, sheet.button('text-button opens-sheet'), sortMenu(parts), exportMenu(parts),
      textButton(t('plots.save'), 'mail', save), iconButton(t('plots.fit'), 'zoom-in', fit), iconButton(t('feature.print'), 'print', () => window.print()), trouble))

  async function save() {
    trouble.textContent = ''
    try {
      const { openSaveSearch } = await import('../alerts/save-search.js')
      openSaveSearch({ ...store.get().search, language: language() })
    } catch (problem) {
      console.error(problem)
      trouble.textContent = t('plots.failed')
    }
  }

  /** The plots that are listed, all at once on the map. */
  function fit() {
    const boxes = search.result().items.map(({ bbox }) => bbox)
    if (boxes.length === 0) return
    const edge = (at, choose) => choose(...boxes.map((box) => box[at]))
    store.change(lookAt, [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)])
  }
}
