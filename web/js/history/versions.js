import { attempt } from '../desk/forms.js'
import { element, textButton } from '../panels/markup.js'
import { comparePast } from '../state/edit.js'
import { moment } from '../text/format.js'
import { pick, t } from '../text/text.js'

const MOST_NAMED = 4

/** The versions of a feature, newest first; two of them can be ticked to be compared. @param onRestore null for those who may not */
export function versionList({ store, editing, layer, past, page, attributes, onRestore, signal }) {
  const items = element('ol', { class: 'past-list', reversed: true })
  const more = element('div', { class: 'button-row' })
  let chosen = []
  add(page.versions)
  offerMore(page)

  function add(versions) {
    items.append(...versions.map((one, i) => item(one, items.children.length === 0 && i === 0)))
  }

  function offerMore({ versions, next }) {
    const last = next ?? null
    more.replaceChildren(...(last ? [textButton(t('past.more'), 'arrow-down-triangle', attempt(async () => {
      const older = await editing.versions(layer.id, past.id, { limit: 50, before: last }, { signal })
      add(older.versions)
      mark(chosen)
      offerMore(older)
    }))] : []))
  }

  function item(one, isLast) {
    const box = element('input', { type: 'checkbox', id: `past-${one.version}`, value: one.version, on: { change: choose } })
    return element('li', { 'data-version': one.version, value: one.version },
      element('div', { class: 'past-head' }, box, element('label', { for: box.id }, t('past.version', { version: one.version })),
        isLast && element('span', { class: 'tag tag-fresh' }, t('past.present')), one.status !== 'published' && element('span', { class: 'tag' }, t(`past.status.${one.status}`))),
      element('p', {}, moment(one.at), ' · ', t(`past.kind.${one.kind}`), ' · ', element('strong', {}, one.author), one.reviewer && [' · ', t('past.reviewer', { name: one.reviewer })]),
      one.reason && element('p', { class: 'step-reason' }, one.reason),
      element('p', { class: 'past-changed' }, changedText(one)),
      element('div', { class: 'button-row' }, one.version > 0 && textButton(t('past.difference'), 'chart-line', () => store.change(comparePast, [one.version - 1, one.version]), { 'aria-label': t('past.differenceOf', { version: one.version }) }),
        onRestore && (!isLast || one.status !== 'published') && textButton(t('past.restore'), 'restore', () => onRestore(one), { 'aria-label': t('past.restoreOf', { version: one.version }) })))
  }

  function changedText({ changed = [], geometryChanged, statusChanged }) {
    const names = changed.slice(0, MOST_NAMED).map((name) => pick(attributes.find((attribute) => attribute.name === name)?.title) || name)
    const rest = changed.length - names.length
    return [...names, rest > 0 && t('past.others', { count: rest }), geometryChanged && t('merge.geometry'), statusChanged && t('past.statusChanged')].filter(Boolean).join(', ') || t('past.first')
  }

  /** The third that is ticked takes the place of the first. */
  function choose(event) {
    const version = Number(event.target.value)
    const next = event.target.checked ? [...chosen, version].slice(-2) : chosen.filter((one) => one !== version)
    store.change(comparePast, next)
  }

  function mark(versions) {
    chosen = [...versions]
    for (const box of items.querySelectorAll('input')) box.checked = versions.includes(Number(box.value))
  }

  return { root: element('div', {}, items, more), mark }
}
