import { json } from '../api/server.js'
import { element, failure, textButton, waiting } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { askAbout } from '../state/view.js'
import { language, t, useWords } from '../text/text.js'
import { actions } from './actions.js'
import { head } from './head.js'
import { access, checks, derived, fields, history, neighbours, origin, papers } from './parts.js'

/** The page of one plot: everything that is known of it, and what can be done next. */
export async function plotPage(parts) {
  const { root, store, server, signal } = parts
  await Promise.all([useWords('plot', server.locale), useStyles('/css/plot.css')])
  let running = null
  store.watch((state) => [state.place, state.plot, state.language, state.session?.account?.username], ([place, plot]) => (place === 'plot' ? render(plot) : leave()), { signal })

  function leave() {
    running?.abort()
    root.replaceChildren()
  }

  async function render(plot) {
    running?.abort()
    const mine = (running = new AbortController())
    const takesFocus = isStep()
    show(waiting(t('plot.waiting')))
    if (!plot) return show(missing(t('plot.none')))
    try {
      const facts = await json(`/api/plots/${plot}/facts?lang=${language()}`, { signal: mine.signal })
      if (mine.signal.aborted) return
      document.title = `${facts.name} – Comparto`
      show(content(facts, mine.signal))
      if (takesFocus) root.querySelector('h1').focus({ preventScroll: true })
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      show(problem.status === 410 ? withdrawn(plot) : problem.status === 404 ? missing(t('plot.gone')) : failure(t('plot.failed'), t('retry'), () => render(plot)))
    }
  }

  function show(body) {
    root.replaceChildren(element('article', { class: 'place-inner plot-inner' }, body))
    root.scrollTop = 0
  }

  function withdrawn(plot) {
    return [missing(t('plot.withdrawn')), textButton(t('plot.ask'), 'mail', () => store.change(askAbout, 'plot', plot))]
  }

  function content(facts, live) {
    return [head(facts), actions(facts, { ...parts, signal: live }), map(facts),
      derived(facts), checks(facts), access(facts), fields(facts), neighbours(facts), papers(facts), history(facts), origin(facts)]
  }
}

/** Somebody came here by doing something, and not by a link just opened or by a language switched; what they pressed may be hidden by now. */
const isStep = () => (document.activeElement === document.body ? navigator.userActivation?.hasBeenActive : !document.activeElement.closest('.app-header, .skip-links'))

const missing = (text) => [element('h1', { class: 'place-title', tabindex: '-1' }, t('place.plot')), element('p', { class: 'place-text' }, text)]

const map = ({ name, links }) => element('figure', { class: 'plot-map' },
  element('img', { src: links.map, alt: t('plot.map.shown', { name }), width: 1092, height: 672 }),
  element('figcaption', {}, t('plot.map.caption')))
