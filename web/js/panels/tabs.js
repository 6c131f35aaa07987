import { showSideFace, showSideLayers } from '../state/side.js'
import { t, useWords } from '../text/text.js'
import { element, failure, icon, waiting } from './markup.js'
import { useStyles } from './styles.js'

/**
 * A place that is a panel with tabs beside the map; on a phone the panel is a sheet over it. Each tab is a module of its own, loaded when it is opened first:
 * its `open(parts)` fills `parts.root` until `parts.signal` aborts, and gets what every page has and what the place gives. Words and styles are those of the
 * place's name: `place.<name>`, `<name>.tabs` (the name of the list of tabs) and `<name>.tab.<view>`.
 * @param name of the place, of its locales and of its style sheet
 * @param tabs {view: () => import('./…')}, in their order
 * @param viewOf(state) the open one
 * @param open (state, view) → state
 * @param given what every tab gets besides: an object, or a function of nothing that makes it once words are there
 * @param shown (view, state) → whether the tab is on offer, asked when somebody signs in or out; all of them without it
 */
export async function tabbedPlace(parts, { name, tabs, viewOf, open: toView, given = {}, shown = () => true }) {
  const { root, store, server, session, overlay, signal } = parts
  await Promise.all([useWords(name, server.locale), useStyles('/css/side.css'), useStyles(`/css/${name}.css`), session.read().catch(() => {})])
  const further = typeof given === 'function' ? given() : given
  let page = null
  let tab = null // what the open tab lives by
  store.watch((state) => [state.place === name, state.language, state.session?.account?.username ?? null], ([here]) => (here ? render() : leave()), { signal })
  store.watch((state) => state.sideFace, (face) => (root.dataset.face = face), { signal })

  function leave() {
    page?.abort()
    page = null
    root.replaceChildren()
  }

  function render() {
    const isNew = !root.hasChildNodes()
    const focused = document.activeElement
    page?.abort()
    page = new AbortController()
    const live = page.signal
    const views = Object.keys(tabs).filter((view) => shown(view, store.get()))
    const heading = element('h1', { class: 'side-title', tabindex: '-1' }, t(`place.${name}`))
    const body = element('div', { class: 'side-body' })
    const list = element('nav', { class: 'tabs side-tabs', 'aria-label': t(`${name}.tabs`) })
    root.replaceChildren(faceButton(live), element('section', { class: 'side-panel', 'aria-label': t(`place.${name}`) },
      element('div', { class: 'side-head' }, heading, list), body))
    store.watch((state) => (views.includes(viewOf(state)) ? viewOf(state) : views[0]), (view) => {
      const hadFocus = list.contains(document.activeElement)
      list.replaceChildren(...views.map((one) => tabButton(one, view)))
      const current = list.querySelector('[aria-current]')
      if (hadFocus) current.focus({ preventScroll: true })
      list.scrollLeft = current.offsetLeft - 16 // a phone shows some of them
      open(view, body, live)
    }, { signal: live })
    if (isNew && focused?.matches('a[data-place]')) heading.focus({ preventScroll: true })
  }

  function tabButton(one, view) {
    return element('button', { type: 'button', class: 'tab', 'aria-current': one === view ? 'page' : null, on: { click: () => store.change(toView, one) } }, t(`${name}.tab.${one}`))
  }

  async function open(view, body, live) {
    tab?.abort()
    const mine = (tab = new AbortController())
    live.addEventListener('abort', () => mine.abort(), { signal: mine.signal })
    mine.signal.addEventListener('abort', () => {
      overlay.show(null)
      store.change(showSideLayers, [])
    })
    const own = element('div', { class: 'side-tab', 'data-view': view }, waiting(t('side.waiting')))
    body.replaceChildren(own)
    body.scrollTop = 0
    try {
      const opened = await tabs[view]()
      if (mine.signal.aborted) return
      own.replaceChildren()
      await opened.open({ ...parts, root: own, signal: mine.signal, ...further })
    } catch (problem) {
      if (mine.signal.aborted) return
      console.error(problem)
      own.replaceChildren(failure(t('side.failed'), t('retry'), () => open(view, body, live)))
    }
  }

  /** On a phone the panel is a sheet over the map that can be made small. */
  function faceButton(live) {
    const button = element('button', { type: 'button', class: 'side-face', on: { click: () => store.change(showSideFace, store.get().sideFace === 'map' ? 'panel' : 'map') } })
    store.watch((state) => state.sideFace === 'map', (onMap) => {
      button.setAttribute('aria-expanded', String(!onMap))
      button.replaceChildren(icon(onMap ? 'arrow-up-triangle' : 'arrow-down-triangle'), element('span', {}, t(onMap ? 'side.face.panel' : 'side.face.map')))
    }, { signal: live })
    return button
  }
}

/** The doors by which a tab of such a place shows more or less of the map on a phone. */
export const faces = (store) => ({ showMap: () => store.change(showSideFace, 'map'), showPanel: () => store.change(showSideFace, 'panel') })
