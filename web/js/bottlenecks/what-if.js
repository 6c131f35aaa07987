import { bottleneckServer } from '../api/bottlenecks.js'
import { GAIN_CLASSES, gainClass, scenarioBody, showGains, suppose, supposeOne } from '../state/bottlenecks.js'
import { select } from '../state/view.js'
import { number } from '../text/format.js'
import { language, t } from '../text/text.js'
import { element, failure, icon, nothing, textButton, waiting } from '../panels/markup.js'
import { affectedText, profileField } from './ranking.js'

const SIZES = [['height', 'm'], ['width', 'm'], ['length', 'm'], ['mass', 't'], ['axleLoad', 't']]
const FILES = ['csv', 'xlsx', 'geojson']
const SHOWN = 100

/** What would be if some bottlenecks were fixed or closed: who gains, how much, and where. */
export function whatIfPanel({ store, texts, register, signal }) {
  const chosen = element('div', { class: 'bn-chosen' })
  const result = element('div', { class: 'bn-result' })
  const run = element('button', { type: 'submit', class: 'btn btn-primary' }, t('bn.whatif.run'))
  let running = null
  const root = element('form', { class: 'bn-whatif', novalidate: true, on: { submit: (event) => { event.preventDefault(); compute() } } },
    element('p', { class: 'field-hint' }, t('bn.whatif.hint')), chosen, picker(),
    profileField(store, 'bn-profile'),
    element('details', { class: 'bn-fold' }, element('summary', {}, element('span', {}, t('bn.vehicle'))), element('p', { class: 'field-hint' }, t('bn.vehicle.hint')),
      element('div', { class: 'bn-pair' }, ...SIZES.map(size), time())),
    element('div', { class: 'button-row' }, run), result)
  register.watch(showChosen, signal)
  store.watch((state) => [state.scenario.fix, state.scenario.close], showChosen, { signal })
  store.watch((state) => state.scenario, () => result.classList.add('is-old'), { signal, now: false })
  signal.addEventListener('abort', () => running?.abort())
  const { fix, close } = store.get().scenario
  if (fix.length + close.length > 0) compute()
  return root

  /** Sizes of another vehicle than the profile's own. */
  function size([key, unit]) {
    const input = element('input', { type: 'number', min: '0.1', step: '0.01', class: 'field', id: `bn-size-${key}`, value: store.get().scenario[key],
      on: { change: () => store.change(suppose, { [key]: input.value }) } })
    return element('div', { class: 'field-group' }, element('label', { for: input.id }, `${t(`bn.size.${key}`)} (${unit})`), input)
  }

  function time() {
    const input = element('input', { type: 'datetime-local', class: 'field', id: 'bn-at', value: store.get().scenario.at, on: { change: () => store.change(suppose, { at: input.value.slice(0, 16) }) } })
    return element('div', { class: 'field-group' }, element('label', { for: input.id }, t('bn.at')), input)
  }

  /** Adds any bottleneck of the register to those that are fixed. */
  function picker() {
    const field = element('select', { class: 'field', id: 'bn-add', on: { change: () => { if (field.value) store.change(supposeOne, Number(field.value), 'fix'); field.value = '' } } })
    register.watch(({ answer }) => field.replaceChildren(element('option', { value: '' }, t('bn.whatif.choose')),
      ...(answer?.items ?? []).map(({ id, properties }) => element('option', { value: String(id) }, properties.name ?? properties.code))), signal)
    return element('div', { class: 'field-group' }, element('label', { for: field.id }, t('bn.whatif.add')), field)
  }

  function showChosen() {
    const { scenario } = store.get()
    const name = (id) => {
      const found = register.result().answer?.items.find((item) => item.id === id)
      return found ? (found.properties.name ?? found.properties.code) : `#${id}`
    }
    const turned = (to) => (to === 'fix' ? t('bn.whatif.close') : t('bn.whatif.fix'))
    const row = (id, to) => element('li', {}, element('span', { class: `bn-do is-${to}` }, t(`bn.${to}`)), element('span', { class: 'bn-who' }, name(id)),
      textButton(turned(to), 'refresh', () => store.change(supposeOne, id, to === 'fix' ? 'close' : 'fix'), { 'aria-label': `${turned(to)}: ${name(id)}` }),
      textButton(t('bn.whatif.drop'), 'close', () => store.change(supposeOne, id, null), { 'aria-label': `${t('bn.whatif.drop')}: ${name(id)}` }))
    const rows = [...scenario.fix.map((id) => row(id, 'fix')), ...scenario.close.map((id) => row(id, 'close'))]
    chosen.replaceChildren(rows.length > 0 ? element('ul', { class: 'bn-choice-list' }, ...rows) : nothing(t('bn.whatif.none')))
    run.disabled = rows.length === 0
  }

  async function compute() {
    running?.abort()
    const mine = (running = new AbortController())
    const body = scenarioBody(store.get().scenario)
    result.classList.remove('is-old')
    result.replaceChildren(waiting(t('bn.whatif.waiting')))
    store.change(showGains, [])
    try {
      const answer = await bottleneckServer.whatIf({ ...body, limit: 10000 }, { signal: mine.signal })
      if (mine.signal.aborted) return
      show(answer, body)
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      result.replaceChildren(problem.type === 'no-road-data' ? element('p', { class: 'bn-warning', role: 'alert' }, t('bn.noRoads'))
        : failure(problem.status === 400 ? problem.detail : t('bn.whatif.failed'), t('retry'), compute))
    }
  }

  function show(answer, body) {
    const classed = answer.changes.map((change) => ({ ...change, class: gainClass(change) })).filter((change) => change.class)
    const styles = new Map(GAIN_CLASSES.map((one) => [one.id, one]))
    store.change(showGains, classed.map(({ lon, lat, class: id }) => {
      const { sign, colour, radius } = styles.get(id)
      return { lon, lat, sign, colour, radius }
    }))
    const chosenOnes = [...answer.fix, ...answer.close]
    result.replaceChildren(
      ...chosenOnes.flatMap(({ title, warnings }) => warnings.map((code) => element('p', { class: 'bn-warning' }, `${title}: ${t(`bn.warning.${code}`)}`))),
      totals(answer.totals), element('p', { class: 'field-hint' }, t('bn.whatif.rides')), legend(classed),
      ...affected(chosenOnes, answer.affectedWithin),
      answer.changed === 0 ? nothing(t('bn.whatif.nothing')) : table(answer),
      element('div', { class: 'button-row' }, ...FILES.map((format) => textButton(t(`bn.file.${format}`), 'download', () => download(body, format)))),
      element('p', { class: 'bn-note' }, t(answer.graph.demonstration ? 'bn.graph.demonstration' : 'bn.graph', { version: answer.graph.version, source: answer.graph.source }),
        ' ', t('bn.inputs', { revision: number(answer.register), vehicle: vehicle(answer.vehicle) }), ' ', answer.at ? '' : t('bn.inputs.hours')))
  }

  function vehicle(sizes) {
    return SIZES.filter(([key]) => sizes[key] != null).map(([key, unit]) => `${t(`bn.size.${key}`).toLowerCase()} ${number(sizes[key], 2)} ${unit}`).join(', ') || '–'
  }

  function totals(rows) {
    const measures = ['gaining', 'losing', 'minutesSaved', 'newlyWithin30', 'newlyReachable', 'jobsGaining']
    return element('table', { class: 'bn-table' }, element('caption', {}, t('bn.totals')),
      element('thead', {}, element('tr', {}, element('td'), ...rows.map(({ layer }) => element('th', { scope: 'col' }, texts.layer(layer))))),
      element('tbody', {}, ...measures.map((key) => element('tr', {}, element('th', { scope: 'row' }, t(`bn.total.${key}`)),
        ...rows.map((row) => element('td', {}, row[key] == null ? '–' : number(row[key], 1)))))))
  }

  function legend(classed) {
    return element('ul', { class: 'bn-legend', 'aria-label': t('bn.legend') }, ...GAIN_CLASSES.map(({ id, sign }) => element('li', {},
      element('span', { class: `bn-sign is-${id}`, 'aria-hidden': 'true' }, sign), `${t(`bn.gain.${id}`)} (${number(classed.filter((one) => one.class === id).length)})`)))
  }

  function affected(all, within) {
    return all.filter((one) => one.affected).map(({ title, affected: found }) => element('p', { class: 'bn-area' }, element('strong', {}, title), ' ',
      t('bn.affected.noRoad', { km: number(within / 1000, 1) }), ' ', affectedText(found)))
  }

  function table({ changes, changed }) {
    return element('div', { class: 'bn-scroll', tabindex: '0', role: 'region', 'aria-label': t('bn.changes') }, element('table', { class: 'bn-table' },
      element('caption', {}, t('bn.changes.shown', { count: number(Math.min(SHOWN, changes.length)), total: number(changed) })),
      element('thead', {}, element('tr', {}, ...['who', 'gateway', 'before', 'after', 'gain'].map((key) => element('th', { scope: 'col' }, t(`bn.change.${key}`))))),
      element('tbody', {}, ...changes.slice(0, SHOWN).flatMap(rows))))
  }

  function rows({ layer, id, name, code, kinds }) {
    return kinds.map(({ kind, before, after, gain, gatewayAfter }, i) => element('tr', {},
      i === 0 && element('th', { scope: 'row', rowspan: String(kinds.length) }, element('button', { type: 'button', class: 'bn-open', on: { click: () => store.change(select, layer, id) } }, name ?? code ?? `#${id}`),
        element('span', { class: 'bn-note' }, texts.layer(layer))),
      element('td', {}, texts.kind(kind), gatewayAfter && element('span', { class: 'bn-note' }, gatewayAfter.name)), element('td', {}, texts.minutes(before)), element('td', {}, texts.minutes(after)),
      element('td', {}, gain == null ? t(after == null ? 'bn.gain.lost' : 'bn.gain.reachable') : texts.minutes(gain))))
  }

  async function download(body, format) {
    try {
      const href = URL.createObjectURL(await bottleneckServer.whatIfFile(body, format, language()))
      const link = element('a', { href, download: `what-if.${format}` })
      link.click()
      setTimeout(() => URL.revokeObjectURL(href), 10_000)
    } catch (problem) {
      result.prepend(element('p', { class: 'bn-warning', role: 'alert' }, icon('warning-circle'), problem.detail ?? t('bn.whatif.failed')))
    }
  }
}
