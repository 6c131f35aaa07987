import { day, number, withUnit } from '../../text/format.js'
import { openEnergyView } from '../../state/energy.js'
import { has, t } from '../../text/text.js'
import { element, failure, textButton, waiting } from '../../panels/markup.js'
import { choice, labelled, notice } from '../../panels/fields.js'
import { energyProblem } from '../problems.js'
import { area as areaText, say } from '../texts.js'

/** By which cases of module potential a technology is estimated; for wind and biomethane there is none. */
const CASES = { pv_ground: ['ground_fixed', 'ground_tracker'], pv_roof: ['roof'], pv_canopy: ['canopy'], pv_floating: ['floating'], agripv: ['agripv'] }

/** What a plant here would yield: of what is suitable, or of all where nothing is. Asked when it is opened. */
export function potentialOf({ answer, energy, store, signal }) {
  const cases = CASES[answer.technology] ?? []
  const body = element('div', { class: 'side-fold-body' })
  let chosen = cases[0]
  const root = element('details', { class: 'side-fold', on: { toggle: () => root.open && !body.hasChildNodes() && load() } }, element('summary', {}, t('energy.potential')), body)
  return root

  async function load() {
    if (!chosen) return body.replaceChildren(element('p', {}, t('energy.potential.notFor', { technology: energy.texts.technology(answer.technology) })))
    body.replaceChildren(waiting(t('energy.potential.waiting')))
    try {
      const found = await energy.api.potential({ geometry: answer.cut ?? answer.geometry, case: chosen }, { signal })
      if (!signal.aborted) show(found)
    } catch (problem) {
      if (!signal.aborted) body.replaceChildren(failure(energyProblem(problem), t('retry'), load))
    }
  }

  function show({ usableM2, kwp, kwhYear, formula, parameters, yield: source, warnings }) {
    body.replaceChildren(...[
      cases.length > 1 && labelled(t('energy.potential.case'), choice(cases.map((one) => [one, t(`energy.case.${one}`)]), chosen, (value) => { chosen = value; load() })),
      element('p', { class: 'side-small' }, t(answer.cut ? 'energy.potential.ofCut' : 'energy.potential.ofAll')),
      element('dl', { class: 'side-facts' }, fact(t('energy.potential.usable'), areaText(usableM2)),
        fact(t('energy.potential.power'), `${withUnit(Math.round(kwp.default), 'kWp')} (${number(kwp.low, 0, { useGrouping: 'always' })}–${number(kwp.high, 0, { useGrouping: 'always' })})`),
        fact(t('energy.potential.year'), withUnit(Math.round(kwhYear / 100) / 10, 'MWh'))),
      ...(warnings ?? []).map((warning) => notice('warning', warningText(warning))),
      element('table', { class: 'side-table' }, element('caption', {}, t('energy.potential.parameters')), element('tbody', {}, ...(parameters ?? []).map(({ name, value, unit, source: from }) => element('tr', {},
        element('th', { scope: 'row' }, has(`energy.parameter.${name}`) ? t(`energy.parameter.${name}`) : name), element('td', { class: 'is-number' }, typeof value === 'number' ? parameterText(value, unit) : String(value ?? '–')),
        element('td', { class: 'side-small' }, say(from)))))),
      formula && element('p', { class: 'side-small' }, t('energy.potential.formula'), ' ', element('code', {}, spoken(formula))),
      source && element('p', { class: 'side-small' }, t('energy.potential.source', { source: [say(source.source), source.database, source.date && day(source.date)].filter(Boolean).join(', ') })),
      element('div', { class: 'button-row' }, textButton(t('energy.potential.more'), 'arrow-right', () => store.change(openEnergyView, 'potential'))),
    ].filter(Boolean))
  }
}

/** Shares and densities are small: they keep their digits; `1` is the unit of what has none. */
const parameterText = (value, unit) => (unit === '1' ? number(value, 3) : Math.abs(value) < 1 ? `${number(value, 4)}\u00a0${unit}` : withUnit(value, unit))

/** A formula as the server writes it, with the names of its figures as the table above calls them. */
const spoken = (formula) => formula.replace(/[A-Za-z_]\w*/g, (name) => (name === 'areaM2' ? t('energy.fact.area') : has(`energy.parameter.${name}`) ? t(`energy.parameter.${name}`) : name).replace(/^\p{Lu}(?=\p{Ll}{2})/u, (first) => first.toLowerCase()))

const fact = (name, value) => element('div', {}, element('dt', {}, name), element('dd', {}, value))

function warningText(warning) {
  const code = typeof warning === 'string' ? warning : warning.code
  return (typeof warning === 'object' && say(warning.text)) || (has(`energy.potential.warning.${code}`) ? t(`energy.potential.warning.${code}`) : code)
}
