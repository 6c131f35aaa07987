import { createEditingServer } from '../api/editing.js'
import { problemText } from '../desk/problems.js'
import { element, failure, waiting } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { filterWork } from '../state/edit.js'
import { number } from '../text/format.js'
import { t, useWords } from '../text/text.js'
import { newsList } from './news.js'
import { proposalList } from './proposals.js'
import { retiredList } from './retired.js'
import { startNew } from './start-new.js'

/** Which scope a list is for. */
const TASKS = { mine: 'propose', review: 'review', publish: 'review', all: 'propose', news: 'propose', retired: 'write' }
const LISTS = { news: newsList, retired: retiredList }

/** The place Work: what waits for me, what I have proposed, what has happened to it, and what has been retired. */
export async function workPage(parts) {
  const { root, store, server, session, openDesk, signal } = parts
  await Promise.all([...['desk', 'shortlist', 'edit', 'work'].map((words) => useWords(words, server.locale)), useStyles('/css/desk.css'), useStyles('/css/edit.css'), parts.territories.ready])
  const common = { ...parts, editing: createEditingServer(session) }
  let live = null
  store.watch((state) => [state.place === 'work', state.work, state.language, state.session?.account?.username ?? null, Boolean(state.session)], ([here]) => (here ? render() : leave()), { signal })

  function leave() {
    live?.abort()
    live = null
    root.replaceChildren()
    delete root.dataset.task
  }

  async function render() {
    live?.abort()
    const mine = (live = new AbortController())
    const { session: known, work } = store.get()
    const isNew = root.dataset.task === undefined
    const focused = root.contains(document.activeElement) ? document.activeElement.id : null
    const heading = element('h1', { class: 'desk-title', tabindex: '-1' }, t('place.work'))
    const body = element('div', { class: 'desk-body' })
    const inner = element('div', { class: 'desk-inner work' }, heading, body)
    const account = known?.account ?? null
    if (!known) body.replaceChildren(waiting(t('work.waiting')))
    else if (!account) body.replaceChildren(element('p', { class: 'desk-lead' }, t('work.signIn')), element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => openDesk((desk) => desk.signIn()) } }, t('account.signIn')))
    if (!account) return root.replaceChildren(inner)
    const tasks = Object.entries(TASKS).filter(([, scope]) => account.scopes.includes(scope)).map(([task]) => task)
    const task = tasks.includes(work.task) ? work.task : tasks.find((one) => one !== 'news') ?? 'news'
    const tabs = element('nav', { class: 'work-tabs', 'aria-label': t('work.tasks') }, ...tasks.map((one) => element('button', { type: 'button', id: `work-tab-${one}`, 'data-task': one, 'aria-pressed': String(one === task),
      on: { click: () => store.change(filterWork, { task: one, state: '' }) } }, t(`work.task.${one}`), element('span', { class: 'work-count' }))))
    const list = element('div', { class: 'work-list' }, waiting(t('work.waiting')))
    const counted = (counts) => {
      for (const [one, count] of Object.entries(counts ?? {})) {
        const place = tabs.querySelector(`button[data-task=${one}] .work-count`)
        if (place) place.textContent = count > 0 ? number(count, 0) : ''
      }
    }
    body.replaceChildren(element('div', { class: 'desk-head' }, element('p', { class: 'desk-lead' }, t(`work.lead.${task}`)), account.scopes.includes('propose') && startNew({ ...common, account })), tabs, list)
    root.replaceChildren(inner)
    const moved = root.dataset.task !== task
    root.dataset.task = task
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus({ preventScroll: true })
    else if (isNew && document.activeElement !== document.body) heading.focus({ preventScroll: true })
    if (moved) root.scrollTop = 0
    try {
      const content = await (LISTS[task] ?? proposalList)({ ...common, account, task, counted, signal: mine.signal, again: render })
      if (!mine.signal.aborted) {
        list.replaceChildren(...[content].flat(Infinity).filter(Boolean))
        if (focused && root.contains(document.getElementById(focused))) document.getElementById(focused).focus({ preventScroll: true })
      }
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      list.replaceChildren(failure(problemText(problem), t('retry'), render))
    }
  }
}
