import { number, withUnit } from '../../text/format.js'
import { has, t } from '../../text/text.js'
import { element, failure, waiting } from '../../panels/markup.js'
import { notice, segments } from '../../panels/fields.js'
import { energyText, euros, percent, powerText } from './amounts.js'
import { barChart } from './charts.js'
import { daysFold } from './days-view.js'
import { spoken } from './formula.js'
import { monthName } from './prices.js'
import { incentivesOf } from './results.js'

/** The premium on what is shared above this part of the injected energy goes to others than firms. */
const THRESHOLDS = [0.55, 0.45]

/** Everything that was computed, each figure with its formula, and everything that stands against it. */
export function resultView({ book, results, energy, signal }) {
  const root = element('div', { class: 'side-fold-body cm-results', 'aria-live': 'off' })
  let span = 'months'
  results.watch(render, signal)
  render()
  return root

  function render() {
    const { status, gaps, problem } = results.state()
    const answer = results.answer()
    root.classList.toggle('is-old', status === 'waiting' && answer !== null)
    if (status === 'waiting' && answer) return
    if (status === 'waiting') return root.replaceChildren(waiting(t('cm.computing')))
    if (status === 'incomplete') return root.replaceChildren(gapList(gaps))
    if (status === 'failed') return root.replaceChildren(failure(problem, t('retry'), results.again))
    const wasOpen = new Set([...root.querySelectorAll('details[open]')].map(({ id }) => id))
    root.replaceChildren(...[...warnings(answer), figures(answer), threshold(answer), charts(answer), daysFold({ book, results, signal }), incentives(answer), economics(answer), plants(answer), areas(answer),
      exclusions(answer), assumptions(answer)].flat().filter(Boolean))
    for (const fold of root.querySelectorAll('details')) if (wasOpen.has(fold.id) && fold.id) fold.open = true
  }

  function gapList(gaps) {
    return element('div', {}, element('p', {}, t('cm.gaps')), element('ul', { class: 'cm-gaps' }, ...gaps.slice(0, 12).map(({ list, id, field }) => element('li', {}, list === 'scenario' ? t(`cm.gap.${field}`)
      : element('button', { type: 'button', class: 'cm-open', on: { click: () => goTo(id, field) } }, `${nameOf(id)}: ${t(`cm.gap.${field}`)}`)))),
      gaps.length > 12 && element('p', { class: 'side-small' }, t('cm.gaps.more', { count: gaps.length - 12 })))
  }

  function nameOf(id) {
    const { plants: producers, members } = book.get()
    return [...producers, ...members].find((one) => one.id === id)?.name || id
  }

  function goTo(id, field) {
    const line = document.getElementById(`cm-${id}-line`)
    const fold = line?.closest('details')
    line?.closest('.side-fold')?.setAttribute('open', '')
    if (fold) fold.open = true
    setTimeout(() => (document.getElementById(`cm-${id}-${field}`) ?? line)?.focus()) // the fields come with the toggle
  }

  function figures({ totals, economics: money, incentives: lines }) {
    const sum = incentivesOf({ incentives: lines })
    const pairs = [['power', powerText(money.powerKw)], ['area', money.areaM2 > 0 ? withUnit(Math.round(money.areaM2), 'm²') : t('notKnown')], ['production', energyText(totals.productionKwh)], ['self', energyText(totals.selfConsumedKwh)],
      ['injected', energyText(totals.injectedKwh)], ['withdrawn', energyText(totals.withdrawnKwh)], ['shared', energyText(totals.sharedKwh)], ['share', percent(totals.sharedShare)], ['incentives', t('cm.perYear', { amount: euros(sum) })],
      ['co2', withUnit(Math.round(money.co2Kg / 100) / 10, 't')], ['payback', money.paybackYears === undefined || money.paybackYears === null ? t('cm.payback.none') : t('cm.years', { years: number(money.paybackYears, 1) })]]
    return element('dl', { class: 'cm-figures' }, ...pairs.map(([key, value]) => element('div', {}, element('dt', {}, t(`cm.figure.${key}`)), element('dd', {}, value))))
  }

  function threshold({ totals }) {
    const grant = book.get().plants.some(({ grantShare }) => grantShare > 0)
    const limit = THRESHOLDS[grant ? 1 : 0]
    const part = totals.sharedShare ?? 0
    const above = part > limit
    return element('div', { class: 'cm-threshold' }, element('div', { class: 'cm-meter', 'aria-hidden': 'true' }, meter(part, limit)),
      element('p', {}, element('strong', {}, t('cm.threshold', { share: percent(totals.sharedShare), limit: percent(limit) })), ' ', t(above ? 'cm.threshold.above' : 'cm.threshold.below')))
  }

  function charts({ months, totals }) {
    if (!months || months.length === 0) return notice('info', t('cm.rough'))
    const place = element('div', {})
    const show = () => {
      const rows = span === 'months' ? months : [totals]
      const mwh = (of) => rows.map((row) => of(row) / 1000)
      const groups = span === 'months' ? rows.map((_, month) => monthName(month)) : [String(book.get().year)]
      const more = t('cm.chart.rest')
      place.replaceChildren(barChart({ title: t('cm.chart.balance'), unit: 'MWh', groups, bars: [
        { stack: 'in', look: 'self', name: t('cm.chart.self'), values: mwh((row) => row.selfConsumedKwh) },
        { stack: 'in', look: 'shared', name: t('cm.chart.shared'), values: mwh((row) => row.sharedKwh) },
        { stack: 'in', look: 'injected', name: more, values: mwh((row) => Math.max(0, row.injectedKwh - row.sharedKwh)) },
        { stack: 'out', look: 'self', name: t('cm.chart.self.out'), values: mwh((row) => row.selfConsumedKwh), twin: true },
        { stack: 'out', look: 'shared', name: t('cm.chart.shared.out'), values: mwh((row) => row.sharedKwh), twin: true },
        { stack: 'out', look: 'grid', name: t('cm.chart.grid'), values: mwh((row) => Math.max(0, row.withdrawnKwh - row.sharedKwh)) }] }))
    }
    const spans = segments(t('cm.chart.span'), [['months', t('cm.chart.months')], ['year', t('cm.chart.year')]], span, (one) => {
      span = one
      show()
    })
    show()
    return element('section', { class: 'cm-charts' }, spans.root, element('p', { class: 'side-small' }, t('cm.chart.bars')), place)
  }

  function incentives({ incentives: lines }) {
    return fold('incentives', t('cm.incentives'), ...lines.map((line) => element('details', { class: 'cm-line', id: `cm-line-${line.id}` },
      element('summary', {}, element('span', { class: line.partOf && 'cm-part' }, line.title), element('span', { class: 'cm-amount' }, euros(line.eur))),
      element('p', {}, t('cm.line.energy', { energy: energyText(line.kwh) }), line.partOf && ` · ${t('cm.line.part')}`), element('p', { class: 'cm-formula' }, spoken(line.formula)), parameterTable(line.parameters), element('p', { class: 'side-small' }, line.citation))))
  }

  function economics({ economics: money }) {
    const rows = [['investment', money.investmentEur, 'investmentEur'], ['grant', money.grantEur, 'grantEur'], ['income', money.incomeEur, 'incomeEur'], ['operation', money.operationEur, 'operationEur']]
    return fold('economics', t('cm.economics'), element('p', { class: 'side-small' }, t('cm.economics.hint')),
      ...rows.map(([key, value, name]) => element('details', { class: 'cm-line', id: `cm-money-${key}` }, element('summary', {}, element('span', {}, t(`cm.money.${key}`)), element('span', { class: 'cm-amount' }, euros(value))),
        element('p', { class: 'cm-formula' }, money.formulas[name] ? spoken(money.formulas[name]) : t('notKnown')))),
      ...Object.entries(money.formulas).filter(([name]) => !rows.some(([, , known]) => known === name)).map(([name, formula]) => element('p', { class: 'cm-formula' }, `${has(`cm.formula.${name}`) ? t(`cm.formula.${name}`) : name}: ${spoken(formula)}`)),
      parameterTable(money.parameters))
  }

  function plants({ plants: rows }) {
    return fold('plants', t('cm.byPlant'), table(t('cm.byPlant'), ['plant', 'role', 'kw', 'production', 'self', 'injected', 'shared', 'tip'], rows.map((row) => [row.name || row.id, t(`cm.role.${row.role}`), number(row.kw, 1), energyText(row.productionKwh),
      energyText(row.selfConsumedKwh), energyText(row.injectedKwh), energyText(row.sharedKwh), row.meanTipEurPerMwh ? `${euros(row.tipEur)} (${withUnit(Math.round(row.meanTipEurPerMwh * 10) / 10, '€/MWh')})` : euros(row.tipEur)])),
      element('ul', { class: 'side-small' }, ...rows.filter(({ yield: from }) => from).map((row) => element('li', {}, `${row.name || row.id}: ${row.yield}`))))
  }

  function areas({ areas: rows }) {
    if (!rows || rows.length === 0) return null
    return fold('areas', t('cm.byArea'), rows.length > 1 && notice('info', t('cm.severalAreas')), table(t('cm.byArea'), ['substation', 'production', 'self', 'injected', 'withdrawn', 'shared', 'share'], rows.map((row) => [row.substation, energyText(row.productionKwh),
      energyText(row.selfConsumedKwh), energyText(row.injectedKwh), energyText(row.withdrawnKwh), energyText(row.sharedKwh), percent(row.sharedShare)])))
  }

  function exclusions({ exclusions: rows }) {
    return rows.length === 0 ? null : element('section', { class: 'cm-excluded' }, element('h4', {}, t('cm.exclusions')), element('ul', {}, ...rows.map(({ id, reason, citation }) => element('li', {}, element('span', { class: 'cm-id' }, id), ' ', reason, element('span', { class: 'side-small' }, ` ${citation ?? ''}`)))))
  }

  function warnings({ warnings: rows }) {
    return rows.map(({ text }) => notice('warning', text))
  }

  function assumptions({ assumptions: rows }) {
    return rows.length === 0 ? null : fold('assumptions', t('cm.assumptions', { count: rows.length }), element('ul', { class: 'cm-assumptions' }, ...rows.map((text) => element('li', {}, text))))
  }
}

const fold = (id, title, ...content) => element('details', { class: 'cm-fold', id: `cm-fold-${id}`, open: id === 'incentives' }, element('summary', {}, title), element('div', { class: 'side-fold-body' }, ...content.filter(Boolean)))

const parameterTable = (parameters) => (!parameters || parameters.length === 0 ? null : element('div', { class: 'cm-scroll' }, element('table', { class: 'cm-table' },
  element('thead', {}, element('tr', {}, ...['name', 'value', 'source'].map((key) => element('th', { scope: 'col' }, t(`cm.column.${key}`))))),
  element('tbody', {}, ...parameters.map(({ name, value, unit, source }) => element('tr', {}, element('th', { scope: 'row' }, has(`cm.parameter.${name}`) ? t(`cm.parameter.${name}`) : name),
    element('td', {}, `${number(value, 4)} ${unit && unit !== '1' ? unit : ''}`), element('td', { class: 'side-small' }, source ?? t('notKnown'))))))))

const table = (caption, columns, rows) => element('div', { class: 'cm-scroll', tabindex: '0', role: 'region', 'aria-label': caption }, element('table', { class: 'cm-table' }, element('caption', { class: 'visually-hidden' }, caption),
  element('thead', {}, element('tr', {}, ...columns.map((key) => element('th', { scope: 'col' }, t(`cm.column.${key}`))))),
  element('tbody', {}, ...rows.map(([first, ...others]) => element('tr', {}, element('th', { scope: 'row' }, first), ...others.map((cell) => element('td', {}, cell)))))))

function meter(part, limit) {
  const svg = (name, attributes) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    return made
  }
  const root = svg('svg', { viewBox: '0 0 200 16', preserveAspectRatio: 'none', width: '100%', height: 16 })
  root.append(svg('rect', { x: 0, y: 3, width: 200, height: 10, fill: '#d1d9e0' }), svg('rect', { x: 0, y: 3, width: 200 * Math.min(1, part), height: 10, fill: '#0059b3' }), svg('rect', { x: 200 * limit - 1, y: 0, width: 2, height: 16, fill: '#a32638' }))
  return root
}
