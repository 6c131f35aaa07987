import { t } from '../../text/text.js'
import { labelled, notice, segments } from '../../panels/fields.js'
import { element, failure, textButton, waiting } from '../../panels/markup.js'
import { createHistory } from './model.js'
import { problemText } from './problems.js'
import { resultView } from './result.js'
import { setupView } from './setup.js'

const OURS = ['id', 'owner', 'version', 'createdAt', 'updatedAt']
const unsaved = new Map() // documents by the number of their campaign, while another tab or language is looked at

/**
 * One campaign. `book` is what its two faces share: {document, version, result, dirty, history, change(document), save(), show(result), act(work)}; saving is asked
 * for by a button and done before every search.
 */
export async function openEditor(parts, id) {
  const { root, api, go, signal } = parts
  root.append(waiting(t('camp.waiting')))
  try {
    const [document, result] = await Promise.all([api.read(id, { signal }), api.result(id, { signal })])
    if (!signal.aborted) render(unsaved.get(id)?.document ?? document, unsaved.get(id)?.version ?? document.version, result)
  } catch (problem) {
    if (!signal.aborted) root.replaceChildren(textButton(t('camp.back'), 'arrow-left', () => go(null)), failure(problemText(problem), t('retry'), () => { root.replaceChildren(); openEditor(parts, id) }))
  }

  function render(document, version, result) {
    const watchers = new Set()
    let face = null
    const book = {
      id, document, version, result, dirty: unsaved.has(id), history: createHistory(),
      change(next) { book.document = next; book.dirty = true; unsaved.set(id, { document: next, version: book.version }); mark() },
      async save() {
        const sent = book.document
        const saved = await api.save(id, book.version, Object.fromEntries(Object.entries(sent).filter(([name]) => !OURS.includes(name))))
        book.version = saved.version
        if (book.document === sent) { // else somebody has gone on meanwhile
          unsaved.delete(id)
          Object.assign(book, { document: saved, dirty: false })
        }
        mark()
      },
      async show(next) { book.result = next ?? await api.result(id); watchers.forEach((draw) => draw()) },
      watch: (draw) => { watchers.clear(); watchers.add(draw) },
      /** Does what may fail and says so. */
      async act(work) {
        try {
          problems.replaceChildren()
          await work()
        } catch (problem) {
          if (!signal.aborted) problems.replaceChildren(notice('warning', element('p', { role: 'alert' }, problemText(problem))))
        }
        mark()
      },
    }
    const problems = element('div', {})
    const save = element('button', { type: 'button', class: 'btn btn-outline-primary', on: { click: () => book.act(() => book.save()) } }, t('camp.save'))
    const saved = element('span', { class: 'side-small', role: 'status' })
    const name = element('input', { type: 'text', maxlength: '200', value: document.name, on: { input: () => book.change({ ...book.document, name: name.value }) } })
    const body = element('div', { class: 'camp-face' })
    const faces = segments(t('camp.faces'), [['setup', t('camp.face.setup')], ['result', t('camp.face.result')]], null, show)
    const mark = () => {
      save.disabled = !book.dirty
      saved.textContent = t(book.dirty ? 'camp.unsaved' : 'camp.saved')
    }
    root.replaceChildren(...[element('div', { class: 'button-row camp-top' }, textButton(t('camp.back'), 'arrow-left', leave), textButton(t('camp.delete'), 'delete', remove)),
      element('h2', { tabindex: '-1' }, document.name), document.demonstration && notice('info', element('p', {}, t('camp.demonstrationText'))), labelled(t('camp.name'), name),
      element('div', { class: 'button-row camp-save' }, save, saved), problems, faces.root, body].filter(Boolean))
    mark()
    window.addEventListener('beforeunload', (event) => book.dirty && event.preventDefault(), { signal })
    show(result.assignments.length > 0 || ['running', 'queued'].includes(result.state) ? 'result' : 'setup')

    function show(which) {
      faces.mark(which)
      face?.abort()
      face = new AbortController()
      signal.addEventListener('abort', () => face.abort(), { signal: face.signal })
      body.replaceChildren()
      const own = { ...parts, root: body, book, signal: face.signal, showFace: show }
      which === 'setup' ? setupView(own) : resultView(own)
    }

    function leave() {
      if (book.dirty && !window.confirm(t('camp.leave'))) return
      unsaved.delete(id)
      go(null)
    }

    async function remove() {
      if (window.confirm(t('camp.deleteSure', { name: book.document.name }))) await book.act(async () => { await api.remove(id, book.version); unsaved.delete(id); go(null) })
    }
  }
}
