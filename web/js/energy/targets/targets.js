import { createCommunitiesServer, packageFile, targetsFile } from '../../api/communities.js'
import { askEnergy } from '../../state/energy.js'
import { firstOf, lastChosen } from '../../state/territory.js'
import { day, number, shortMoment, withUnit } from '../../text/format.js'
import { pick, t, useWords } from '../../text/text.js'
import { element, failure, icon, nothing, textButton, waiting } from '../../panels/markup.js'
import { useStyles } from '../../panels/styles.js'
import { barChart } from '../communities/charts.js'
import { problemText } from '../communities/problems.js'
import { choice, labelled, notice, segments, tick } from '../../panels/fields.js'
import { chartOf, computedIsFar, hasComputed } from './figures.js'
import { farmlandForm } from './farmland-form.js'
import { targetForm } from './form.js'

const PACKAGES = [['gpkg', 'GeoPackage'], ['shp', 'Shapefile'], ['geojson', 'GeoJSON'], ['kml', 'KML'], ['csv', 'CSV']]

/** The tab Targets: what a territory wants to have reached by a year, beside what is computed, marked, approved and built today. */
export async function open(parts) {
  const { root, store, server, session, territories, signal } = parts
  await Promise.all([useWords('communities', server.locale), useStyles('/css/communities.css'), territories.ready])
  if (signal.aborted) return
  const api = createCommunitiesServer(session)
  const place = element('div', { class: 'side-tab' })
  let unit = 'mw'
  let withComputed = null // as somebody has chosen; else as it can be seen
  let running = null
  const account = store.get().session?.account
  const territoryOf = (item) => (territories.list.some(({ code }) => code === item) ? item : firstOf(territories, store.get()))
  signal.addEventListener('abort', () => running?.abort())
  store.watch((state) => state.energy.item, (item) => load(territoryOf(item)), { signal })

  function chosen(territory) {
    lastChosen.put(territory)
    store.change(askEnergy, { item: territory })
  }

  async function load(territory) {
    running?.abort()
    if (!territory) return root.replaceChildren(nothing(t('tg.noTerritory')))
    const mine = (running = new AbortController())
    root.replaceChildren(element('p', { class: 'side-lead' }, t('tg.lead')), labelled(t('cm.territory'), choice(territories.list.map(({ code, name }) => [code, name]), territory, chosen, { id: 'tg-territory' })), place)
    place.replaceChildren(waiting(t('tg.waiting')))
    try {
      const answer = await api.targets(territory, { signal: mine.signal })
      if (!mine.signal.aborted) show(territory, answer)
    } catch (problem) {
      if (!mine.signal.aborted) place.replaceChildren(failure(problemText(problem), t('retry'), () => load(territory)))
    }
  }

  function show(territory, { targets, figures, utilisedFarmland, sources }) {
    const again = () => load(territory)
    const maySet = account?.scopes?.includes('review') && (!account.territory || account.territory === territory) && !account.municipality
    const demonstration = targets.some((one) => one.demonstration) || figures.technologies.some(({ marked, approved, built }) => [marked, approved, built].some((stage) => stage.demonstration))
    const charts = element('div', {})
    const draw = () => charts.replaceChildren(chart({ targets, figures }), tick(t('tg.showComputed'), withComputed ?? !computedIsFar(targets, figures, unit), (shown) => {
      withComputed = shown
      draw()
    }))
    const units = segments(t('tg.unit'), [['mw', 'MW'], ['gwh', t('tg.gwh')]], unit, (one) => {
      unit = one
      draw()
    })
    draw()
    place.replaceChildren(...[demonstration && notice('warning', icon('info-circle', 'xs'), ' ', t('tg.demonstration')), units.root, charts, !hasComputed(figures) && notice('info', t('tg.notComputed')), targetTable(territory, targets, maySet, again),
      maySet ? element('details', { class: 'cm-more' }, element('summary', {}, t('tg.new')), targetForm({ api, territory, target: null, onSaved: again })) : null, technologyTable(figures), farmland(figures, targets, utilisedFarmland),
      maySet ? element('details', { class: 'cm-more' }, element('summary', {}, t(utilisedFarmland ? 'tg.sau.change' : 'tg.sau.set')), farmlandForm({ api, territory, present: utilisedFarmland, onSaved: again })) : null,
      element('section', {}, element('h3', {}, t('tg.sources')), element('ul', { class: 'side-small' }, ...sources.map(({ figure, text }) => element('li', {}, element('strong', {}, t(`tg.stage.${figure}`)), ': ', pick(text)))),
        element('p', { class: 'side-small' }, t('tg.asOf', { day: day(figures.date), crs: figures.computeCrs }), ' ', t(figures.withProposals ? 'tg.withProposals' : 'tg.withoutProposals'))),
      element('div', { class: 'button-row' }, element('a', { class: 'text-button', href: targetsFile(territory), download: true }, icon('download'), element('span', {}, t('tg.csv'))), textButton(t('cm.print'), 'print', () => window.print())),
      element('section', {}, element('h3', {}, t('tg.package')), element('p', { class: 'side-small' }, t('tg.package.hint')), element('div', { class: 'button-row' }, ...PACKAGES.map(([format, name]) =>
        element('a', { class: 'text-button', href: packageFile(format, territory), download: true }, icon('download'), element('span', {}, name)))))].filter(Boolean))
  }

  function chart({ targets, figures }) {
    const { groups, bars } = chartOf(targets, figures, unit, withComputed ?? !computedIsFar(targets, figures, unit))
    return barChart({ title: t(`tg.chart.${unit}`), unit: unit === 'mw' ? 'MW' : t('tg.gwh'), digits: 2, tableOpen: true, groups, bars: bars.map((bar) => ({ ...bar, name: t(`tg.stage.${bar.look}`) })) })
  }

  function targetTable(territory, targets, maySet, again) {
    if (targets.length === 0) return nothing(t('tg.none'))
    return element('section', {}, element('h3', {}, t('tg.targets')), element('ul', { class: 'cm-cards' }, ...targets.map((target) => element('li', { class: 'cm-card tg-target' }, element('div', {},
      element('h4', {}, String(target.year), target.demonstration && element('span', { class: 'cm-mark' }, t('tg.example'))),
      element('p', {}, [target.mw !== undefined && withUnit(target.mw, 'MW'), target.gwh !== undefined && withUnit(target.gwh, t('tg.gwh')), target.farmlandPercent !== undefined && t('tg.farmlandAtMost', { percent: `${number(target.farmlandPercent, 3)}%` })].filter(Boolean).join(' · ')),
      target.note && element('p', { class: 'side-small' }, target.note), element('p', { class: 'side-small' }, t('tg.changed', { at: shortMoment(target.updatedAt) })),
      maySet && element('details', { class: 'cm-more' }, element('summary', {}, t('tg.change')), targetForm({ api, territory, target, onSaved: again })))))))
  }

  function technologyTable({ technologies, suitableM2 }) {
    const amount = (stage) => (stage.areas === undefined ? [stage.m2 === undefined ? t('notKnown') : withUnit(Math.round(stage.m2 / 100) / 100, 'ha'), stage.mw === undefined ? t('tg.mwNotKnown') : withUnit(round(stage.mw), 'MW'), stage.gwh !== undefined && withUnit(round(stage.gwh), t('tg.gwh'))]
      : stage.areas === 0 ? [t('cm.none')] : [t('tg.areas', { count: stage.areas }), withUnit(Math.round(stage.m2 / 100) / 100, 'ha'), stage.mw === undefined ? t('tg.mwNotKnown') : withUnit(round(stage.mw), 'MW'), stage.gwh !== undefined && withUnit(round(stage.gwh), t('tg.gwh')),
        stage.withoutPower > 0 && stage.mw !== undefined && t('tg.withoutPower', { count: stage.withoutPower })])
    const cell = (stage) => element('td', {}, ...amount(stage).filter(Boolean).map((text) => element('span', { class: 'tg-line' }, text)), stage.kwpPerM2 && element('span', { class: 'side-small tg-formula' }, formula(stage)))
    return element('section', {}, element('h3', {}, t('tg.byTechnology')), element('p', { class: 'side-small' }, t('tg.overlap'), suitableM2 === undefined ? '' : ` ${t('tg.net', { area: withUnit(Math.round(suitableM2 / 10_000), 'ha') })}`), element('div', { class: 'cm-scroll', tabindex: '0', role: 'region', 'aria-label': t('tg.byTechnology') }, element('table', { class: 'cm-table tg-table' },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('tg.technology')), ...['computed', 'marked', 'approved', 'built'].map((stage) => element('th', { scope: 'col' }, t(`tg.stage.${stage}`))))),
      element('tbody', {}, ...technologies.map((one) => element('tr', {}, element('th', { scope: 'row' }, parts.energy.texts.technology(one.technology)), ...['computed', 'marked', 'approved', 'built'].map((stage) => cell(one[stage]))))))))
  }

  /** How power and energy were reckoned from the area. */
  const formula = ({ kwpPerM2, kwhPerKwp, planningFactor, complete }) => [t('tg.formula', { density: number(kwpPerM2, 4) }), kwhPerKwp && t('tg.formula.energy', { yield: number(kwhPerKwp, 0), factor: number(planningFactor, 2) }), !complete && t('tg.incomplete')]
    .filter(Boolean).join(' ')

  function farmland({ farmland: land }, targets, utilised) {
    const share = (m2) => `${number((100 * m2) / land.m2, 3)}%`
    const ofUtilised = (m2) => (utilised ? ` · ${t('tg.sau.share', { percent: `${number(m2 / (100 * utilised.hectares), 3)}%` })}` : '')
    const most = targets.filter(({ farmlandPercent }) => farmlandPercent !== undefined).at(-1)
    return element('section', {}, element('h3', {}, t('tg.farmland')), land.m2 === undefined ? element('p', {}, t('tg.farmland.unknown')) : element('dl', { class: 'cm-figures' }, ...[['all', withUnit(Math.round(land.m2 / 10_000), 'ha')],
      ...['built', 'approved', 'marked'].map((stage) => [stage, `${share(land[`${stage}M2`])} (${withUnit(Math.round(land[`${stage}M2`] / 100) / 100, 'ha')})${ofUtilised(land[`${stage}M2`])}`]), ...(most ? [['most', t('tg.farmland.most', { percent: `${number(most.farmlandPercent, 3)}%`, year: most.year })]] : [])]
      .map(([key, value]) => element('div', {}, element('dt', {}, t(`tg.farmland.${key}.title`)), element('dd', {}, value)))),
    utilised ? element('p', {}, t('tg.sau.is', { area: withUnit(utilised.hectares, 'ha'), year: utilised.year }), ' ', element('span', { class: 'side-small' }, t('tg.sau.source', { source: utilised.source })))
      : element('p', { class: 'side-small' }, t('tg.sau.unknown')))
  }
}

const round = (value) => Number(value.toFixed(value < 10 ? 2 : 1))
