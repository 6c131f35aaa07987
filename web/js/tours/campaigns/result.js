import { resultFile } from '../../api/campaigns.js'
import { number } from '../../text/format.js'
import { language, t } from '../../text/text.js'
import { labelled, notice, segments, tick } from '../../panels/fields.js'
import { element, textButton } from '../../panels/markup.js'
import { boardView } from './board.js'
import { groupTitle, hostTitle, relaxed } from './model.js'
import { figuresView } from './figures.js'
import { groupsView } from './by-group.js'
import { toursPart } from './make-tours.js'
import { askingPart, readInvitations } from './asking.js'

const EVERY_MS = 1000
const VIEWS = { board: boardView, groups: groupsView }

/** Who goes where: the search, what it is worth, who is not served and what would help, and the board on which groups are moved. */
export function resultView(parts) {
  const { root, api, book, signal } = parts
  const head = element('div', { class: 'camp-search' })
  const figures = element('div', {})
  const unmatched = element('div', {})
  const place = element('div', {})
  const outputs = element('div', {})
  let view = 'board'
  let seconds = 20
  let keep = true
  const views = segments(t('camp.views'), [['board', t('camp.view.board')], ['groups', t('camp.view.groups')]], view, (chosen) => { view = chosen; drawView() })
  root.append(head, figures, unmatched, views.root, place, outputs)
  book.watch(draw)
  draw()
  readInvitations(parts).then(() => !signal.aborted && drawView())
  if (running()) watch()

  function running() {
    return ['queued', 'running'].includes(book.result.state)
  }

  /** Looks every second while a search runs; what is shown then is the best so far. */
  async function watch() {
    while (running() && !signal.aborted) {
      await new Promise((done) => setTimeout(done, EVERY_MS))
      if (!signal.aborted) await book.act(() => book.show())
    }
  }

  function draw() {
    if (signal.aborted) return
    drawSearch()
    figures.replaceChildren(figuresView(book))
    drawUnmatched()
    drawView()
    views.root.hidden = book.result.assignments.length === 0
    outputs.replaceChildren(...(book.result.assignments.length === 0 || running() ? [] : [outputsView(), askingPart({ ...parts, onRead: drawView }), toursPart(parts)]))
  }

  function drawSearch() {
    const { result } = book
    const search = result.search
    const isRunning = running()
    const time = element('input', { type: 'number', min: '1', max: '300', value: seconds, on: { change: () => { seconds = Number(time.value) || 20 } } })
    const hadFocus = head.contains(document.activeElement)
    const lines = search && t(`camp.search.${isRunning ? 'running' : (search.endedBy ?? 'stopped')}`, { seconds: number(search.seconds, 1), steps: number(search.steps, 0), seed: search.seed })
    head.replaceChildren(...[
      isRunning ? element('div', {}, element('progress', { max: search?.asked ?? seconds, value: search?.seconds ?? 0, 'aria-label': t('camp.searching') }), element('p', { role: 'status' }, lines),
        element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => book.act(() => api.stop(book.id)) } }, t('camp.stop')))
        : element('div', {}, element('div', { class: 'side-fields' }, labelled(t('camp.seconds'), time), result.assignments.length > 0 && tick(t('camp.keep'), keep, (checked) => { keep = checked })),
          element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-primary', on: { click: solve } }, t(result.assignments.length > 0 ? 'camp.searchAgain' : 'camp.search')),
            book.history.size > 0 && textButton(t('camp.undo'), 'restore', undo)), lines && element('p', { class: 'side-small', role: 'status' }, lines)),
      result.failure && notice('warning', element('p', {}, result.failure)),
      result.warnings.length > 0 && notice('warning', element('ul', {}, ...result.warnings.map((text) => element('li', {}, text)))),
    ].filter(Boolean))
    if (hadFocus) head.querySelector('button').focus()
  }

  async function solve() {
    await book.act(async () => {
      if (book.dirty) await book.save()
      if (book.result.assignments.length > 0) book.history.push(book.result.assignments)
      await api.solve(book.id, { seconds, keep })
      await book.show()
    })
    watch()
  }

  async function undo() {
    const before = book.history.pop()
    if (before) await book.act(async () => book.show(await api.assign(book.id, book.result.version, before)))
  }

  function drawUnmatched() {
    const { unmatched: all } = book.result
    if (all.length === 0 || book.result.assignments.length === 0) return unmatched.replaceChildren()
    const wasOpen = unmatched.querySelector('details')?.open ?? true
    const groups = new Map(book.document.groups.map((group) => [group.id, group]))
    unmatched.replaceChildren(element('details', { class: 'side-fold', open: wasOpen }, element('summary', {}, t('camp.unmatched', { count: all.reduce((sum, { missing }) => sum + missing, 0) })),
      element('ul', { class: 'side-list' }, ...all.map((one) => element('li', { class: 'side-card camp-unmatched' }, element('strong', {}, groupTitle(groups.get(one.group) ?? { id: one.group })), element('p', {}, one.text),
        one.others.length > 0 && element('details', {}, element('summary', { class: 'side-small' }, t('camp.others', { count: one.others.length })), element('ul', {}, ...one.others.map((other) => element('li', { class: 'side-small' }, other.text, ' ', !running() && textButton(t('camp.relax'), null, () => relax(one, other), { 'aria-label': `${t('camp.relax')}: ${other.text}` }))))),
        one.insteadOf && one.together.length > 0 && element('p', { class: 'side-small' }, t('camp.together', { text: one.together.map(({ text }) => text).join('; ') })),
        !running() && element('div', { class: 'button-row' }, one.together.length > 0 && textButton(t('camp.relaxAll'), 'check', () => relax(one, ...one.together), { 'aria-label': `${t('camp.relaxAll')}: ${groupTitle(groups.get(one.group) ?? { id: one.group })}` }), one.relaxation && textButton(t('camp.relax'), 'check', () => relax(one, one.relaxation), { 'aria-label': `${t('camp.relax')}: ${one.relaxation.text}` }),
          one.free && textButton(t('camp.putThere'), 'check', () => put(one.group, one.free))))))))
  }

  /** Changes the campaign by what helps and puts the group there; nobody else moves. */
  async function relax({ group }, ...relaxations) {
    await book.act(async () => {
      book.change(relaxations.reduce((document, one) => relaxed(document, group, one), book.document))
      await book.save()
      await book.show()
      await assigned(group, relaxations[0])
    })
  }

  const put = (group, to) => book.act(() => assigned(group, to))

  async function assigned(group, { host, date, from }) {
    book.history.push(book.result.assignments)
    await book.show(await api.assign(book.id, book.result.version, [...book.result.assignments.map(({ group: who, host: where, date: on, from: at, locked }) => ({ group: who, host: where, date: on, from: at, locked })), { group, host, date, from, locked: false }]))
  }

  function drawView() {
    if (book.result.assignments.length === 0) return place.replaceChildren()
    VIEWS[view]({ ...parts, place, canMove: !running() })
  }

  function outputsView() {
    return element('section', { class: 'side-fold-body' }, element('h3', {}, t('camp.outputs')), element('div', { class: 'button-row' }, ...['xlsx', 'csv'].map((ending) =>
      element('a', { class: 'text-button', href: resultFile(book.id, ending, language()), download: '' }, element('span', {}, t(`camp.file.${ending}`)))), textButton(t('camp.print'), 'print', () => window.print())),
    element('table', { class: 'side-table' }, element('caption', {}, t('camp.loads')), element('thead', {}, element('tr', {}, ...['host', 'groups', 'people', 'slots'].map((name) => element('th', { scope: 'col' }, t(`camp.load.${name}`))))),
      element('tbody', {}, ...book.result.hosts.map((load) => element('tr', {}, element('th', { scope: 'row' }, hostTitle(book.document.hosts.find(({ id }) => id === load.host) ?? { id: load.host })), element('td', {}, load.groups), element('td', {}, load.people), element('td', {}, `${load.used} / ${load.slots}`))))))
  }
}
