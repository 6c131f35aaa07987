import { day } from '../text/format.js'
import { t } from '../text/text.js'
import { element, failure, nothing, textButton, waiting } from '../panels/markup.js'
import { actions } from './actions.js'
import { readPlots } from './plots.js'
import { shortlist, starButton } from './shortlist.js'
import { plotsTable } from './table.js'

/** A list that somebody shared: to be read, and to be taken over into one's own. */
export async function sharedList(parts) {
  const { body, heading, server, session, store, signal } = parts
  body.replaceChildren(waiting(t('shortlist.waiting')))
  try {
    const shared = await session.ask(`/api/shortlists/${store.get().shared}`, { signal })
    const known = await readPlots(server, shared.ids, signal)
    if (signal.aborted) return
    const plots = shared.ids.map((id) => known.get(id) ?? { id })
    const there = plots.filter(({ isOffered }) => isOffered).map(({ id }) => id)
    const said = element('p', { class: 'shortlist-said', role: 'status' })
    heading.textContent = shared.title || t('shortlist.sharedHeading')
    body.replaceChildren(element('p', { class: 'place-text' }, t('shortlist.sharedText', { day: day(shared.expiresAt) })), said,
      element('div', { class: 'button-row' }, textButton(t('shortlist.takeOver'), 'copy', () => {
        shortlist.add(there)
        said.textContent = t('shortlist.tookOver', { count: there.length })
      })),
      actions({ ...parts, ids: there }),
      plotsTable({ ...parts, plots, caption: t('shortlist.caption'), last: ({ id, properties, isOffered }) => (isOffered ? starButton(id, properties.name ?? properties.code) : '') }))
  } catch (problem) {
    if (signal.aborted) return
    body.replaceChildren(problem.status === 404 ? nothing(t('shortlist.noList')) : failure(t('shortlist.failed'), t('retry'), () => sharedList(parts)))
  }
}
