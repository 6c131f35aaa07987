import { bottleneckServer } from '../api/bottlenecks.js'
import { showRoad } from '../state/bottlenecks.js'
import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { element, failure, textButton, waiting } from '../panels/markup.js'

/** Where a bottleneck acts on roads, drawn on the map too, and how; editors say where it really does. */
export function roadDetail({ store, session, signal }, id) {
  const root = element('div', { class: 'bn-road' })
  load()
  signal.addEventListener('abort', () => store.change(showRoad, []))
  return root

  async function load() {
    root.replaceChildren(waiting(t('bn.road.waiting')))
    try {
      show(await bottleneckServer.road(id, { signal }))
    } catch (problem) {
      if (signal.aborted) return
      root.replaceChildren(failure(t('bn.road.failed'), t('retry'), load))
    }
  }

  function show(road) {
    if (signal.aborted) return
    store.change(showRoad, road.roads.features.map(({ geometry }) => ({ geometry, current: false })))
    const { features } = road.roads
    const metres = features.reduce((sum, { properties }) => sum + properties.metres, 0)
    const streets = [...new Set(features.map(({ properties }) => properties.street).filter(Boolean))]
    root.replaceChildren(
      element('h3', {}, t('bn.road')),
      ...road.warnings.map((code) => element('p', { class: 'bn-warning' }, t(`bn.warning.${code}`))),
      features.length === 0 ? '' : element('p', {}, t(metres > 0 ? 'bn.road.along' : 'bn.road.at', { streets: streets.join(', ') || t('bn.road.unnamed'), metres: number(metres, 0) }),
        ' ', road.corrected ? t('bn.road.corrected') : t('bn.road.automatic')),
      road.acts ? effects(road.effects) : element('p', {}, features.length > 0 || road.type === 'missing_link' ? t('bn.road.idle') : t('bn.road.none')),
      !road.graph ? '' : element('p', { class: 'bn-note' }, t(road.graph.demonstration ? 'bn.graph.demonstration' : 'bn.graph', { version: road.graph.version, source: road.graph.source })),
      store.get().session?.account?.scopes?.includes('write') ? correction(road) : '')
    root.closest('.bn-card')?.scrollIntoView({ block: 'nearest' })
  }

  function effects({ maxHeight, maxWidth, maxLength, maxMass, maxAxleLoad, delaySeconds, delayFormula, speedFactor, hours, hoursRead }) {
    const known = [['maxHeight', maxHeight, 'm'], ['maxWidth', maxWidth, 'm'], ['maxLength', maxLength, 'm'], ['maxMass', maxMass, 't'], ['maxAxleLoad', maxAxleLoad, 't']]
      .filter(([, value]) => value != null).map(([key, value, unit]) => t(`bn.effect.${key}`, { value: `${number(value, 2)} ${unit}` }))
    if (delaySeconds > 0) known.push(t('bn.effect.delay', { minutes: number(delaySeconds / 60, 1) }) + (delayFormula ? ` (${t('bn.effect.formula')}: ${delayFormula})` : ''))
    if (speedFactor < 1) known.push(t('bn.effect.speed', { percent: number(speedFactor * 100, 0) }))
    if (hours) known.push(t(hoursRead ? 'bn.effect.hours' : 'bn.effect.hoursUnread', { hours }))
    return element('ul', { class: 'bn-effects' }, ...(known.length > 0 ? known : [t('bn.effect.none')]).map((text) => element('li', {}, text)))
  }

  function correction({ version, corrected }) {
    const trouble = element('p', { class: 'bn-warning', role: 'alert', hidden: true })
    const put = async (method, content) => {
      try {
        show(await session.ask(`/api/bottlenecks/${id}/road`, { method, content, headers: { 'If-Match': `"${version}"` } }))
      } catch (problem) {
        trouble.hidden = false
        trouble.textContent = problem.detail ?? t('bn.road.refused')
      }
    }
    const centre = () => {
      const { longitude, latitude } = store.get().view
      return { type: 'Point', coordinates: [longitude, latitude] }
    }
    return element('div', { class: 'bn-correct' }, element('h4', {}, t('bn.correct')), element('p', { class: 'field-hint' }, t('bn.correct.hint')),
      element('div', { class: 'button-row' }, textButton(t('bn.correct.centre'), 'map-marker', () => put('PUT', { place: centre() })),
        textButton(t('bn.correct.none'), 'close', () => put('PUT', { place: null })),
        corrected && textButton(t('bn.correct.automatic'), 'restore', () => put('DELETE'))), trouble)
  }
}
