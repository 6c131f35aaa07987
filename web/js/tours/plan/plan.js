import { undoKeys } from '../../drawing/undo-keys.js'
import { pickOnMap } from '../../state/roads.js'
import { askTours, openTour } from '../../state/tours.js'
import { t } from '../../text/text.js'
import { element, failure, icon, textButton, waiting } from '../../panels/markup.js'
import { notice } from '../../panels/fields.js'
import { createBook } from '../../state/book.js'
import { createHosts } from './hosts.js'
import { createKeeping } from './keeping.js'
import { DRAFT, drop } from './keeper.js'
import { askOf } from './link.js'
import { missing } from './model.js'
import { createOnMap } from './on-map.js'
import { createPlanning } from './planning.js'
import { problemText } from './problems.js'
import { programmeStep } from './programme.js'
import { readTour } from './record.js'
import { violationsOf } from './shown.js'
import { whoStep } from './who.js'
import { whomStep } from './whom.js'

const STEPS = { who: whoStep, whom: whomStep, programme: programmeStep }
const NEXT = { who: 'whom', whom: 'programme' }

/** The tab Plan: a tour is composed in three steps, who comes, whom to visit, and the programme; all of them stay open to change. */
export function open(parts) {
  const { store, root, signal } = parts
  let one = null
  store.watch((state) => state.tours.tour, () => read(), { signal })

  async function read() {
    one?.abort()
    const mine = (one = new AbortController())
    signal.addEventListener('abort', () => mine.abort(), { signal: mine.signal })
    root.replaceChildren(waiting(t('side.waiting')))
    try {
      const record = await readTour(parts, mine.signal)
      if (mine.signal.aborted) return
      if (!record) return root.replaceChildren(notice('warning', t('tours.unknown')), textButton(t('tours.new'), 'plus', () => store.change(openTour, null)))
      show({ ...parts, signal: mine.signal, again: read }, record)
    } catch (problem) {
      if (!mine.signal.aborted) root.replaceChildren(failure(problemText(problem), t('retry'), read))
    }
  }
}

function show(parts, record) {
  const { store, root, signal, tours } = parts
  const book = createBook(record.tour)
  const hosts = createHosts({ api: tours.api, signal, names: record.names })
  const planning = createPlanning({ api: tours.api, book, record, signal })
  const live = element('p', { class: 'visually-hidden', role: 'status', 'aria-live': 'assertive' })
  const say = (text) => (live.textContent = text)
  const body = element('div', { class: 'tour-step' })
  const steps = element('ol', { class: 'tour-steps', 'aria-label': t('tours.steps') })
  const nextButton = element('button', { type: 'button', class: 'btn btn-primary', on: { click: goOn } })
  const foot = element('div', { class: 'tour-foot' }, nextButton)
  const stepButtons = Object.keys(STEPS).map((name, i) => {
    const text = element('span', {})
    const button = element('button', { type: 'button', on: { click: () => goStep(name) } }, element('span', { class: 'tour-step-number', 'aria-hidden': 'true' }, i + 1), text)
    steps.append(element('li', {}, button))
    return [name, button, text]
  })
  const isReady = record.isAsked && missing(record.tour).length === 0 // a link to a plan shows the plan
  let step = record.tour.order || isReady ? 'programme' : 'who'
  let stepLife = null
  const common = { ...parts, book, hosts, planning, say, record, scroller: root.parentElement, asked: { fitting: true }, unfolded: new Set(), today: new Date().toISOString().slice(0, 10), goStep }
  const keeping = createKeeping(common)
  createOnMap({ ...common, overlay: parts.overlay })
  if (record.answer) planning.know(record.tour, record.answer)
  hosts.learn(record.tour.question.stops.map(({ id }) => id))

  root.replaceChildren(...[record.restored && restoredNotice(), steps, body, foot, keeping.root, live, pickBar(parts)].filter(Boolean))
  book.watch('shape', () => step === 'who' && drawStep(false), signal)
  book.watch('any', (tour) => {
    drawSteps()
    drawFoot()
    if (!store.get().tours.tour) store.change(askTours, { ask: tour.question.stops.length > 0 || tour.question.start ? askOf(tour) : null })
  }, signal)
  planning.watch(() => { drawSteps(); drawFoot() }, signal)
  root.addEventListener('keydown', (event) => {
    if (event.target.matches('input:not([type=checkbox], [type=file]), textarea')) return // what is typed is the field's own to take back
    if (undoKeys(event, { undo: book.undo, redo: book.redo })) event.preventDefault()
  }, { signal })
  signal.addEventListener('abort', () => stepLife?.abort())
  drawSteps()
  drawStep(false)
  isReady ? planning.plan() : planning.follow()

  function goStep(to) {
    step = to
    drawSteps()
    drawStep(true)
  }

  function drawStep(focus) {
    stepLife?.abort()
    stepLife = new AbortController()
    const held = focus ? -1 : fields().indexOf(document.activeElement)
    body.replaceChildren(STEPS[step]({ ...common, live: stepLife.signal }))
    body.dataset.step = step
    drawFoot()
    keeping.root.hidden = step !== 'programme'
    if (focus) {
      root.parentElement.scrollTop = 0
      body.querySelector('h2')?.focus({ preventScroll: true })
    } else if (held >= 0) fields()[held]?.focus({ preventScroll: true })
  }

  /** What can be stood on, in its order: a step that is drawn anew has the same fields up to where something was added. */
  function fields() {
    return [...body.querySelectorAll('input, select, textarea, button, summary')]
  }

  /** Buttons stay the same ones: leaving a field changes what they say while they are pressed, and one that is put in another's place is never pressed. */
  function drawSteps() {
    const wrong = planning.get().kind === 'ready' && violationsOf(planning.get().answer).length > 0
    const count = book.get().question.stops.length
    stepButtons.forEach(([name, button, text], i) => {
      name === step ? button.setAttribute('aria-current', 'step') : button.removeAttribute('aria-current')
      text.textContent = `${t(`tours.step.${name}`)}${name === 'whom' && count > 0 ? ` (${count})` : ''}`
      const sign = button.querySelector('.icon')
      if (name !== 'programme' || wrong === Boolean(sign)) return
      wrong ? button.append(icon('warning-circle', 'xs')) : sign.remove()
    })
  }

  /** The one thing to do next. */
  function drawFoot() {
    const next = NEXT[step]
    foot.hidden = !next
    if (next) nextButton.textContent = t(isToBePlanned() ? 'tours.plan.go' : `tours.next.${next}`)
  }

  function isToBePlanned() {
    const tour = book.get()
    return step === 'whom' && missing(tour).length === 0 && !tour.order
  }

  function goOn() {
    const plans = isToBePlanned()
    goStep(NEXT[step])
    if (plans) planning.plan()
  }

  /** What was left here is gone on with, unless somebody says twice that it may go. */
  function restoredNotice() {
    const box = notice('info', element('p', {}, t(record.isBehind ? 'tours.restored.behind' : 'tours.restored')), record.version === null && textButton(t('tours.new'), 'plus', () => {
      box.replaceChildren(element('p', {}, t('tours.new.sure')), element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-danger', on: { click: anew } }, t('tours.new')),
        textButton(t('tours.cancel'), null, () => box.replaceWith(restoredNotice()))))
      box.querySelector('button').focus()
    }))
    return box
  }

  async function anew() {
    keeping.forget()
    await drop(DRAFT)
    store.change(openTour, null)
    parts.again()
  }
}

/** Says over the map that it waits for a point. */
function pickBar({ store, signal }) {
  const bar = element('div', { class: 'tour-pick', hidden: true }, element('p', { role: 'status' }), textButton(t('tours.pick.cancel'), 'close', () => store.change(pickOnMap, null)))
  store.watch((state) => typeof state.picking === 'string' && state.picking.startsWith('point:'), (picks) => {
    bar.hidden = !picks
    bar.firstChild.textContent = picks ? t('tours.pick') : ''
  }, { signal })
  signal.addEventListener('abort', () => store.change(pickOnMap, null))
  return bar
}
