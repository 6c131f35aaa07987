import { createEditingServer } from '../api/editing.js'
import { lastOf } from '../api/last.js'
import { boxOf } from '../api/territories.js'
import { t, useWords, pick } from '../text/text.js'
import { element, failure, textButton, waiting } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { notice } from '../desk/forms.js'
import { problemText } from '../desk/problems.js'
import { createLookout } from '../edit/lookout.js'
import { phoneBar } from '../edit/phone-bar.js'
import { comparePast, mayPropose, mayWrite, proposeChange } from '../state/edit.js'
import { lookAt, select, showLayer } from '../state/view.js'
import { comparison } from './comparison.js'
import { offerRestore } from './restore.js'
import { versionList } from './versions.js'

/** The place History: who changed a feature, when and why; any two of its versions beside each other, and the way back to one. */
export async function historyPage(parts) {
  const { root, store, server, session, overlay, catalogue, openDesk, signal } = parts
  await Promise.all([...['desk', 'shortlist', 'edit', 'history'].map((words) => useWords(words, server.locale)), useStyles('/css/desk.css'), useStyles('/css/edit.css')])
  const editing = createEditingServer(session)
  let live = null
  let restored = null // the version that has just been brought back
  store.watch((state) => [state.place === 'history', state.past?.layer, state.past?.id, state.language, state.session?.account?.username ?? null, Boolean(state.session)], ([here]) => (here ? render() : leave()), { signal })
  store.watch((state) => state.editFace, (face) => (root.dataset.face = face), { signal })

  function leave() {
    if (!live) return
    live.abort()
    live = null
    restored = null
    root.replaceChildren()
    overlay.show(null)
  }

  async function render() {
    const cameFromPage = !root.hasChildNodes() && document.activeElement !== document.body
    live?.abort()
    const mine = (live = new AbortController())
    const { past, session: known } = store.get()
    const layer = catalogue.layer(past?.layer)
    const heading = element('h1', { class: 'edit-title', tabindex: '-1' }, t('place.history'))
    const body = element('div', { class: 'edit-body' }, waiting(t('past.waiting')))
    root.replaceChildren(element('section', { class: 'edit-panel', 'aria-label': t('place.history') }, element('div', { class: 'edit-head' }, element('p', { class: 'eyebrow' }, layer && pick(layer.title)), heading), body), phoneBar(store, mine.signal))
    if (cameFromPage) heading.focus({ preventScroll: true })
    if (!known) return
    const { account } = known
    if (!account) return body.replaceChildren(element('p', {}, t('past.signIn')), element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => openDesk((desk) => desk.signIn()) } }, t('account.signIn')))
    if (!layer) return body.replaceChildren(element('p', {}, t('past.nothing')))
    const own = { ...parts, editing, account, layer, past, signal: mine.signal, again: render, lookout: createLookout(parts) }
    try {
      const [{ attributes }, page] = await Promise.all([editing.form(layer.id, { signal: mine.signal }), editing.versions(layer.id, past.id, { limit: 50 }, { signal: mine.signal })])
      const last = await editing.version(layer.id, past.id, page.versions[0].version, { signal: mine.signal })
      if (mine.signal.aborted) return
      store.change(showLayer, layer.id)
      if (last.geometry) store.change(lookAt, boxOf(last.geometry))
      heading.textContent = t('past.of', { name: last.properties.name ?? last.properties.code ?? past.id })
      document.title = `${heading.textContent} – Comparto`
      body.replaceChildren(...content({ ...own, attributes, last, tag: `${page.version}${page.status === 'deleted' ? '-deleted' : ''}` }, page))
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      body.replaceChildren(failure(problem.status === 404 ? t('edit.gone') : problemText(problem), t('retry'), render))
    }
  }

  function content(own, page) {
    const { account, layer, past, last } = own
    const compared = element('div', { class: 'past-compared' })
    const restorable = mayWrite(account, layer.id)
    const list = versionList({ ...own, page, onRestore: restorable ? (version) => offerRestore({ ...own, version, onDone: () => {
      restored = version.version
      parts.mapView.renew(layer.id)
      store.change(comparePast, [])
      render()
    } }) : null })
    const comparing = lastOf(own.signal)
    store.watch((state) => state.past?.versions ?? [], (versions) => {
      list.mark(versions)
      comparison({ ...own, root: compared, versions, signal: comparing() })
    }, { signal: own.signal })
    return [
      page.status !== 'published' && notice('warning', t('past.retired')),
      restored !== null && notice('good', t('past.restored', { version: restored })),
      element('p', { class: 'edit-lead' }, t('past.lead')),
      list.root, compared,
      element('div', { class: 'button-row' },
        page.status === 'published' && textButton(t('past.toFeature'), 'map-marker', () => store.change(select, layer.id, past.id)),
        page.status === 'published' && mayPropose(account, layer.id) && textButton(t('feature.propose'), 'pencil', () => store.change(proposeChange, layer.id, past.id))),
    ].filter(Boolean)
  }
}
