import { labelled, notice } from '../../panels/fields.js'
import { element, icon, textButton } from '../../panels/markup.js'
import { openTour } from '../../state/tours.js'
import { shortMoment } from '../../text/format.js'
import { language, t } from '../../text/text.js'
import { asking } from './asking.js'
import { DRAFT, drop, keep, putAside } from './keeper.js'
import { sentQuestion, timetableOf } from './model.js'
import { outputs } from './outputs.js'
import { peopleOf, textOfPeople } from './people.js'
import { problemText } from './problems.js'
import { ofServer, storable } from './record.js'
import { sharing } from './share.js'

const KEEP_AFTER_MS = 700
const NEXT = { draft: ['requested', 'cancelled'], requested: ['confirmed', 'draft', 'cancelled'], confirmed: ['done', 'draft', 'cancelled'], cancelled: ['draft'], done: [] }

/** Keeps every change in this browser a moment after it was made, and saves the tour when somebody says so; what is made of it and shared stands below. */
export function createKeeping(parts) {
  const { book, record, store, tours, signal, say } = parts
  let saved = record.version === null || record.restored ? null : book.get() // what lies on the server as it is shown; null while it differs
  let timer = null
  let changes = 0
  let statesFor = null
  let drawnFor = null // for which state what stands below was drawn
  const said = element('p', { class: 'side-small', role: 'status' })
  const trouble = element('div', {})
  const name = textField(record.name, 'name')
  const note = element('textarea', { rows: '2', maxlength: '4000', on: { input: () => change({ note: note.value }) } })
  note.value = record.note
  const people = element('textarea', { rows: '3', maxlength: '20000', on: { input: () => change({ participants: peopleOf(people.value) }) } })
  people.value = textOfPeople(record.participants)
  const save = element('button', { type: 'button', class: 'btn btn-primary', id: 'tour-save', on: { click: send } })
  const states = element('div', { class: 'button-row tour-states' })
  const after = element('div', { class: 'tour-form' })
  const root = element('section', { class: 'tour-form tour-keeping', 'aria-label': t('tours.keep') }, element('h3', {}, t('tours.keep')),
    labelled(t('tours.name'), name),
    element('details', { class: 'side-fold', open: Boolean(record.note || record.participants.length) }, element('summary', {}, t('tours.keep.more')), element('div', { class: 'side-fold-body' }, labelled(t('tours.note'), note), labelled(t('tours.participants'), people, t('tours.participants.hint')))),
    element('div', { class: 'button-row' }, save, textButton(t('tours.copy'), 'copy', copy), textButton(t('tours.new'), 'plus', anew)), said, trouble, states, after)
  book.watch('any', () => changed(), signal)
  signal.addEventListener('abort', () => timer && keepNow())
  window.addEventListener('pagehide', () => timer && keepNow(), { signal })
  parts.planning.watch(() => drawAfter(), signal)
  parts.hosts.watch(() => drawAfter(), signal) // the sheets for hosts are there once it is known who they are
  draw()
  return { root, forget }

  /** Keeps nothing more of this tour. */
  function forget() {
    clearTimeout(timer)
    timer = null
  }

  function textField(value, key) {
    const field = element('input', { type: 'text', maxlength: '120', id: 'tour-name', on: { input: () => change({ [key]: field.value.trim() }) } })
    field.value = value
    return field
  }

  function change(values) {
    Object.assign(record, values)
    changed()
  }

  function changed() {
    changes += 1
    saved = null
    draw()
    clearTimeout(timer)
    timer = setTimeout(keepNow, KEEP_AFTER_MS)
  }

  async function keepNow() {
    clearTimeout(timer)
    timer = null
    record.tour = book.get()
    try {
      if (record.isAsked) {
        record.isAsked = false
        await putAside() // what a link asks for is no reason to lose what was composed here
      }
      await keep(storable({ ...record, dirty: saved === null }))
      if (!signal.aborted && saved === null) said.textContent = t(record.version === null ? 'tours.kept' : 'tours.kept.changed', { at: shortMoment(new Date().toISOString()) })
    } catch {
      said.textContent = t('tours.notKept')
    }
  }

  function draw() {
    save.textContent = t(record.version === null ? 'tours.save.first' : 'tours.save')
    save.disabled = saved !== null
    if (saved !== null) said.textContent = t('tours.saved.now')
    const key = JSON.stringify([record.version === null, record.state])
    if (key !== statesFor) states.replaceChildren(...(record.version === null ? [] : [element('span', { class: 'tour-state' }, t('tours.state'), ' ', element('strong', {}, t(`tours.state.${record.state}`))),
      ...NEXT[record.state].map((state) => textButton(t(`tours.state.to.${state}`), null, () => send(null, state)))]))
    statesFor = key
    drawAfter()
  }

  function drawAfter() {
    const { order } = book.get()
    const met = (order ?? []).flatMap(({ stops }) => stops).filter((id) => parts.hosts.get(id))
    const key = JSON.stringify([record.id, record.version, Boolean(order), parts.planning.get().kind === 'ready', saved !== null, met])
    if (key === drawnFor || after.contains(document.activeElement)) return
    drawnFor = key
    after.replaceChildren(...[order && outputs({ ...parts, record, isSaved: saved !== null }), saved !== null && record.version !== null && parts.planning.get().kind === 'ready' && asking({ ...parts, record }), record.version !== null && sharing({ ...parts, record })].filter(Boolean))
  }

  async function send(_, state = null) {
    if (root.hasAttribute('aria-busy')) return // pressed twice
    if (!record.name) {
      tell(t('tours.save.name'))
      return name.focus()
    }
    const tour = book.get()
    const content = { name: record.name, question: sentQuestion(tour), plan: { itineraries: tour.order ? timetableOf(tour).itineraries : [] }, note: record.note, participants: record.participants, language: language(), ...(state ? { state } : {}) }
    const before = changes
    trouble.replaceChildren()
    root.setAttribute('aria-busy', 'true')
    try {
      if (record.version === null) {
        const made = await tours.api.create(content)
        if (!record.isAsked) await drop(DRAFT)
        await keep(storable({ ...record, id: made.id, tour: book.get(), version: made.version, key: made.key, dirty: changes !== before })).catch(() => {})
        say(t('tours.saved.now'))
        forget()
        return signal.aborted ? undefined : store.change(openTour, String(made.id))
      }
      await took(ofServer(await tours.api.save(record.id, record.key, record.version, content), record.key), changes === before)
    } catch (problem) {
      if (problem.status === 412) clash()
      else tell(problemText(problem))
    } finally {
      root.removeAttribute('aria-busy')
    }
  }

  /** @param isAll whether nothing has changed here while it was sent */
  async function took(server, isAll) {
    Object.assign(record, { version: server.version, state: server.state, sharing: server.sharing, restored: false })
    saved = isAll ? book.get() : null
    clearTimeout(timer)
    timer = null
    await keepNow()
    draw()
    say(t('tours.saved.now'))
  }

  /** Somebody else was quicker: theirs can be read, or ours put in its place. */
  function clash() {
    trouble.replaceChildren(notice('warning', element('p', {}, t('tours.clash')), element('div', { class: 'button-row' }, textButton(t('tours.clash.theirs'), 'refresh', async () => {
      forget()
      await keep(storable({ ...record, tour: book.get(), dirty: false })).catch(() => {})
      store.change(openTour, null)
      store.change(openTour, String(record.id))
    }), textButton(t('tours.clash.mine'), 'check', async () => {
      try {
        record.version = (await tours.api.read(record.id, record.key)).version
        send()
      } catch (problem) {
        tell(problemText(problem))
      }
    }))))
    trouble.querySelector('button').focus()
  }

  function tell(text) {
    trouble.replaceChildren(element('p', { class: 'tour-trouble', role: 'alert' }, icon('error', 'sm'), ' ', text))
  }

  /** A tour of its own, that begins as this one is now. */
  async function copy() {
    if (record.version !== null) await putAside()
    await keep(storable({ ...record, id: DRAFT, name: t('tours.copy.name', { name: record.name || t('tours.unnamed') }), participants: [], tour: book.get(), version: null, key: null, dirty: true }))
    clearTimeout(timer)
    timer = null
    if (record.version === null) {
      record.name = name.value = t('tours.copy.name', { name: record.name || t('tours.unnamed') })
      return changed()
    }
    store.change(openTour, null)
  }

  async function anew() {
    if (record.version !== null) return store.change(openTour, null) // what is being composed beside this one is gone on with
    if (book.get().question.stops.length > 0 && !trouble.querySelector('.tour-sure')) {
      trouble.replaceChildren(notice('warning', element('p', { class: 'tour-sure' }, t('tours.new.sure')), element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-danger', on: { click: anew } }, t('tours.new')), textButton(t('tours.cancel'), null, () => trouble.replaceChildren()))))
      return trouble.querySelector('button').focus()
    }
    forget()
    await drop(DRAFT)
    store.change(openTour, null)
    parts.again()
  }
}
