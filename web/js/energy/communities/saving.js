import { shortMoment } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { notice } from '../../panels/fields.js'
import { describe, documentOf, scenarioOf } from './model.js'
import { drop, isLocal, keep, newId } from './keeper.js'
import { mergeView } from './merge-view.js'
import { problemText } from './problems.js'

const KEEP_AFTER_MS = 800

/**
 * Keeps every change in this browser a moment after it was made, and saves to the server when somebody says so, under the version that was read. Whoever is
 * not signed in has the browser only.
 */
export function createSaving({ store, api, go, book, record, signal }) {
  let { id, base, version } = record
  let saved = record.restored ? null : book.get() // what lies on the server as it is shown; null while it differs
  let timer = null
  const mayPropose = Boolean(store.get().session?.account?.scopes?.includes('propose'))
  const said = element('p', { class: 'cm-saved side-small', role: 'status' })
  const trouble = element('div', {})
  const save = element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => send() } }, t(version === null ? 'cm.save.first' : 'cm.save'))
  const root = element('div', { class: 'cm-saving' }, element('div', { class: 'button-row' }, mayPropose && save, textButton(t('cm.copy'), 'copy', copy), textButton(t('cm.remove'), 'delete', askRemove)), said, trouble)
  book.watch('any', () => {
    saved = null
    show()
    clearTimeout(timer)
    timer = setTimeout(keepNow, KEEP_AFTER_MS)
  }, signal)
  signal.addEventListener('abort', () => timer && keepNow())
  window.addEventListener('pagehide', () => timer && keepNow(), { signal })
  show(record.at)
  return { root, forget, get id() { return id } }

  /** What is being edited is given up: nothing of it is kept any more. */
  function forget() {
    clearTimeout(timer)
    timer = null
  }

  function show(keptAt = null) {
    save.disabled = saved !== null && version !== null
    said.textContent = saved && version !== null ? t('cm.saved') : keptAt ? t('cm.kept', { at: shortMoment(keptAt) }) : ''
  }

  async function keepNow() {
    forget()
    if (saved && version !== null) return
    try {
      await keep({ id, name: book.get().name, scenario: book.get(), base, version })
      show(new Date().toISOString())
    } catch {
      said.textContent = t('cm.notKept')
    }
  }

  async function send() {
    const sent = book.get()
    if (!sent.name) return tell(t('cm.save.name'), 'cm-name')
    if (!sent.territory) return tell(t('cm.save.territory'), 'cm-territory')
    const content = { name: sent.name, territory: sent.territory, document: documentOf(sent) }
    trouble.replaceChildren()
    root.setAttribute('aria-busy', 'true')
    try {
      const answer = version === null ? await api.create(content) : await api.save(id, version, content)
      await took(answer, sent)
    } catch (problem) {
      if (problem.type === 'changed-meanwhile' && problem.said.current) merge(sent, problem.said.current)
      else tell(problemText(problem))
    } finally {
      root.removeAttribute('aria-busy')
    }
  }

  async function took(answer, sent) {
    forget()
    const wasLocal = id
    await drop(wasLocal).catch(() => {})
    id = String(answer.id)
    version = answer.version
    base = sent
    saved = book.get() === sent ? sent : null
    if (saved === null) await keep({ id, name: book.get().name, scenario: book.get(), base, version }).catch(() => {}) // typed while it was being saved
    if (wasLocal !== id) return go(id)
    show()
  }

  function tell(text, field = null) {
    trouble.replaceChildren(element('div', { class: 'cm-trouble', role: 'alert' }, text))
    if (field) document.getElementById(field)?.focus()
  }

  /** Somebody else was faster: theirs is what lies there now. */
  function merge(mine, current) {
    const theirs = scenarioOf(current)
    trouble.replaceChildren(mergeView({ base: base ?? {}, mine, theirs, onDecided: (scenario) => {
      base = theirs
      version = current.version
      trouble.replaceChildren()
      book.reshape(() => scenario)
      send()
    }, onTheirs: () => {
      base = theirs
      version = current.version
      book.reshape(() => theirs)
      saved = theirs
      trouble.replaceChildren()
      drop(id).catch(() => {})
      forget()
      show()
    } }))
    trouble.querySelector('button')?.focus()
  }

  /** A scenario of its own, which begins as this one is now; of what is saved the server knows what it was copied from. */
  async function copy() {
    const copied = newId()
    const scenario = describe(book.get(), { name: t('cm.copy.name', { name: book.get().name || t('cm.unnamed') }) })
    try {
      if (mayPropose && version !== null && saved !== null) return go(String((await api.copy(id, scenario.name)).id))
      await keepNow()
      await keep({ id: copied, name: scenario.name, scenario, base: null, version: null })
      go(copied)
    } catch (problem) {
      tell(problem.status === undefined ? t('cm.notKept') : problemText(problem))
    }
  }

  function askRemove() {
    trouble.replaceChildren(notice('warning', element('p', {}, t(version === null ? 'cm.remove.sure.here' : 'cm.remove.sure')), element('div', { class: 'button-row' },
      element('button', { type: 'button', class: 'btn btn-danger', on: { click: remove } }, t('cm.remove')), textButton(t('cm.remove.not'), null, () => trouble.replaceChildren()))))
    trouble.querySelector('button').focus()
  }

  async function remove() {
    try {
      if (version !== null && !isLocal(id)) await api.remove(id, version)
      forget()
      saved = book.get()
      await drop(id).catch(() => {})
      go(null)
    } catch (problem) {
      tell(problemText(problem))
    }
  }
}
