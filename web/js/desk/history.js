import { openLoad } from '../state/view.js'
import { number, shortMoment } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { attempt, primary } from './forms.js'
import { offerRollback } from './rollback.js'

const PAGE = 20

/** The loads of the desk, newest first. */
export async function historyPage(parts) {
  const { store, desk, catalogue, signal, again } = parts
  let { items, next } = await page(null)
  const rows = element('tbody')
  const more = element('div', { class: 'button-row desk-more' })
  const add = (loads) => rows.append(...loads.map(row))
  const offerMore = () => more.replaceChildren(...(next ? [textButton(t('history.more'), 'arrow-down-triangle', attempt(showMore))] : []))

  async function page(after) {
    const answer = await desk.loads({ limit: PAGE, ...(after ? { after } : {}) }, { signal })
    return { items: answer.loads, next: answer.loads.length === PAGE ? answer.loads.at(-1).id : null }
  }

  async function showMore() {
    ({ items, next } = await page(next))
    add(items)
    offerMore()
  }

  function row(load) {
    const open = element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(openLoad, load.id) } }, load.fileName)
    return element('tr', { 'data-load': load.id },
      element('th', { scope: 'row' }, open),
      cell(t('history.layer'), layerTitle(catalogue, load)),
      cell(t('history.author'), load.author),
      cell(t('history.when'), shortMoment(load.appliedAt ?? load.createdAt)),
      cell(t('history.state'), stateTag(load.state)),
      cell(t('history.counts'), countsOf(load)),
      element('td', { class: 'cell-actions' }, load.state === 'applied' && textButton(t('rollback.short'), 'restore',
        () => offerRollback({ ...parts, load, onStarted: () => store.change(openLoad, load.id, 'result') }), { 'aria-label': t('rollback.offerOf', { file: load.fileName }) })))
  }

  add(items)
  offerMore()
  const start = primary(t('history.start'), { id: 'start-load' }, () => store.change(openLoad, 'new'))
  if (items.length === 0) {
    return [element('p', { class: 'desk-lead' }, t('data.lead')),
      element('div', { class: 'desk-empty' }, element('p', {}, t('history.empty')), start)]
  }
  return [
    element('div', { class: 'desk-head' }, element('p', { class: 'desk-lead' }, t('data.lead')), start),
    element('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t('history.heading') },
      element('table', { class: 'desk-table table-cards' }, element('caption', {}, t('history.heading')),
        element('thead', {}, element('tr', {}, ...[t('history.file'), t('history.layer'), t('history.author'), t('history.when'), t('history.state'), t('history.counts')].map((title) => element('th', { scope: 'col' }, title)),
          element('td', {}))), rows)),
    more,
    element('p', {}, textButton(t('history.refresh'), 'refresh', again)),
  ]
}

const cell = (label, ...content) => element('td', { 'data-title': label }, ...content)

export const stateTag = (state) => element('span', { class: `tag tag-state-${state}` }, t(`load.state.${state}`))

export const layerTitle = (catalogue, load) => {
  const planned = load.plan?.newLayer
  const id = load.layer ?? load.plan?.layer ?? planned?.id
  return pick(catalogue.layer(id)?.title) || pick(planned?.title) || id || '–'
}

/** How many rows of the file are left out; the report counts problems, and one row may have several. */
export const rejectedRows = ({ read = 0, created = 0, changed = 0, unchanged = 0 }) => Math.max(0, read - created - changed - unchanged)

/** What a load did, in one line; empty before it is checked. */
export function countsOf({ report }) {
  if (!report) return '–'
  const parts = [[report.created, 'created'], [report.changed, 'changed'], [report.removed, 'removed'], [report.unchanged, 'unchanged'], [rejectedRows(report), 'rejected']]
    .filter(([count]) => count > 0).map(([count, key]) => t(`count.${key}`, { count, number: number(count, 0) }))
  return parts.join(', ') || t('count.nothing')
}
