import { json } from '../api/server.js'
import { compareThem, MOST_COMPARED } from '../state/ranking.js'
import { goToPlace } from '../state/view.js'
import { language, t, useWords } from '../text/text.js'
import { element, failure, nothing, textButton, waiting } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { addPlot } from './add.js'
import { compareTools } from './tools.js'
import { comparisonTable } from './table.js'

/** The place where up to five plots stand side by side: `state.compare` names them, the server makes the table. */
export async function comparePage(parts) {
  const { root, store, server, signal } = parts
  await Promise.all([useWords('compare', server.locale), useStyles('/css/compare.css')])
  let running = null
  let isFirstPage = performance.getEntriesByType('navigation')[0]?.name.includes('place=compare') // whoever opens a link begins at its top
  store.watch((state) => [state.place === 'compare', state.compare, state.language], ([here]) => (here ? render() : leave()), { signal })

  function leave() {
    running?.abort()
    root.replaceChildren()
  }

  async function render() {
    running?.abort()
    const mine = (running = new AbortController())
    const { compare: ids } = store.get()
    const isNew = !root.hasChildNodes()
    const takesFocus = isNew && !isFirstPage
    isFirstPage = false
    const heading = element('h1', { class: 'place-title', tabindex: '-1' }, t('compare.heading'))
    const said = element('p', { class: 'compare-said', role: 'status' })
    const body = element('div', { class: 'compare-body' }, ids.length > 0 && waiting(t('compare.waiting')))
    const put = (chosen, focusOn) => { store.change(compareThem, chosen); if (focusOn) root.querySelector('.place-title')?.focus() }
    root.replaceChildren(element('div', { class: 'place-inner compare-page' }, heading, said,
      element('div', { class: 'compare-actions' }, addPlot({ ...parts, signal: mine.signal, ids, put }), compareTools({ ...parts, ids })), body,
      element('p', { class: 'compare-back' }, textButton(t('compare.back'), 'arrow-left', () => store.change(goToPlace, 'plots')))))
    if (takesFocus) heading.focus({ preventScroll: true })
    if (ids.length === 0) return body.replaceChildren(nothing(t('compare.none')))
    try {
      const comparison = await json(`/api/plots/compare?plots=${ids.join(',')}&lang=${language()}`, { signal: mine.signal })
      if (mine.signal.aborted) return
      said.textContent = [t('compare.said', { count: comparison.plots.length, most: MOST_COMPARED }),
        comparison.missing.length > 0 && t('compare.missing', { count: comparison.missing.length })].filter(Boolean).join(' ')
      body.replaceChildren(comparison.plots.length === 0 ? nothing(t('compare.none')) : comparisonTable(comparison, { ...parts, drop: (id) => put(ids.filter((one) => one !== id), true) }))
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      body.replaceChildren(failure(t('compare.failed'), t('retry'), render))
    }
  }
}
