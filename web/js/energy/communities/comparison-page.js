import { number, withUnit } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, failure, icon, textButton, waiting } from '../../panels/markup.js'
import { energyText, euros, percent, powerText } from './amounts.js'
import { barChart } from './charts.js'
import { comparisonRows, measuresOf } from './comparison.js'
import { find, isLocal } from './keeper.js'
import { documentOf, missing, scenarioOf } from './model.js'
import { problemText } from './problems.js'

const WRITE = { areaM2: (value) => withUnit(Math.round(value), 'm²'), plants: (value) => number(value, 0), members: (value) => number(value, 0), powerKw: powerText, productionKwh: energyText, selfConsumedKwh: energyText, sharedKwh: energyText,
  sharedShare: percent, incentivesEur: euros, investmentEur: euros, incomeEur: euros, paybackYears: (value) => t('cm.years', { years: number(value, 1) }), co2Kg: (value) => withUnit(Math.round(value / 100) / 10, 't') }

/** Scenarios side by side, each computed now, so that all rest on the same tariffs. */
export async function openComparison({ root, api, go, signal }, ids) {
  const place = element('div', {}, waiting(t('cm.computing')))
  root.replaceChildren(element('div', { class: 'cm-top' }, textButton(t('cm.all'), 'arrow-left', () => go(null))), element('h2', { tabindex: '-1' }, t('cm.compare.title')), place)
  try {
    const scenarios = await Promise.all(ids.map(one))
    if (!signal.aborted) show(scenarios)
  } catch (problem) {
    if (!signal.aborted) place.replaceChildren(failure(problemText(problem), t('retry'), () => openComparison({ root, api, go, signal }, ids)))
  }

  /** A scenario that can not be computed stays in the table, and says why. */
  async function one(id) {
    const scenario = isLocal(id) ? (await find(id).catch(() => null))?.scenario : scenarioOf(await api.read(id, { signal }))
    if (!scenario) return { id, name: t('cm.unknown'), why: t('cm.unknown') }
    if (missing(scenario).length > 0) return { id, name: scenario.name, why: t('cm.compare.incomplete') }
    const answer = await api.balance(documentOf(scenario), { signal })
    return { id, name: scenario.name, measures: measuresOf(scenario, answer) }
  }

  function show(scenarios) {
    const names = scenarios.map(({ name }) => name || t('cm.unnamed'))
    const rows = comparisonRows(scenarios.map(({ measures }) => measures ?? null))
    place.replaceChildren(element('p', { class: 'field-hint' }, element('span', { class: 'cm-differs', 'aria-hidden': 'true' }, '≠'), ` ${t('cm.compare.differs')} · `, icon('star-full', 'xs'), ` ${t('cm.compare.best')}`),
      element('div', { class: 'cm-scroll', tabindex: '0', role: 'region', 'aria-label': t('cm.compare.title') }, element('table', { class: 'cm-table cm-comparison' }, element('caption', { class: 'visually-hidden' }, t('cm.compare.title')),
        element('thead', {}, element('tr', {}, element('td'), ...scenarios.map(({ id }, i) => element('th', { scope: 'col' }, element('button', { type: 'button', class: 'cm-open', on: { click: () => go(id) } }, names[i]))))),
        element('tbody', {}, ...rows.map(({ measure, values, differs, best }) => element('tr', { class: differs && 'is-different', 'data-measure': measure },
          element('th', { scope: 'row' }, t(`cm.measure.${measure}`), differs && element('span', { class: 'cm-differs' }, element('span', { 'aria-hidden': 'true' }, ' ≠'), element('span', { class: 'visually-hidden' }, t('cm.compare.differs')))),
          ...values.map((value, i) => element('td', {}, value === null ? (scenarios[i].why ?? t('notKnown')) : WRITE[measure](value), best[i] && element('span', { class: 'cm-best' }, icon('star-full', 'xs'), t('cm.compare.best'))))))))),
      barChart({ title: t('cm.compare.chart'), unit: 'MWh', groups: names, bars: ['self', 'shared'].map((look) => ({ stack: 'in', look, name: t(`cm.chart.${look}`),
        values: scenarios.map(({ measures }) => (measures ? measures[look === 'self' ? 'selfConsumedKwh' : 'sharedKwh'] / 1000 : null)) })) }),
      element('p', { class: 'side-small' }, t('cm.screening')))
  }
}
