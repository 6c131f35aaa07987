import { askEnergy } from '../../state/energy.js'
import { hatchSwatch } from '../../map/hatches.js'
import { day } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, failure, nothing, textButton, waiting } from '../../panels/markup.js'
import { labelled, notice } from '../../panels/fields.js'
import { energyProblem } from '../problems.js'
import { area as areaText, say } from '../texts.js'
import { createZoneLinks } from '../zones.js'
import { causesOf, changeOf, dayBefore } from './asking.js'

const CHANGES = ['lost', 'gained', 'basis', 'other']
const PAUSE_MS = 350
const SHOWN = 60

/** What became of areas between two days: lost, gained, or suitable for another reason; hatched on the map and listed by cause. */
export function timeMachine(parts) {
  const { store, energy, changes, signal } = parts
  const links = createZoneLinks(parts)
  const result = element('div', { class: 'energy-compared', 'aria-live': 'polite' })
  const fields = { from: dateInput('from'), to: dateInput('to') }
  const slider = element('input', { type: 'range', min: '0', step: '1', value: '0', list: 'energy-change-days', disabled: true, on: { input: slide } })
  const said = element('output', { class: 'energy-slider-day', for: 'energy-slider' })
  const ticks = element('datalist', { id: 'energy-change-days' })
  let days = []
  let running = null
  let timer = null
  slider.id = 'energy-slider'
  changes.then((found) => {
    days = found
    slider.max = String(days.length) // the first position stands for none of them
    slider.disabled = days.length === 0
    ticks.replaceChildren(...days.map((_, i) => element('option', { value: String(i + 1) })))
    tell()
  }, () => {})
  store.watch((state) => [state.energy.from, state.energy.to, state.energy.technology, state.territory, state.energy.from && state.energy.to && state.extent], () => {
    tell()
    clearTimeout(timer)
    running?.abort()
    timer = setTimeout(compute, PAUSE_MS) // the map moves in steps
  }, { signal })
  signal.addEventListener('abort', () => { clearTimeout(timer); running?.abort() })
  const { from } = store.get().energy
  return element('details', { class: 'side-fold', open: Boolean(from) }, element('summary', {}, t('energy.machine')), element('div', { class: 'side-fold-body' },
    element('p', { class: 'field-hint' }, t('energy.machine.hint')), labelled(t('energy.machine.change'), slider), ticks, said,
    element('div', { class: 'side-fields' }, labelled(t('energy.machine.from'), fields.from), labelled(t('energy.machine.to'), fields.to)),
    element('div', { class: 'button-row' }, textButton(t('energy.machine.end'), 'close', () => store.change(askEnergy, { from: null, to: null }))), result))

  function dateInput(which) {
    const field = element('input', { type: 'date', min: '2010-01-01', max: '2100-12-31', value: store.get().energy[which] ?? '', on: { change: () => store.change(askEnergy, { [which]: field.value || null }) } })
    return field
  }

  function slide() {
    const to = days[Number(slider.value) - 1]
    store.change(askEnergy, to ? { from: dayBefore(to), to } : { from: null, to: null })
  }

  function tell() {
    const { from: first, to } = store.get().energy
    fields.from.value = first ?? ''
    fields.to.value = to ?? ''
    const at = changeOf(days, first, to)
    slider.value = String(at + 1)
    const words = at >= 0 ? t('energy.machine.at', { day: day(days[at]) }) : first && to ? t('energy.machine.between', { from: day(first), to: day(to) }) : t('energy.machine.choose')
    said.textContent = words
    slider.setAttribute('aria-valuetext', words)
  }

  async function compute() {
    const { energy: { from: first, to, technology }, territory, extent, view } = store.get()
    if (!first || !to) {
      links.show(null)
      return result.replaceChildren()
    }
    if (first >= to) {
      links.show(null)
      return result.replaceChildren(nothing(t('energy.machine.order')))
    }
    const mine = (running = new AbortController())
    if (!result.hasChildNodes()) result.replaceChildren(waiting(t('energy.machine.waiting')))
    try {
      const asked = { technology, territory, from: first, to }
      const [titles, inSight, all] = await Promise.all([energy.rulesets.titles(), energy.api.difference({ ...asked, bbox: extent?.join(','), zoom: Math.round(view.zoom) }, { signal: mine.signal }),
        territory && energy.api.difference(asked, { signal: mine.signal })])
      if (!mine.signal.aborted) show(titles, inSight, all)
    } catch (problem) {
      if (!mine.signal.aborted) result.replaceChildren(failure(energyProblem(problem), t('retry'), compute))
    }
  }

  function show(titles, { features, summary }, all) {
    const causes = causesOf(features)
    links.forgetRows()
    links.show(causes.flatMap(({ change, geometries }, i) => geometries.map((geometry) => ({ id: `cause-${i}`, geometry, look: change }))))
    result.replaceChildren(...[
      totals(t('energy.machine.inSight'), summary), all && totals(t('energy.machine.inTerritory'), all.summary), !summary.complete && notice('warning', t('energy.machine.incomplete')),
      causes.length === 0 ? nothing(t('energy.machine.nothing')) : element('ul', { class: 'side-list', 'aria-label': t('energy.machine.causes') }, ...causes.slice(0, SHOWN).map((one, i) => element('li', {}, cause(one, `cause-${i}`, titles)))),
    ].filter(Boolean))
  }

  function totals(caption, { m2 }) {
    return element('div', {}, element('h3', {}, caption), element('ul', { class: 'energy-totals' }, ...CHANGES.filter((change) => m2[change] > 0 || change !== 'other').map((change) =>
      element('li', {}, hatchSwatch(change), element('span', {}, t(`energy.change.${change}`)), element('strong', {}, areaText(m2[change] ?? 0))))))
  }

  function cause({ change, before, after, m2, geometries }, id, titles) {
    return links.row(id, element('button', { type: 'button', class: 'side-card energy-part', on: { click: () => links.choose(id) } }, hatchSwatch(change),
      element('span', { class: 'energy-part-name' }, t(`energy.change.${change}`)), element('span', { class: 'energy-part-size' }, `${areaText(m2)} · ${t('energy.machine.places', { count: geometries.length })}`),
      element('span', { class: 'energy-part-why' }, t('energy.machine.cause', { before: side(before, titles), after: side(after, titles) }))))
  }

  /** Where nothing can be said, every rule that might have counted stands in the basis: that explains nothing here. */
  function side({ result: of, basis }, titles) {
    const rules = of.toLowerCase() === 'unknown' ? [] : basis.map((id) => say(titles.get(id)) || id)
    return [energy.texts.result(of), rules.length > 0 && `(${rules.join('; ')})`].filter(Boolean).join(' ')
  }
}
