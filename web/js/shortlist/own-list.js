import { t } from '../text/text.js'
import { element, failure, iconButton, textButton, waiting } from '../panels/markup.js'
import { actions } from './actions.js'
import { readPlots } from './plots.js'
import { plotsTable } from './table.js'
import { linkList, openShare } from './share.js'
import { shortlist } from './shortlist.js'

/** The list that this browser keeps: what is on it, and what can be done with it. */
export function ownList(parts) {
  const { body, server, signal } = parts
  const said = element('p', { class: 'shortlist-said', role: 'status' })
  const place = element('div', { class: 'shortlist-plots' })
  const links = element('div', {})
  let known = new Map()
  let removed = null
  let turn = 0

  async function show() {
    const mine = ++turn
    const ids = shortlist.ids()
    if (ids.length === 0) return empty()
    if (ids.some((id) => !known.has(id))) {
      if (known.size === 0) place.replaceChildren(waiting(t('shortlist.waiting')))
      try {
        const read = await readPlots(server, ids, signal)
        if (mine !== turn) return // the list is another one by now
        known = read
      } catch {
        if (!signal.aborted && mine === turn) place.replaceChildren(failure(t('shortlist.failed'), t('retry'), show))
        return
      }
      if (signal.aborted) return
    }
    const plots = shortlist.ids().map((id) => known.get(id) ?? { id })
    place.replaceChildren(
      !shortlist.isKept() ? element('p', { class: 'shortlist-note' }, t('shortlist.notKept')) : '',
      actions({ ...parts, ids: plots.filter(({ isOffered }) => isOffered).map(({ id }) => id), clear, share }),
      plotsTable({ ...parts, plots, caption: t('shortlist.caption'),
        last: ({ id, properties }) => iconButton(t('shortlist.remove', { name: properties?.name ?? t('shortlist.plot', { id }) }), 'close', () => remove(id)) }))
  }

  function empty() {
    place.replaceChildren(element('p', { class: 'place-text' }, t('shortlist.empty')),
      element('p', {}, element('a', { class: 'btn btn-primary', href: '#place=plots' }, t('shortlist.find'))))
  }

  function change(ids, text) {
    removed = shortlist.ids()
    shortlist.replace(ids)
    said.replaceChildren(text, ' ', textButton(t('shortlist.undo'), 'restore', undo))
    said.querySelector('button').focus({ preventScroll: true })
  }

  const remove = (id) => change(shortlist.ids().filter((one) => one !== id), t('shortlist.removed', { name: known.get(id)?.properties?.name ?? t('shortlist.plot', { id }) }))
  const clear = () => change([], t('shortlist.cleared', { count: shortlist.ids().length }))

  function undo() {
    shortlist.replace(removed)
    said.textContent = t('shortlist.undone')
    parts.root.querySelector('.place-title').focus({ preventScroll: true })
  }

  const showLinks = () => links.replaceChildren(linkList({ session: parts.session, said, changed: showLinks }) ?? '')
  const share = () => openShare({ ids: shortlist.ids().filter((id) => known.get(id)?.isOffered), session: parts.session, changed: showLinks })

  body.replaceChildren(said, place, links)
  showLinks()
  shortlist.watch(show, { signal })
  show()
}
