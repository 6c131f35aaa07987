import { undoKeys } from '../../drawing/undo-keys.js'
import { t } from '../../text/text.js'
import { element, failure, icon, iconButton, textButton, waiting } from '../../panels/markup.js'
import { labelled, notice } from '../../panels/fields.js'
import { areaSection, createAreas } from './area.js'
import { createBook } from '../../state/book.js'
import { createPool } from './pool.js'
import { describe, newScenario, scenarioOf } from './model.js'
import { drop, find, isLocal, newId } from './keeper.js'
import { signedOut } from './list.js'
import { membersSection } from './members.js'
import { createOnMap } from './on-map.js'
import { outputs } from './outputs.js'
import { plantsSection } from './plants.js'
import { pricesSection } from './prices.js'
import { problemText } from './problems.js'
import { resultView } from './result-view.js'
import { createResults } from './results.js'
import { createSaving } from './saving.js'
import { textField } from './section.js'
import { summaryStrip } from './summary.js'

/** One community, put together and computed while it changes. @param item its id, `new`, or the id of one that only this browser has */
export async function openEditor(parts, item) {
  const { root, go, store, signal } = parts
  if (item === 'new') return start(newId())
  root.replaceChildren(waiting(t('cm.opening')))
  try {
    const record = await read(parts, item)
    if (signal.aborted) return
    if (!record) root.replaceChildren(notice('warning', t('cm.unknown')), textButton(t('cm.all'), 'arrow-left', () => go(null)))
    else show(parts, record)
  } catch (problem) {
    if (!signal.aborted) root.replaceChildren(failure(problemText(problem), t('retry'), () => openEditor(parts, item)))
  }

  function start(id) {
    const territory = store.get().session?.account?.territory ?? store.get().territory ?? parts.territories.around(store.get().view)?.code ?? null
    show(parts, { id, scenario: newScenario({ year: new Date().getFullYear(), territory }), base: null, version: null, at: null })
  }
}

/** What is to be edited: this browser's draft before what the server has. Null if nobody knows it. */
async function read({ api, store, signal }, id) {
  const kept = await find(id).catch(() => null)
  if (isLocal(id)) return kept
  if (!store.get().session?.account) return kept
  const saved = await api.read(id, { signal })
  const base = scenarioOf(saved)
  if (kept && kept.version !== null) return { ...kept, id: String(saved.id), restored: kept.at, saved: { scenario: base, version: saved.version } }
  return { id: String(saved.id), scenario: base, base, version: saved.version, at: null }
}

function show(parts, record) {
  const { root, server, store, go, signal } = parts
  const book = createBook(record.scenario)
  const areas = createAreas(server, signal)
  const results = createResults({ ...parts, book })
  const saving = createSaving({ ...parts, book, record })
  const candidates = createPool({ ...parts, book })
  const own = { ...parts, book, areas, results, saving, candidates }
  const onMap = createOnMap(own)
  Object.assign(own, { takePlant: onMap.takePlant })

  const name = textField('cm-name', book.get().name, (text) => book.change(describe, { name: text }))
  const undo = iconButton(t('cm.undo'), 'arrow-left-circle', book.undo, { id: 'cm-undo', disabled: true })
  const redo = iconButton(t('cm.redo'), 'arrow-right-circle', book.redo, { id: 'cm-redo', disabled: true })
  book.watch('any', () => {
    undo.disabled = !book.canUndo
    redo.disabled = !book.canRedo
  }, signal)
  book.watch('shape', () => (name.value = book.get().name ?? ''), signal)
  root.addEventListener('keydown', (event) => {
    if (event.target.matches('input:not([type=checkbox], [type=file]), textarea')) return // what is typed is the field's own to take back
    if (undoKeys(event, { undo: book.undo, redo: book.redo })) event.preventDefault()
  }, { signal })

  const mayPropose = store.get().session?.account?.scopes?.includes('propose')
  const section = (id, title, ...content) => element('details', { class: 'side-fold', id: `cm-${id}`, open: true }, element('summary', {}, element('h3', {}, title)), ...content)
  root.replaceChildren(...[
    element('div', { class: 'cm-top' }, textButton(t('cm.all'), 'arrow-left', () => go(null)), element('span', { class: 'cm-steps' }, undo, redo)),
    record.restored && restoredNotice(),
    element('div', { class: 'cm-head' }, labelled(t('cm.name.community'), name), saving.root),
    mayPropose ? null : signedOut(store),
    summaryStrip({ book, results, signal }), onMap.root,
    section('where', t('cm.where'), areaSection(own)),
    section('producers', t('cm.plants'), plantsSection(own)),
    section('consumers', t('cm.members'), membersSection(own)),
    section('figures', t('cm.prices.parameters'), pricesSection(own)),
    section('result', t('cm.result'), resultView(own), outputs(own)),
  ].filter(Boolean))
  if (!book.get().name) name.focus({ preventScroll: true })

  function restoredNotice() {
    const box = notice('info', element('p', {}, icon('clock', 'xs'), ' ', t('cm.restored')), textButton(t('cm.restored.drop'), 'close', async () => {
      saving.forget()
      await drop(record.id)
      show(parts, { id: record.id, scenario: record.saved.scenario, base: record.saved.scenario, version: record.saved.version, at: null })
    }))
    return box
  }
}

