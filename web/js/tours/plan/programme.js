import { element, failure, icon, iconButton, nothing, textButton } from '../../panels/markup.js'
import { number } from '../../text/format.js'
import { t } from '../../text/text.js'
import { droppedList } from './dropped.js'
import { stopName } from './hosts.js'
import { dropStop, missing } from './model.js'
import { problemText } from './problems.js'
import { leftOut, violationsOf, visitsOf } from './shown.js'
import { timetable } from './timetable.js'

/** The third step: the plan is searched for while one watches, and then changed by hand. */
export function programmeStep(parts) {
  const { book, planning, live, goStep, hosts, record } = parts
  const onPaper = element('p', { class: 'tour-on-paper' })
  const head = element('div', { class: 'tour-plan-head' })
  const said = element('p', { class: 'tour-said', role: 'status' })
  const rows = timetable(parts)
  const dropped = droppedList(parts)
  const foot = element('div', { class: 'tour-form' })
  let saidBefore = ''
  let headFor = null
  planning.watch(show, live)
  window.addEventListener('beforeprint', () => (onPaper.textContent = [record.name || t('tours.unnamed'), t('tours.people', { count: book.get().question.group.people ?? 0 })].join(' · ')), { signal: live })
  hosts.watch(() => planning.get().kind === 'ready' && !rows.root.contains(document.activeElement) && show(planning.get()), live)
  return element('div', { class: 'tour-form tour-programme' }, onPaper, element('h2', { tabindex: '-1' }, t('tours.programme')), head, said, rows.root, dropped.root, foot)

  function show(state) {
    const tour = book.get()
    const open = missing(tour)
    const answer = state.kind === 'running' ? state.best : state.answer
    const key = JSON.stringify([open, state.kind === 'running' && [state.stopping, Boolean(state.id)], Boolean(tour.order), book.canUndo, book.canRedo])
    if (key !== headFor || state.problem) head.replaceChildren(...headOf(state, open, tour)) // what is pressed just now stays
    headFor = state.problem ? null : key
    tell(sayWhere(state, tour, answer))
    const isThere = Boolean(answer) && (tour.order || state.kind === 'running')
    rows.root.hidden = dropped.root.hidden = !isThere
    const shown = state.kind === 'running' && answer ? { ...tour, order: answer.itineraries.map(({ group, date, stops }) => ({ group, date, stops: stops.map(({ id }) => id) })) } : tour
    if (isThere) {
      const editable = state.kind !== 'running'
      if (state.only !== 'reasons') rows.show(shown, answer, { editable, isOld: state.isOld, isBusy: state.kind === 'timing' })
      dropped.show(shown, leftOut(shown, answer), { editable, looking: state.reasons === 'looking' || state.kind === 'timing', holds: violationsOf(answer).length === 0 })
    }
    foot.replaceChildren(...(isThere && state.kind !== 'running' ? warnings(answer) : []))
  }

  function headOf(state, open, tour) {
    if (state.kind === 'running') {
      return [element('div', { class: 'tour-running' }, element('span', { class: 'spinner', 'aria-hidden': 'true' }), element('span', {}, state.stopping ? t('tours.plan.stopping') : t('tours.plan.running')),
        element('button', { type: 'button', class: 'btn btn-outline-primary', id: 'tour-stop', disabled: state.stopping || !state.id, on: { click: () => parts.planning.stop() } }, t('tours.plan.stop')))]
    }
    if (open.length > 0) {
      return [nothing(t('tours.missing')), element('ul', { class: 'tour-missing' }, ...open.map((one) => element('li', {}, textButton(t(`tours.missing.${one}`), 'arrow-left', () => goStep(one === 'stops' ? 'whom' : 'who')))))]
    }
    const failed = state.kind === 'failed' ? failedOf(tour, state) : []
    if (!tour.order) return [...failed, state.kind !== 'failed' && element('p', { class: 'side-lead' }, t('tours.plan.ready')), planButton(t('tours.plan.go'))].filter(Boolean)
    return [element('div', { class: 'button-row tour-tools' }, undo('undo', 'arrow-left-circle'), undo('redo', 'arrow-right-circle'), textButton(t('tours.plan.again'), 'refresh', () => parts.planning.plan(), { id: 'tour-plan-again', title: t('tours.plan.again.hint') }),
      textButton(t('tours.print'), 'print', () => window.print())), ...failed]
  }

  /** What went wrong. A host that has withdrawn since can not be asked for: without it the rest goes on. */
  function failedOf(tour, { problem, again }) {
    const stop = tour.question.stops[/^stops\[(\d+)\]\.(id|host)$/.exec(problem.said?.parameter ?? '')?.[1]]
    if (!stop || stop.point) return [failure(problemText(problem), t('retry'), again)]
    const name = stopName(stop, hosts)
    return [failure(t('tours.problem.noHost', { name }), t('retry'), again), textButton(t('tours.problem.takeOut', { name }), 'delete', () => {
      book.reshape(dropStop, stop.id)
      parts.say(t('tours.stop.dropped', { name }))
    }, { id: 'tour-take-out' })]
  }

  function planButton(label) {
    return element('button', { type: 'button', class: 'btn btn-primary', id: 'tour-plan-go', on: { click: () => parts.planning.plan() } }, label)
  }

  function undo(which, sign) {
    return iconButton(t(`tours.${which}`), sign, () => book[which](), { id: `tour-${which}`, disabled: !book[which === 'undo' ? 'canUndo' : 'canRedo'] })
  }

  /** One line that says how it stands; a reader hears it when it differs. */
  function tell(text) {
    if (text === saidBefore) return
    said.textContent = saidBefore = text
  }

  function sayWhere(state, tour, answer) {
    if (!answer || state.kind === 'failed' || state.kind === 'none') return ''
    const counts = t('tours.served', visitsOf(tour, answer))
    if (state.kind === 'running') return `${counts} · ${t('tours.score', { score: number(answer.score ?? 0, 0) })}${state.improvements > 0 ? ` · ${t('tours.improvements', { count: state.improvements })}` : ''}`
    if (state.kind === 'timing') return said.textContent
    const wrong = violationsOf(answer).length
    return `${counts} · ${wrong === 0 ? t('tours.holds') : t('tours.wrong', { count: wrong })}`
  }

  function warnings({ warnings: those = [], roads }) {
    return [those.length > 0 && element('ul', { class: 'tour-warnings' }, ...those.map(({ text }) => element('li', { class: 'side-small' }, icon('info-circle', 'xs'), ' ', text))),
    roads && !roads.demonstration && element('p', { class: 'side-small' }, t('tours.roads', { date: (roads.date ?? '').slice(0, 10), source: roads.source ?? '' }))].filter(Boolean)
  }
}
