import { createEditingServer } from '../api/editing.js'
import { t, useWords, pick } from '../text/text.js'
import { element, failure, waiting } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { problemText } from '../desk/problems.js'
import { mayPropose } from '../state/edit.js'
import { showLayer } from '../state/view.js'
import { phoneBar } from './phone-bar.js'
import { openEditor } from './editor.js'
import { readModel } from './model.js'
import { openReview } from './review.js'

/** The place where a feature is drawn and described, or where somebody else looks at what was proposed; the map lies beside it. */
export async function editPage(parts) {
  const { root, store, server, session, overlay, openDesk, signal } = parts
  await Promise.all([...['desk', 'shortlist', 'edit'].map((words) => useWords(words, server.locale)), useStyles('/css/desk.css'), useStyles('/css/edit.css')])
  const common = { ...parts, editing: createEditingServer(session) }
  let live = null
  let shown = ''
  let correcting = null // the number of a submitted proposal that a reviewer writes to
  store.watch((state) => [state.place === 'edit', state.edit, state.language, state.session?.account?.username ?? null, Boolean(state.session)], ([here, edit, ...rest]) => {
    if (!here) return leave()
    const what = JSON.stringify([edit, ...rest])
    if (what !== shown) render(edit, what)
  }, { signal })
  store.watch((state) => state.editFace, (face) => (root.dataset.face = face), { signal })

  function leave() {
    if (!live) return
    correcting = null
    live.abort()
    live = null
    shown = ''
    root.replaceChildren()
    overlay.show(null)
  }

  async function render(edit, what) {
    // another language draws the page anew: what is typed is taken along
    const resume = shown !== '' && withoutLanguage(shown) === withoutLanguage(what)
    const cameFromPage = shown === '' && document.activeElement !== document.body
    live?.abort()
    overlay.show(null)
    const mine = (live = new AbortController())
    shown = what
    const heading = element('h1', { class: 'edit-title', tabindex: '-1' }, t('place.edit'))
    const eyebrow = element('p', { class: 'eyebrow' })
    const body = element('div', { class: 'edit-body' }, waiting(t('edit.waiting')))
    const foot = element('div', { class: 'edit-foot' })
    const panel = element('section', { class: 'edit-panel', 'aria-label': t('place.edit') }, element('div', { class: 'edit-head' }, eyebrow, heading), body, foot)
    root.replaceChildren(panel, phoneBar(store, mine.signal))
    if (cameFromPage) heading.focus({ preventScroll: true })
    const tell = (...content) => body.replaceChildren(...content)
    const { session: known } = store.get()
    if (!known) return
    const { account } = known
    if (!account) return tell(element('p', {}, t('edit.signIn')), element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => openDesk((desk) => desk.signIn()) } }, t('account.signIn')))
    if (!edit) return tell(element('p', {}, t('edit.nothing')))
    const own = { ...common, account, resume, correcting,
      correct: (id) => { correcting = id; own.again() }, body, foot, heading, eyebrow, panel, signal: mine.signal,
      /** Shows the same again, read anew. */
      again: () => { shown = ''; render(store.get().edit, JSON.stringify([store.get().edit, store.get().language, account.username, true])) },
      /** The proposal has a number now: the link names it, and nothing is drawn anew. */
      rename: (id) => {
        shown = JSON.stringify([{ proposal: id }, store.get().language, account.username, true])
        store.change((state) => ({ ...state, edit: { proposal: id } }))
      } }
    try {
      const model = await readModel(edit, own)
      if (mine.signal.aborted) return
      if (!model.proposal && !mayPropose(account, model.layer.id)) return tell(element('p', {}, t('edit.notAllowed', { layer: pick(model.layer.title) })))
      store.change(showLayer, model.layer.id)
      await (model.editable ? openEditor : openReview)(own, model)
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      tell(failure(problem.status === 404 ? t('edit.gone') : problemText(problem), t('retry'), own.again))
    }
  }
}

const withoutLanguage = (what) => JSON.stringify(JSON.parse(what).toSpliced(1, 1))
