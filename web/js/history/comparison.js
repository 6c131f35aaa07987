import { boxOf } from '../api/territories.js'
import { element, failure, nothing, textButton, waiting } from '../panels/markup.js'
import { problemText } from '../desk/problems.js'
import { differenceTable } from '../edit/difference-table.js'
import { mapLegend } from '../edit/map-legend.js'
import { lookAt } from '../state/view.js'
import { moment, withUnit } from '../text/format.js'
import { t } from '../text/text.js'
import { isKnown } from '../edit/values.js'

/** Two versions beside each other: values in a table, shapes on the map; one alone is shown where it lay. Leaves by AbortSignal: an answer that comes later shows nothing. */
export async function comparison(own) {
  const { root, editing, layer, past, attributes, versions, lookout, last, store, signal } = own
  if (versions.length === 0) {
    lookout.show({ shapes: [{ geometry: last.geometry, kind: 'after' }] })
    return root.replaceChildren(nothing(t('past.choose')))
  }
  root.replaceChildren(waiting(t('past.waiting')))
  try {
    const [from, to] = versions.length === 1 ? [versions[0], null] : versions
    const content = to === null ? await alone(from) : await both(from, to)
    if (signal.aborted) return
    root.replaceChildren(...content.filter(Boolean))
    root.querySelector('h2')?.focus({ preventScroll: true })
    root.scrollIntoView({ block: 'nearest' })
  } catch (problem) {
    if (!signal.aborted) root.replaceChildren(failure(problemText(problem), t('retry'), () => comparison(own)))
  }

  async function alone(version) {
    const was = await editing.version(layer.id, past.id, version, { signal })
    if (signal.aborted) return []
    lookout.show({ shapes: [{ geometry: last.geometry, kind: 'after' }, { geometry: was.geometry, kind: 'before' }] })
    const rows = attributes.filter(({ name }) => isKnown(was.properties[name])).map((attribute) => ({ attribute, before: was.properties[attribute.name], after: last.properties[attribute.name] ?? null, how: 'same' }))
    const table = differenceTable(rows, { ...own, caption: t('past.version', { version }), before: t('past.then'), after: t('past.now') })
    return [element('h2', { tabindex: '-1' }, t('past.asItWas', { version })), element('p', { class: 'edit-lead' }, moment(was.at), ' · ', was.author), table]
  }

  async function both(from, to) {
    const { attributes: values, geometry } = await editing.difference(layer.id, past.id, from, to, { signal })
    if (signal.aborted) return []
    const shapes = geometry ? [{ geometry: geometry.added, kind: 'added' }, { geometry: geometry.removed, kind: 'removed' }, { geometry: geometry.from, kind: 'before' }, { geometry: geometry.to, kind: 'after' }]
      : [{ geometry: last.geometry, kind: 'after' }]
    lookout.show({ shapes })
    const rows = values.map(({ name, from: before, to: after }) => ({ attribute: attributes.find((one) => one.name === name) ?? { name, title: { it: name, en: name }, type: 'text' }, before, after,
      how: !isKnown(before) ? 'added' : !isKnown(after) ? 'removed' : 'changed' }))
    return [element('h2', { tabindex: '-1' }, t('past.compared', { from, to })),
      differenceTable(rows, { ...own, caption: t('past.compared', { from, to }), before: t('past.version', { version: from }), after: t('past.version', { version: to }) }),
      geometry ? element('div', {}, element('p', { class: 'diff-shape' }, shapeText(geometry)), mapLegend(), textButton(t('past.zoom'), 'zoom-in', () => store.change(lookAt, joined(boxOf(geometry.from), boxOf(geometry.to)))))
        : element('p', { class: 'diff-shape' }, t('diff.sameShape'))]
  }
}

function shapeText({ areaChange, lengthChange, movedMetres }) {
  const signed = (value, unit) => `${value > 0 ? '+' : ''}${withUnit(value, unit)}`
  return [typeof areaChange === 'number' && t('diff.area', { change: signed(areaChange, 'm²') }), typeof lengthChange === 'number' && t('diff.length', { change: signed(lengthChange, 'm') }),
    movedMetres > 0.5 && t('diff.moved', { metres: withUnit(movedMetres, 'm') })].filter(Boolean).join(' · ') || t('diff.shape')
}

const joined = (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
