import { roadServer, routeAddress } from '../api/roads.js'
import { boxOf } from '../api/territories.js'
import { lookAt, select } from '../state/view.js'
import { language, t } from '../text/text.js'
import { element, failure, icon, nothing, textButton, waiting } from '../panels/markup.js'
import { copyLink } from './copy.js'
import { distance, duration } from '../text/way.js'
import { graphLine, problemText } from './graph.js'
import { stepList } from './steps.js'
import { limitTexts } from './vehicle.js'
import { stopText } from './stop-field.js'
import { labelOf } from './stops.js'

const NOTICEABLE_M = 50

/** The way along the stops: time, length, turns, what stands in its way, and files of it. */
export function routeResult(parts) {
  const { store, overlay, graph, signal } = parts
  const root = element('section', { class: 'roads-result', 'aria-label': t('roads.result') })
  let running = null
  let shownKey = ''
  store.watch((state) => [state.roads.profile, state.roads.vehicle, state.roads.when, state.roads.stops], () => ask(), { signal })
  signal.addEventListener('abort', () => running?.abort())

  async function ask() {
    running?.abort()
    const asked = store.get().roads
    const signs = signsOf(asked.stops)
    if (asked.stops.some((stop) => !stop)) {
      overlay.show({ signs })
      return root.replaceChildren(nothing(t('roads.chooseStops')))
    }
    const mine = (running = new AbortController())
    root.replaceChildren(waiting(t('roads.waiting')))
    try {
      const way = await roadServer.route(asked, language(), { signal: mine.signal })
      if (mine.signal.aborted) return
      show(way, asked, signs)
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      overlay.show({ signs })
      root.replaceChildren(failure(problemText(problem, (parameter) => nameOf(parameter, asked.stops)), t('retry'), ask))
    }
  }

  function show(way, asked, signs) {
    const line = { coordinates: way.geometry.coordinates, kind: 'route' }
    const onStep = (coordinates) => overlay.show({ lines: coordinates?.length > 1 ? [line, { coordinates, kind: 'step' }] : [line], signs })
    onStep(null)
    const key = JSON.stringify(asked.stops)
    if (key !== shownKey) store.change(lookAt, boxOf(way.geometry))
    shownKey = key
    root.replaceChildren(...[summary(way, asked), restrictions(way, asked), far(way, asked), files(asked),
      element('h2', { class: 'roads-heading' }, t('roads.steps')), stepList(way, { store, onStep }), graphLine(way.graph, graph.licence)].flat().filter(Boolean))
  }

  const summary = (way, { profile }) => element('p', { class: 'roads-sum', role: 'status' },
    element('strong', {}, duration(way.seconds)), ' ', element('span', {}, distance(way.metres)), ' ', element('span', { class: 'roads-sum-who' }, graph.titleOf(profile)))

  function restrictions({ restrictions: those, detour }, { when }) {
    if (those.length === 0) return [element('p', { class: 'roads-free' }, icon('check', 'sm'), t('roads.unrestricted'))]
    const longer = detour && detour.moreSeconds >= 30
    return [element('h2', { class: 'roads-heading' }, t('roads.restrictions')),
      element('p', { class: longer ? 'roads-detour' : 'roads-detour is-none' }, longer ? t('roads.detour', { time: duration(detour.moreSeconds), far: `${detour.moreMetres < 0 ? '−' : '+'}${distance(Math.abs(detour.moreMetres))}` }) : t('roads.detour.none')),
      element('ul', { class: 'roads-restrictions' }, ...[...those].sort((a, b) => b.met - a.met).map((one) => restriction(one, when)))]
  }

  function restriction({ met, bottleneck, title, limits, stops, seconds, hours }, when) {
    const name = title || t('roads.restriction.sign')
    const what = met ? (seconds > 0 ? t('roads.restriction.costs', { time: duration(seconds) }) : t('roads.restriction.met')) : t(stops ? 'roads.restriction.stops' : 'roads.restriction.avoided')
    return element('li', {}, bottleneck ? element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(select, 'bottleneck', bottleneck) } }, name) : element('span', {}, name), ' ',
      element('span', { class: 'roads-small' }, [what, ...limitTexts(limits), hours && t(when ? 'roads.restriction.hoursAt' : 'roads.restriction.hours', { hours })].filter(Boolean).join(' · ')))
  }

  function far({ snapped }, { stops }) {
    const those = snapped.map(({ metres }, i) => ({ metres, i })).filter(({ metres }) => metres > NOTICEABLE_M)
    return those.length > 0 && element('ul', { class: 'roads-far' }, ...those.map(({ metres, i }) =>
      element('li', {}, t('roads.snapped', { place: stopText(stops[i]) || labelOf(i, stops.length), far: distance(metres) }))))
  }

  const files = (asked) => element('div', { class: 'button-row roads-files' },
    ...['gpx', 'geojson'].map((format) => element('a', { class: 'text-button', href: routeAddress(asked, language(), format), download: `comparto-${t('roads.file')}.${format}` }, icon('download'), t(`roads.download.${format}`))),
    textButton(t('roads.print'), 'print', () => window.print()), copyLink())

  return root
}

const signsOf = (stops) => stops.map((stop, i) => stop && { lon: stop.lon, lat: stop.lat, text: String(i + 1), kind: 'stop' }).filter(Boolean)

/** The stop that a parameter of the question names. */
function nameOf(parameter, stops) {
  const number = { from: 0, to: stops.length - 1 }[parameter] ?? (parameter === 'via' ? 1 : null)
  return number === null ? t('roads.aStop') : stopText(stops[number]) || labelOf(number, stops.length)
}
