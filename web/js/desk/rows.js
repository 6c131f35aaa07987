import { showRows } from '../state/view.js'
import { valueText } from '../text/format.js'
import { has, pick, t } from '../text/text.js'
import { element, failure, iconButton, nothing, textButton, waiting } from '../panels/markup.js'
import { problemText } from './problems.js'

const PAGE = 50
const COLUMNS = 4

/** The rows of one kind as a table, page by page; each leads to its place on the map. */
export function rowTable({ desk, load, kind, catalogue, store, signal }) {
  const layer = load.layer ?? load.plan?.layer ?? load.plan?.newLayer?.id
  const root = element('div', { class: 'rows' }, waiting(t('rows.waiting')))
  const isProblem = kind === 'rejected' || kind === 'repaired'
  const content = kind === 'changed' ? t('rows.changes') : isProblem ? t('rows.reason') : t('rows.values')
  let pages = [null]

  async function show() {
    root.setAttribute('aria-busy', 'true')
    const after = pages.at(-1)
    try {
      const answer = await desk.rows(load.id, { kind, limit: PAGE, ...(after === null ? {} : { after }) }, { signal })
      fill(answer)
    } catch (problem) {
      if (!signal.aborted) root.replaceChildren(failure(problemText(problem), t('retry'), show))
    } finally {
      root.removeAttribute('aria-busy')
    }
  }

  function fill({ items }) {
    if (items.length === 0) return root.replaceChildren(nothing(t('rows.empty')), ...(pages.length > 1 ? [textButton(t('list.previous'), 'chevron-left', () => turn(pages.slice(0, -1)))] : []))
    const following = items.length >= PAGE ? items.at(-1).page : null
    root.replaceChildren(
      element('div', { class: 'button-row rows-bar' },
        items.some(isOnMap) && textButton(t('rows.onMap'), 'map-marker', () => store.change(showRows, kind)),
        (pages.length > 1 || following) && element('span', { class: 'pager' },
          iconButton(t('list.previous'), 'chevron-left', () => turn(pages.slice(0, -1)), { disabled: pages.length === 1 }),
          iconButton(t('list.next'), 'chevron-right', () => turn([...pages, following]), { disabled: !following }))),
      element('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t(`rows.${kind}`) },
        element('table', { class: 'desk-table table-cards rows-table' }, element('caption', { class: 'visually-hidden' }, t(`rows.${kind}`)), head(), element('tbody', {}, ...items.map(row)))))
  }

  function turn(next) {
    pages = next
    show()
  }

  function head() {
    const titles = [t('rows.row'), t('rows.key'), content]
    return element('thead', {}, element('tr', {}, ...titles.map((title) => element('th', { scope: 'col' }, title)), element('td', {})))
  }

  function row(item) {
    return element('tr', { 'data-row': item.row },
      element('th', { scope: 'row' }, item.row ?? '–'),
      element('td', { 'data-title': t('rows.key') }, item.key ?? '–'),
      element('td', { 'data-title': content },
        kind === 'changed' ? changes(item) : isProblem ? reason(item) : values(item.after ?? item.before ?? {})),
      element('td', { class: 'cell-actions' }, isOnMap(item) && iconButton(t('rows.showOne', { row: item.row ?? item.key }), 'map-marker',
        () => store.change(showRows, `${kind}.${item.row ?? item.featureId}`))))
  }

  const reason = ({ code, reason: text }) => [element('strong', {}, codeText(code)), text && element('span', { class: 'server-note' }, text)]

  const changes = ({ before = {}, after = {}, changed = [] }) => element('dl', { class: 'changes' }, ...changed.map((name) => element('div', {},
    element('dt', {}, titleOf(name)), element('dd', {}, name === 'geometry' || name === 'geom' ? t('rows.shapeChanged')
      : [element('del', {}, shown(name, before?.[name])), ' → ', element('ins', {}, shown(name, after?.[name]))]))))

  const values = (record) => element('dl', { class: 'changes' }, ...Object.entries(record).filter(([, value]) => value !== null && value !== undefined && value !== '').slice(0, COLUMNS)
    .map(([name, value]) => element('div', {}, element('dt', {}, titleOf(name)), element('dd', {}, shown(name, value)))))

  const titleOf = (name) => (name === 'geometry' || name === 'geom' ? t('rows.shape') : pick(catalogue.attribute(layer, name)?.title) || name)

  function shown(name, value) {
    if (value === null || value === undefined || value === '') return t('notKnown')
    const attribute = catalogue.attribute(layer, name)
    if (typeof value === 'object' && !Array.isArray(value)) return JSON.stringify(value)
    return attribute && attribute.type !== 'json' ? valueText(attribute, value, catalogue) : String(value)
  }

  show()
  return root
}

export const isOnMap = ({ lon, lat, geometry }) => Boolean(geometry) || (lon !== null && lon !== undefined && lat !== null && lat !== undefined)

/** A code of the check in words, the bare code where it is new to us. */
export const codeText = (code) => (has(`code.${code}`) ? t(`code.${code}`) : code)
