import { element, icon } from '../panels/markup.js'
import { t } from '../text/text.js'

const KEY = 'comparto-shortlist'
export const MOST = 100 // as many as a shared link takes

/**
 * Plots that somebody wants to come back to: their ids, in the order in which they were chosen, kept in this browser and
 * the same in all its windows. A browser that keeps nothing, or has no room, holds them until the page is left.
 */
export function createShortlist(storage = () => localStorage) {
  const watchers = new Set()
  let memory = read() ?? []
  let kept = true

  function read() {
    try {
      return sound(JSON.parse(storage().getItem(KEY) ?? '[]'))
    } catch {
      return null // no storage, or nothing of ours in it
    }
  }

  function write(ids) {
    memory = sound(ids)
    try {
      storage().setItem(KEY, JSON.stringify(memory))
      kept = true
    } catch {
      kept = false
    }
    tell()
  }

  function tell() {
    for (const watcher of [...watchers]) watcher(memory)
  }

  /** What another window has written since is not overwritten. */
  const now = () => (kept ? (read() ?? memory) : memory)

  return {
    ids: () => [...memory],
    has: (id) => memory.includes(Number(id)),
    isFull: () => memory.length >= MOST,
    /** False where the browser keeps nothing: the list lives as long as the page. */
    isKept: () => kept,
    add: (ids) => write([...now(), ...ids]),
    remove: (id) => write(now().filter((one) => one !== Number(id))),
    replace: write,

    /** Puts a plot on the list, or takes it off. True if it is there now: a full list takes no more. */
    toggle(id) {
      const before = now()
      write(before.includes(Number(id)) ? before.filter((one) => one !== Number(id)) : [...before, id])
      return memory.includes(Number(id))
    },

    /** Calls the listener with the ids after every change, here or in another window; answers how to stop. */
    watch(listener, { signal } = {}) {
      watchers.add(listener)
      const leave = () => watchers.delete(listener)
      signal?.addEventListener('abort', leave)
      return leave
    },

    /** Another window wrote: key null means that everything was emptied. */
    heard(key) {
      if (key !== KEY && key !== null) return
      memory = read() ?? memory
      tell()
    },
  }
}

const sound = (ids) => (Array.isArray(ids) ? [...new Set(ids.map(Number))].filter((id) => Number.isSafeInteger(id) && id > 0).slice(0, MOST) : [])

export const shortlist = createShortlist()
window.addEventListener('storage', ({ key }) => shortlist.heard(key))
shortlist.watch(() => document.querySelectorAll('[data-star]').forEach(draw))

/** A star that puts a plot on the list and takes it off; `name` is what the plot is called, for those who hear it. */
export function starButton(id, name = t('shortlist.plot', { id })) {
  const button = element('button', { type: 'button', class: 'icon-button star', 'data-star': id, 'aria-label': t('shortlist.star', { name }), title: t('shortlist.star', { name }),
    on: { click: () => shortlist.toggle(id) || (shortlist.isFull() && (button.title = t('shortlist.full', { count: MOST }))) } })
  draw(button)
  return button
}

function draw(button) {
  const chosen = shortlist.has(button.dataset.star)
  button.setAttribute('aria-pressed', String(chosen))
  button.replaceChildren(icon(chosen ? 'star-full' : 'star-outline'))
}
