import { finishDrawing, outline } from '../state/search.js'
import { t, useWords } from '../text/text.js'
import { element } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { conditionChips } from './chips.js'
import { drawBar } from './draw-bar.js'
import { filterSheet } from './filter-sheet.js'
import { ringAround } from './filter/circle.js'
import { searchForm } from './form.js'
import { resultHead } from './head.js'
import { joinablePanel } from './joinable.js'
import { createQuestions } from './questions.js'
import { rankingTab } from './ranking-tab.js'
import { resultList } from './results.js'
import { createSearch } from './search.js'
import { createStar } from './star.js'
import { createTexts } from './texts.js'

/** The place Plots: the form, what was found as a list beside the map that shows the same, and the views made from it. */
export async function plotsPage(parts) {
  const { root, store, server, signal } = parts
  const [star] = await Promise.all([createStar(), useWords('plots', server.locale), useStyles('/css/plots.css')])
  const texts = createTexts(parts)
  const questions = createQuestions(store)
  const search = createSearch(parts)
  let page = null

  store.watch((state) => [state.place === 'plots', state.language], ([here]) => (here ? render() : leave()), { signal })
  store.watch((state) => state.plotsFace, (face) => (root.dataset.face = face), { signal })
  store.watch((state) => state.tab, (tab) => (root.dataset.tab = tab ?? 'list'), { signal })
  store.watch((state) => state.drawn, (shape) => {
    if (!shape || store.get().place !== 'plots') return
    store.change(finishDrawing, null)
    questions.put([['shape', shape]])
  }, { signal, now: false })
  store.watch((state) => [state.search.filter, state.tab], ([, tab]) => tab !== 'join' && store.change(outline, shapesOf()), { signal })
  if (store.get().place === 'plots') search.start()

  function leave() {
    page?.abort()
    page = null
    root.replaceChildren()
    store.change(finishDrawing, null)
  }

  function render() {
    const isNew = !root.hasChildNodes()
    const focused = document.activeElement
    page?.abort()
    page = new AbortController()
    const own = { ...parts, texts, questions, search: heardUntil(page.signal), star, signal: page.signal, shapesOf }
    const heading = element('h1', { class: 'plots-title', tabindex: '-1' }, t('plots.heading'))
    const sheet = filterSheet({ ...own, form: searchForm({ ...own, onDrawing: () => sheet.close() }) })
    root.replaceChildren(sheet.root,
      element('section', { class: 'plots-results', 'aria-label': t('plots.results') }, resultHead({ ...own, heading, sheet }),
        conditionChips({ ...own, afterwards: () => heading.focus() }), resultList(own), rankingTab(own), joinablePanel(own)),
      sheet.bar, drawBar(own))
    sheet.ready()
    if (isNew && focused?.matches('a[data-place]')) heading.focus({ preventScroll: true })
  }

  /** A page that was replaced hears of no further results. */
  function heardUntil(until) {
    return { ...search, watch: (listener) => search.watch(listener, until) }
  }

  /** The areas that are searched in, to be drawn on the map. */
  function shapesOf() {
    const { shape, around } = questions.read().conditions
    const rings = [shape && (shape.ring ?? ringOf(shape.box)), around && ringAround(around)].filter(Boolean)
    return rings.map((ring) => ({ geometry: { type: 'Polygon', coordinates: [ring] } }))
  }
}

const ringOf = ([west, south, east, north]) => [[west, south], [east, south], [east, north], [west, north], [west, south]]
