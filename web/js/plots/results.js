import { toHash } from '../state/permalink.js'
import { MOST_COMPARED, pickNone } from '../state/search.js'
import { day, number } from '../text/format.js'
import { t } from '../text/text.js'
import { element, failure, textButton, waiting } from '../panels/markup.js'
import { plotCard } from './card.js'
import { relaxations } from './relax.js'

/** The plots that were found, in their order, a page at a time; while the next answer is on its way the last one stays, dimmed. */
export function resultList(parts) {
  const { store, search, signal } = parts
  const list = element('ol', { class: 'plot-list', 'aria-label': t('plots.results') })
  const foot = element('div', { class: 'plot-foot' })
  const tray = element('div', { class: 'plot-tray', role: 'region', 'aria-label': t('plots.compare.heading'), hidden: true })
  const body = element('div', { class: 'plots-body' })
  const root = element('div', { class: 'plots-list' }, body, tray)
  let shown = []

  search.watch(show)
  store.watch((state) => state.picked, showTray, { signal })
  store.watch((state) => [state.selected, state.place], markSelected, { signal })
  return root

  function show({ status, answers, freshness, items, total, problem }) {
    body.dataset.answers = JSON.stringify(answers)
    body.setAttribute('aria-busy', String(status === 'waiting' || status === 'more'))
    if (status === 'waiting' && items.length === 0) return body.replaceChildren(waiting(t('plots.waiting')))
    if (status === 'failed' && items.length === 0) return body.replaceChildren(trouble(problem))
    if (status === 'ready' && total === 0) {
      shown = []
      return body.replaceChildren(relaxations(parts))
    }
    if (items !== shown) fill(items)
    foot.replaceChildren(...(status === 'failed' ? [trouble(problem)] : status === 'more' ? [waiting(t('plots.waiting'))] : rest(items.length, total)),
      status === 'ready' ? element('p', { class: 'field-hint' }, t('plots.hidden', { day: day(freshness.hiddenBefore) })) : '')
    if (!list.isConnected) body.replaceChildren(list, foot)
  }

  /** Further pages are added below; another answer begins at the top. */
  function fill(items) {
    const isMore = shown.length > 0 && items.length > shown.length && shown.every((item, i) => item === items[i])
    const fresh = (isMore ? items.slice(shown.length) : items).map((item) => plotCard(item, parts))
    if (isMore) {
      const first = fresh[0]?.querySelector('a')
      list.append(...fresh)
      first?.focus()
    } else {
      list.replaceChildren(...fresh)
      root.closest('.plots-results')?.scrollTo(0, 0)
    }
    shown = items
    if (!list.isConnected) body.replaceChildren(list, foot)
    markSelected()
  }

  function rest(count, total) {
    if (count >= total) return []
    return [element('p', {}, t('plots.shown', { count: number(count), total: number(total) })), textButton(t('plots.more'), 'plus', search.more)]
  }

  function trouble(problem) {
    const text = problem.status === 400 ? t('plots.refused', { detail: problem.detail ?? problem.title }) : t('plots.failed')
    return failure(text, t('retry'), search.retry)
  }

  function showTray(picked) {
    for (const box of list.querySelectorAll('[data-compare]')) {
      box.checked = picked.includes(Number(box.dataset.compare))
      box.disabled = !box.checked && picked.length >= MOST_COMPARED
    }
    tray.hidden = picked.length === 0
    tray.replaceChildren(element('p', { role: 'status' }, t('plots.compare.chosen', { count: picked.length, most: MOST_COMPARED })),
      picked.length > 1 && element('a', { class: 'btn btn-primary btn-sm', href: toHash({ ...store.get(), place: 'compare', compare: picked }) }, t('plots.compare.go')),
      textButton(t('plots.compare.none'), 'close', () => { store.change(pickNone); list.querySelector('a')?.focus() }))
  }

  function markSelected() {
    const { selected } = store.get()
    for (const card of list.children) {
      const isIt = selected?.layer === 'plot' && String(selected.id) === card.dataset.id
      if (isIt && !card.classList.contains('is-selected')) card.scrollIntoView({ block: 'nearest' })
      card.classList.toggle('is-selected', isIt)
      isIt ? card.setAttribute('aria-current', 'true') : card.removeAttribute('aria-current')
    }
  }
}
