import { statisticsFile } from '../../api/census.js'
import { problemText } from '../problems.js'
import { askCensus } from '../../state/census.js'
import { lookAt } from '../../state/view.js'
import { day } from '../../text/format.js'
import { language, pick, t, useWords } from '../../text/text.js'
import { choice, labelled, notice, tick } from '../../panels/fields.js'
import { element, failure, nothing, textButton, waiting } from '../../panels/markup.js'
import { barTable } from './bars.js'
import { firstOf, lastChosen } from '../../state/territory.js'
import { answeredText, circles, figureText, keyText, questionOf } from './figures.js'

/** How long after an answer that says newer figures are being made somebody asks again, in ms. */
const PATIENCE = 5000
const CARDS = ['firms', 'employees', 'employees_female', 'apprentices', 'certified', 'exporter', 'research', 'welfare_plan', 'roof_m2', 'pv_kwp', 'community_interest', 'ev_chargers']

/** The tab Overview: what the census of a territory amounts to, by area and by one property at a time, and two areas beside each other. */
export async function open(parts) {
  const { root, store, server, session, territories, catalogue, overlay, census, signal } = parts
  const [offer] = await Promise.all([census.api.dimensions({ signal }), useWords('district', server.locale), territories.ready])
  if (signal.aborted) return
  const account = store.get().session?.account
  const asked = () => store.get().census
  const territory = () => known(asked().territory) ?? firstOf(territories, store.get())
  const known = (wanted) => territories.list.find(({ code }) => code === wanted)?.code
  const mayExact = () => Boolean(account?.scopes.includes('write')) && (!account.territory || account.territory === territory())
  const ask = (values) => store.change(askCensus, values)
  const choose = (code) => {
    lastChosen.put(code)
    ask({ territory: code, area: null, beside: null })
  }
  let exact = false
  let running = null
  let timer = 0
  signal.addEventListener('abort', () => stop())
  const stop = () => { running?.abort(); clearTimeout(timer) }
  const head = element('div', { class: 'side-tab' })
  const cards = element('div', { class: 'side-tab' })
  const tables = element('div', { class: 'side-tab' })
  root.replaceChildren(element('p', { class: 'side-lead' }, t('district.lead')), head, cards, tables)
  if (territory()) ask({ territory: territory() }) // so that the address names whose figures these are
  store.watch((state) => [state.census.territory, state.census.by, state.census.measure, state.census.chain, state.census.size, state.census.area, state.census.beside], load, { signal })

  async function load() {
    stop()
    const mine = (running = new AbortController())
    const options = { signal: mine.signal }
    const { by, measure, chain, size, area, beside } = asked()
    const code = territory()
    if (!code) return head.replaceChildren(nothing(t('district.noTerritory')))
    const focused = document.activeElement?.id
    if (!cards.hasChildNodes()) cards.replaceChildren(waiting(t('side.waiting')))
    try {
      const question = questionOf({ territory: code, by: by ?? 'municipality', measure: measure ?? 'firms', chain, size, area }, offer)
      const base = { territory: code, exact: exact || null }
      const [all, other, table, municipalities, zones] = await Promise.all([
        census.api.overview({ ...base, filter: area }, options), beside ? census.api.overview({ ...base, filter: beside === 'all' ? null : beside }, options) : null,
        census.api.statistics({ ...base, ...question }, options), census.api.statistics({ ...base, by: 'municipality' }, options), census.api.statistics({ ...base, by: 'zone' }, options)])
      if (mine.signal.aborted) return
      head.replaceChildren(...heading(code, [...areaOptions('municipality', municipalities), ...areaOptions('zone', zones)], all))
      cards.replaceChildren(other ? comparison(all, other) : overview(all))
      tables.replaceChildren(...tableParts(question, table, { ...base, ...question }))
      onMap(table)
      if (all.renewing) lookAgain(base, all.takenAt, mine.signal)
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
    } catch (problem) {
      if (mine.signal.aborted) return
      cards.replaceChildren(failure(problemText(problem), t('retry'), load))
      tables.replaceChildren()
    }
  }

  /** Newer figures take the place of the last ones when they are made, and nothing moves before. */
  function lookAgain(base, takenAt, mine) {
    timer = setTimeout(async () => {
      const now = await census.api.overview(base, { signal: mine }).catch(() => null) // what is there stays
      if (mine.aborted) return
      if (now && (now.takenAt !== takenAt || !now.renewing)) load()
      else lookAgain(base, takenAt, mine)
    }, PATIENCE)
  }

  const areaOptions = (kind, table) => table.rows.map(({ by }) => [`${kind}:${by.value}`, `${pick(table.by.title)}: ${keyText(by)}`])

  function heading(code, areas, { takenAt, renewing, demonstration, k }) {
    const whole = ['', t('district.whole')]
    return [demonstration && notice('warning', t('district.demonstration')),
      exact && notice('warning', t('district.exact.notice')),
      renewing && notice('info', t('district.renewing', { day: day(takenAt) })),
      element('div', { class: 'side-fields' },
        labelled(t('district.territory'), choice(territories.list.map((one) => [one.code, one.name]), code, choose, { id: 'district-territory' })),
        labelled(t('district.area'), choice([whole, ...areas], asked().area ?? '', (value) => ask({ area: value || null }), { id: 'district-area' })),
        labelled(t('district.beside'), choice([['', t('district.beside.none')], ['all', t('district.whole')], ...areas], asked().beside ?? '', (value) => ask({ beside: value || null }), { id: 'district-beside' }))),
      mayExact() && tick(t('district.exact'), exact, (on) => { exact = on; load() }, { id: 'district-exact' }),
      element('p', { class: 'side-small' }, exact ? t('district.now') : t('district.asOf', { day: day(takenAt), k }), ' ', !exact && element('a', { href: '/privacy.html' }, t('district.method'))),
      account?.scopes.includes('review') && !exact && element('div', { class: 'button-row' }, textButton(t('district.renew'), 'refresh', (event) => renew(code, event.currentTarget)))].filter(Boolean)
  }

  async function renew(code, button) {
    button.disabled = true
    try {
      await census.api.renew(code)
      load()
    } catch (problem) {
      button.disabled = false
      button.closest('.button-row').after(notice('warning', problemText(problem)))
    }
  }

  const figuresOf = ({ figures }) => CARDS.map((id) => figures.find(({ measure }) => measure.id === id)).filter(Boolean)

  function overview(all) {
    return element('section', { 'aria-label': keyText(all.area) }, element('h2', {}, keyText(all.area)), element('dl', { class: 'district-cards' }, ...figuresOf(all).map((one) =>
      element('div', {}, element('dt', {}, pick(one.measure.title)), element('dd', {}, figureText(one, { unit: one.unit, k: all.k }), element('span', { class: 'side-small' }, answeredText(one)))))))
  }

  function comparison(all, other) {
    const rows = figuresOf(all).map((one) => [one, other.figures.find(({ measure }) => measure.id === one.measure.id)])
    return element('section', {}, element('h2', {}, t('district.compared')), element('div', { class: 'side-scroll', tabindex: '0', role: 'region', 'aria-label': t('district.compared') }, element('table', { class: 'side-table' },
      element('thead', {}, element('tr', {}, element('td'), ...[all, other].map(({ area }) => element('th', { scope: 'col', class: 'is-number' }, keyText(area))))),
      element('tbody', {}, ...rows.map((pair) => element('tr', {}, element('th', { scope: 'row' }, pick(pair[0].measure.title)), ...pair.map((one) =>
        element('td', { class: 'is-number' }, figureText(one, { unit: one.unit, k: all.k }), element('span', { class: 'side-small district-line' }, answeredText(one))))))))))
  }

  function tableParts(question, table, values) {
    const isArea = offer.dimensions.find(({ id }) => id === question.by)?.kind === 'area'
    const kind = offer.measures.find(({ id }) => id === question.measure)?.kind
    const measures = offer.measures.filter((one) => isArea || one.kind !== 'yes').map(({ id, title }) => [id, pick(title.title)])
    const codes = (list) => [['', t('district.all')], ...catalogue.codes(list).map(({ value, title }) => [value, pick(title)])]
    const { chain, size } = asked()
    const open = isArea && question.by !== 'territory' ? (value) => ask({ area: `${question.by}:${value}`, by: 'production_chain' }) : null
    return [element('h2', {}, t('district.table')), element('div', { class: 'side-fields' },
      labelled(t('district.by'), choice(offer.dimensions.filter(({ id }) => id !== 'territory').map(({ id, title }) => [id, pick(title.title)]), question.by, (by) => ask({ by }), { id: 'district-by' })),
      labelled(t('district.measure'), choice(measures, question.measure, (measure) => ask({ measure }), { id: 'district-measure' })),
      isArea && kind !== 'yes' && labelled(t('district.chain'), choice(codes('production_chain'), chain ?? '', (value) => ask({ chain: value || null, size: null }), { id: 'district-chain' })),
      isArea && kind !== 'yes' && labelled(t('district.size'), choice(codes('size_class'), chain ? '' : size ?? '', (value) => ask({ size: value || null, chain: null }), { id: 'district-size' }))),
    isArea && kind !== 'yes' && element('p', { class: 'side-small' }, t('district.oneAtATime')),
    barTable(table, open),
    element('p', { class: 'side-small' }, t('district.ownTotals'), ' ', t('district.source', { source: pick(table.source), licence: exact ? t('district.exact.licence') : table.licence })),
    element('div', { class: 'button-row' }, ...['csv', 'xlsx', 'json'].map((format) => element('a', { class: 'text-button', href: statisticsFile(values, format, language()), download: format === 'json' ? 'comparto_census.json' : '' },
      format.toUpperCase())), textButton(t('district.print'), 'print', () => window.print()))].filter(Boolean)
  }

  /** Figures by area lie on the map as circles, with their numbers. */
  function onMap(table) {
    const placed = table.rows.filter(({ by }) => by?.lon !== undefined)
    if (placed.length === 0) return overlay.show(null)
    overlay.show(circles(placed, (row) => figureText(row, { k: table.k })))
    const box = boxOf(placed)
    if (box !== framed) {
      framed = box
      store.change(lookAt, JSON.parse(box))
    }
  }
}

let framed = null // the box that was last looked at, so that another figure does not move the map

const boxOf = (rows) => {
  const [lons, lats] = [rows.map(({ by }) => by.lon), rows.map(({ by }) => by.lat)]
  return JSON.stringify([Math.min(...lons) - 0.03, Math.min(...lats) - 0.03, Math.max(...lons) + 0.03, Math.max(...lats) + 0.03])
}
