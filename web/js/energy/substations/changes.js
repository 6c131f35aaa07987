import { substationChangesFile } from '../../api/energy.js'
import { number } from '../../text/format.js'
import { select } from '../../state/view.js'
import { has, t } from '../../text/text.js'
import { element, failure, icon, nothing, waiting } from '../../panels/markup.js'
import { labelled } from '../../panels/fields.js'
import { energyProblem } from '../problems.js'
import { area as areaText, today } from '../texts.js'

const SHOWN = 100
const DAYS = 365

/** What became of the perimeters since a day, and which records came under another substation by it. Asked when it is opened. */
export function lastChanges({ store, catalogue, energy, signal }) {
  const since = element('input', { type: 'date', min: '2010-01-01', max: today(), value: new Date(Date.now() - DAYS * 86_400_000).toISOString().slice(0, 10), on: { change: () => since.value && load() } })
  const result = element('div', { class: 'side-fold-body', 'aria-live': 'polite' })
  const root = element('details', { class: 'side-fold', on: { toggle: () => root.open && !result.hasChildNodes() && load() } }, element('summary', {}, t('energy.perimeters')),
    element('div', { class: 'side-fold-body' }, labelled(t('energy.perimeters.since'), since), result))
  return root

  async function load() {
    result.replaceChildren(waiting(t('energy.waiting')))
    try {
      const { perimeters, affected } = await energy.api.substationChanges({ since: since.value }, { signal })
      result.replaceChildren(...(perimeters.length === 0 ? [nothing(t('energy.perimeters.none'))] : [perimeterList(perimeters), ...affected.filter(({ total }) => total > 0).map(touched),
        element('div', { class: 'button-row' }, element('a', { class: 'text-button', href: substationChangesFile({ since: since.value }), download: true }, icon('download'), 'CSV'))]))
    } catch (problem) {
      if (!signal.aborted) result.replaceChildren(failure(energyProblem(problem), t('retry'), load))
    }
  }

  function perimeterList(all) {
    return element('ul', { class: 'side-list' }, ...all.slice(0, SHOWN).map(({ code, kinds, nameBefore, nameAfter, distributorBefore, distributorAfter, gainedM2, lostM2 }) => element('li', { class: 'side-card' },
    element('strong', {}, code), ' ', nameAfter ?? nameBefore ?? '', element('span', { class: 'side-small side-block' }, [...kinds.map((kind) => t(`energy.perimeter.${kind}`)),
      distributorBefore !== distributorAfter && `${distributorBefore ?? t('notKnown')} → ${distributorAfter ?? t('notKnown')}`, gainedM2 > 1 && `+${areaText(gainedM2)}`, lostM2 > 1 && `−${areaText(lostM2)}`].filter(Boolean).join(' · ')))))
  }

  function touched({ kind, total, items }) {
    return element('div', { class: 'side-scroll', tabindex: '0', role: 'region', 'aria-label': kindName(kind) }, element('table', { class: 'side-table' },
    element('caption', {}, `${kindName(kind)}: ${number(total, 0)}`),
    element('thead', {}, element('tr', {}, ...['record', 'before', 'after'].map((key) => element('th', { scope: 'col' }, t(`energy.perimeters.${key}`))))),
    element('tbody', {}, ...items.slice(0, SHOWN).map(({ id, code, name, before, after, reason }) => element('tr', {},
      element('th', { scope: 'row' }, catalogue.layer(kind) ? element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(select, kind, Number(id)) } }, name ?? code ?? `#${id}`) : name ?? code ?? `#${id}`,
        reason && element('span', { class: 'side-small side-block' }, has(`energy.touched.${reason}`) ? t(`energy.touched.${reason}`) : reason)),
      element('td', {}, before ?? t('notKnown')), element('td', {}, after ?? t('notKnown')))))))
  }

  function kindName(kind) {
    return catalogue.layer(kind) ? energy.texts.layer(kind) : has(`energy.touched.${kind}`) ? t(`energy.touched.${kind}`) : kind
  }
}
