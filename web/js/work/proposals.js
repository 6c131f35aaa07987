import { attempt, choice, labelled } from '../desk/forms.js'
import { stateTag } from '../edit/head.js'
import { element, textButton } from '../panels/markup.js'
import { filterWork, isWritten, NO_WORK, openProposal, PROPOSAL_STATES } from '../state/edit.js'
import { shortMoment } from '../text/format.js'
import { pick, t } from '../text/text.js'

const PAGE = 25

/** Proposals of one task, the last changed first; filters stand in the link. */
export async function proposalList({ store, catalogue, territories, editing, account, task, counted, signal }) {
  const { work } = store.get()
  const asked = { task: task === 'all' ? '' : task, state: task === 'all' || task === 'mine' ? work.state : '', layer: work.layer, territory: work.territory, q: work.q, limit: PAGE }
  const first = await editing.proposals(asked, { signal })
  counted(first.counts)
  const rows = element('tbody', {}, ...first.proposals.map(row))
  const more = element('div', { class: 'button-row desk-more' })
  offerMore(first)
  const isFiltered = work.state || work.layer || work.territory || work.q
  return [filters(), first.proposals.length === 0 ? empty() : element('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t(`work.task.${task}`) },
    element('table', { class: 'desk-table table-cards' }, element('caption', {}, t(`work.task.${task}`)),
      element('thead', {}, element('tr', {}, ...['what', 'kind', 'author', 'where', 'changed', 'state'].map((column) => element('th', { scope: 'col' }, t(`work.column.${column}`))))), rows)), more]

  function row(one) {
    const layer = catalogue.layer(one.layer)
    const name = one.title ?? t('work.untitled', { id: one.id })
    return element('tr', { 'data-proposal': one.id },
      element('th', { scope: 'row' }, element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(openProposal, one.id) } }, name), element('span', { class: 'row-code' }, pick(layer?.title) || one.layer)),
      cell('kind', t(`proposal.kind.${one.kind}`)),
      cell('author', one.author === account.username ? t('work.me') : one.author),
      cell('where', territories.list.find(({ code }) => code === one.territory)?.name ?? one.territory ?? '–'),
      cell('changed', shortMoment(one.updatedAt)),
      cell('state', stateTag(one.state), one.openComments > 0 && element('span', { class: 'row-code' }, t('comment.open', { count: one.openComments }))))
  }

  function offerMore({ next }) {
    more.replaceChildren(...(next ? [textButton(t('work.more'), 'arrow-down-triangle', attempt(async () => {
      const page = await editing.proposals({ ...asked, after: next }, { signal })
      rows.append(...page.proposals.map(row))
      offerMore(page)
    }))] : []))
  }

  function filters() {
    const select = (name, options) => {
      const field = choice([['', t('work.any')], ...options], work[name], { id: `work-${name}`, on: { change: () => store.change(filterWork, { [name]: field.value }) } })
      return labelled(t(`work.filter.${name}`), field)
    }
    const words = element('input', { type: 'search', id: 'work-q', autocomplete: 'off', maxlength: '200', on: { change: () => store.change(filterWork, { q: words.value.trim() }) } })
    words.value = work.q
    const layers = catalogue.layers.filter((layer) => isWritten(layer) && (!account.layers || account.layers.includes(layer.id)))
    return element('div', { class: 'work-filters', role: 'search', 'aria-label': t('work.filters') }, labelled(t('work.filter.q'), words),
      (task === 'all' || task === 'mine') && select('state', PROPOSAL_STATES.map((state) => [state, t(`proposal.state.${state}`)])),
      select('layer', layers.map(({ id, title }) => [id, pick(title)])), territories.list.length > 1 && select('territory', territories.list.map(({ code, name }) => [code, name])),
      isFiltered && textButton(t('work.noFilter'), 'close', () => store.change(filterWork, { ...NO_WORK, task })))
  }

  function empty() {
    return element('div', { class: 'desk-empty' }, element('p', {}, isFiltered ? t('work.empty.filtered') : t(`work.empty.${task}`)))
  }
}

export const cell = (column, ...content) => element('td', { 'data-title': t(`work.column.${column}`) }, ...content)
