import { openBottleneckTab, showBottleneckFace, showGains, showRoad } from '../state/bottlenecks.js'
import { t, useWords } from '../text/text.js'
import { element, icon } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { filterForm } from './filters.js'
import { indicators } from './indicators.js'
import { bottleneckList } from './list.js'
import { rankingPanel } from './ranking.js'
import { createRegister } from './register.js'
import { createTexts } from './texts.js'

/** The panels that only some people open. */
const LATER = {
  whatif: () => import('./what-if.js').then(({ whatIfPanel }) => whatIfPanel),
  report: () => import('./report.js').then(({ reportPanel }) => reportPanel),
  reports: () => import('./moderation.js').then(({ moderationPanel }) => moderationPanel),
}

/** The place Bottlenecks: the register as list and map, what each of them costs, what would be without it, and what people report. */
export async function bottlenecksPage(parts) {
  const { root, store, server, session, signal } = parts
  await Promise.all([useWords('bottlenecks', server.locale), useStyles('/css/bottlenecks.css'), parts.territories.ready, session.read().catch(() => {})])
  const texts = createTexts(parts)
  const register = createRegister(parts)
  let page = null
  let live = null // the panel that is open
  store.watch((state) => [state.place === 'bottlenecks', state.language, Boolean(state.session?.account)], ([here]) => (here ? render() : leave()), { signal })
  store.watch((state) => state.bnFace, (face) => (root.dataset.face = face), { signal })
  if (store.get().place === 'bottlenecks') register.load()

  function leave() {
    page?.abort()
    page = null
    root.replaceChildren()
    store.change(showRoad, [])
    store.change(showGains, [])
  }

  function render() {
    const isNew = !root.hasChildNodes()
    const cameByLink = document.activeElement?.matches('a[data-place]')
    page?.abort()
    page = new AbortController()
    const own = { ...parts, texts, register, signal: page.signal }
    const heading = element('h1', { class: 'bn-title', tabindex: '-1' }, t('place.bottlenecks'))
    const count = element('p', { class: 'bn-count', role: 'status' })
    const body = element('div', { class: 'bn-body' })
    const tabs = element('nav', { class: 'tabs', 'aria-label': t('bn.tabs') })
    root.replaceChildren(element('section', { class: 'bn-panel', 'aria-label': t('place.bottlenecks') },
      element('div', { class: 'bn-head' }, heading, count), tabs, body), faceBar(page.signal))
    register.watch(({ status, answer }) => {
      count.textContent = answer ? t('bn.count', { count: answer.total }) : ''
      count.classList.toggle('is-old', status === 'waiting')
    }, page.signal)
    store.watch((state) => state.bnTab, (tab) => {
      tabs.replaceChildren(...offered().map((one) => element('button', { type: 'button', class: 'tab', 'aria-pressed': String(one === tab),
        on: { click: () => { store.change(openBottleneckTab, one); tabs.querySelector('[aria-pressed=true]').focus() } } }, t(`bn.tab.${one}`))))
      open(tab, body, own)
    }, { signal: page.signal })
    if (isNew && cameByLink) heading.focus({ preventScroll: true })
  }

  /** Reports are the desk's. */
  function offered() {
    return ['list', 'ranking', 'whatif', 'report', ...(store.get().session?.account?.scopes?.includes('write') ? ['reports'] : [])]
  }

  async function open(tab, body, own) {
    live?.abort()
    live = new AbortController()
    const mine = live
    own.signal.addEventListener('abort', () => mine.abort())
    const panel = { ...own, signal: mine.signal }
    store.change(showRoad, [])
    if (tab === 'list') return body.replaceChildren(filterForm(panel), indicators(panel), bottleneckList(panel))
    if (tab === 'ranking') return body.replaceChildren(rankingPanel(panel))
    const make = await LATER[tab]()
    if (!mine.signal.aborted) body.replaceChildren(make(panel))
  }

  /** Where only one of them has room, list and map take turns. */
  function faceBar(until) {
    const bar = element('div', { class: 'bn-bar' })
    store.watch((state) => state.bnFace, (face) => {
      const other = face === 'map' ? 'list' : 'map'
      const had = bar.contains(document.activeElement)
      bar.replaceChildren(element('button', { type: 'button', class: 'bar-button', on: { click: () => store.change(showBottleneckFace, other) } },
        icon(other === 'map' ? 'map-marker' : 'list'), element('span', {}, t(`bn.face.${other}`))))
      if (had) bar.firstChild.focus()
    }, { signal: until })
    return bar
  }
}

