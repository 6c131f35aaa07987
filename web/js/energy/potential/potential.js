import { createCommunitiesServer } from '../../api/communities.js'
import { firstOf } from '../../state/territory.js'
import { day, number, withUnit } from '../../text/format.js'
import { t, useWords } from '../../text/text.js'
import { element, failure, waiting } from '../../panels/markup.js'
import { useStyles } from '../../panels/styles.js'
import { amountField, energyText, powerText } from '../communities/amounts.js'
import { barChart } from '../communities/charts.js'
import { spoken } from '../communities/formula.js'
import { monthName } from '../communities/prices.js'
import { problemText } from '../communities/problems.js'
import { choice, labelled, notice, segments } from '../../panels/fields.js'
import { questionOf } from './question.js'

const CASES = ['roof', 'canopy', 'ground_fixed', 'ground_tracker', 'agripv', 'floating']
const SHAPES = ['Polygon', 'MultiPolygon']
const WAIT_MS = 400

/** The tab Potential: what a surface can bear and bring, of a number of square metres, of the area that is spoken of, or of what was selected on the map. */
export async function open(parts) {
  const { root, store, server, session, territories, energy, signal } = parts
  await Promise.all([useWords('communities', server.locale), useStyles('/css/communities.css'), territories.ready])
  if (signal.aborted) return
  const api = createCommunitiesServer(session)
  const asked = { from: 'number', areaM2: 1000, area: null, case: 'roof', territory: firstOf(territories, store.get()) ?? '', parameters: {} }
  const result = element('div', { class: 'side-fold-body' })
  const surface = element('div', {})
  let timer = null
  let running = null
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    running?.abort()
  })
  const sources = segments(t('pt.from'), ['number', 'area'].map((one) => [one, t(`pt.from.${one}`)]), asked.from, (from) => ask({ from }, true))
  root.replaceChildren(element('p', { class: 'side-lead' }, t('pt.lead')), sources.root, surface, element('div', { class: 'side-fields' },
    labelled(t('pt.case'), choice(CASES.map((one) => [one, t(`pt.case.${one}`)]), asked.case, (kind) => ask({ case: kind, parameters: {} }), { id: 'pt-case' })),
    labelled(t('cm.territory'), choice([['', t('cm.choose')], ...territories.list.map(({ code, name }) => [code, name])], asked.territory, (territory) => ask({ territory }), { id: 'pt-territory' }), t('pt.territory.hint'))), result)
  energy.area.watch((area) => area && take(area), signal)
  store.watch((state) => state.selected, selected, { signal })
  showSurface()
  look()

  /** What is drawn in another tab, or was selected here, is taken at once. */
  function take(area) {
    sources.mark('area')
    ask({ from: 'area', area }, true)
  }

  async function selected(chosen) {
    if (!chosen) return
    const feature = await server.feature(chosen.layer, chosen.id, { signal }).catch(() => null)
    if (feature?.geometry && SHAPES.includes(feature.geometry.type) && !signal.aborted) take({ geometry: feature.geometry, name: feature.properties.name ?? feature.properties.code })
  }

  function ask(values, isSurface = false) {
    Object.assign(asked, values)
    if (isSurface) showSurface()
    clearTimeout(timer)
    timer = setTimeout(look, WAIT_MS)
  }

  function showSurface() {
    surface.replaceChildren(asked.from === 'number' ? amountField({ id: 'pt-area', label: t('pt.area'), unit: 'm²', value: asked.areaM2, least: 1, most: 4e8, onChange: (areaM2) => ask({ areaM2 }) })
      : asked.area ? element('p', {}, t('pt.area.of', { name: asked.area.name ?? t('pt.area.drawn') })) : notice('info', t('pt.area.choose')))
  }

  async function look() {
    const question = questionOf(asked)
    running?.abort()
    if (!question) return result.replaceChildren()
    const mine = (running = new AbortController())
    if (!result.hasChildNodes()) result.replaceChildren(waiting(t('cm.computing')))
    result.classList.add('is-old')
    try {
      const answer = await api.potential(question, { signal: mine.signal })
      if (!mine.signal.aborted) show(answer)
    } catch (problem) {
      if (!mine.signal.aborted) result.replaceChildren(failure(problemText(problem), t('retry'), look))
    } finally {
      if (!mine.signal.aborted) result.classList.remove('is-old')
    }
  }

  function show(answer) {
    const { kwp, kwhYear, kwhYearRange, usableM2, areaM2, computeCrs, months, formula, parameters, yield: from, warnings } = answer
    const wasOpen = result.querySelector('#pt-parameters')?.open
    const focused = document.activeElement?.id
    result.replaceChildren(...warnings.map(({ text }) => notice('warning', text)), element('dl', { class: 'cm-figures' }, ...[
      ['area', `${withUnit(Math.round(areaM2), 'm²')}${computeCrs ? ` (${computeCrs})` : ''}`], ['usable', withUnit(Math.round(usableM2), 'm²')],
      ['kwp', powerText(kwp.default)], ['range', t('pt.range', { low: powerText(kwp.low), high: powerText(kwp.high) })],
      ['year', energyText(kwhYear)], ...(kwhYearRange ? [['yearRange', t('pt.range', { low: energyText(kwhYearRange.low), high: energyText(kwhYearRange.high) })]] : []),
    ].map(([key, value]) => element('div', {}, element('dt', {}, t(`pt.figure.${key}`)), element('dd', {}, value)))),
    barChart({ title: t('pt.months'), unit: 'MWh', digits: 2, groups: months.map((_, month) => monthName(month)), bars: [{ stack: 'in', look: 'production', name: t('pt.production'), values: months.map((kwh) => kwh / 1000) }] }),
    element('section', {}, element('h3', {}, t('pt.formula')), element('p', { class: 'cm-formula' }, spoken(formula))),
    element('details', { class: 'cm-more', id: 'pt-parameters', open: wasOpen ?? true }, element('summary', {}, t('pt.parameters')), ...parameters.filter(({ name }) => name in FIELDS).map(field)),
    element('p', { class: 'side-small' }, t('pt.yield', { source: [from.source, from.database, from.date && day(from.date)].filter(Boolean).join(', '), perKwp: number(from.perKwp, 0, { useGrouping: 'always' }) })),
    element('p', { class: 'side-small' }, t('cm.screening')))
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
  }

  function field({ name, value, unit, source }) {
    const [least, most] = FIELDS[name]
    return amountField({ id: `pt-parameter-${name}`, label: t(`pt.parameter.${name}`), unit: unit === '1' ? null : unit, value: asked.parameters[name] ?? Number(value.toFixed(name === 'specificYield' ? 0 : 4)), least, most, hint: source,
      onChange: (chosen) => ask({ parameters: { ...asked.parameters, [name]: chosen } }) })
  }
}

/** What may be replaced, and between which bounds. */
const FIELDS = { usableShare: [0, 1], kwpPerM2: [0, 1], lossPercent: [0, 90], tilt: [0, 90], azimuth: [-180, 180], planningFactor: [0, 2], specificYield: [0, 3000] }
