import { reachAddress, roadServer } from '../api/roads.js'
import { boxOf } from '../api/territories.js'
import { lookAt } from '../state/view.js'
import { number, day } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element, failure, icon, nothing, textButton, waiting } from '../panels/markup.js'
import { distance } from '../text/way.js'
import { copyLink } from './copy.js'
import { graphLine, problemText } from './graph.js'
import { stopText } from './stop-field.js'

const NOTICEABLE_M = 50
const COUNTED = ['firms', 'jobs', 'inhabitants']

/** How far one comes from a place: areas on the map, and what lies in them as a table, which is their legend too. */
export function reachResult({ store, overlay, graph, signal }) {
  const root = element('section', { class: 'roads-result', 'aria-label': t('roads.result') })
  let running = null
  let shownKey = ''
  store.watch((state) => [state.roads.profile, state.roads.vehicle, state.roads.when, state.roads.place, state.roads.minutes], () => ask(), { signal })
  signal.addEventListener('abort', () => running?.abort())

  async function ask() {
    running?.abort()
    const asked = store.get().roads
    const signs = asked.place ? [{ lon: asked.place.lon, lat: asked.place.lat, text: '●', kind: 'stop' }] : []
    overlay.show({ signs })
    if (!asked.place || asked.minutes.length === 0) return root.replaceChildren(nothing(t(asked.place ? 'roads.chooseMinutes' : 'roads.choosePlace')))
    const mine = (running = new AbortController())
    root.replaceChildren(waiting(t('roads.waiting')))
    try {
      const reach = await roadServer.reach(asked, { signal: mine.signal })
      if (mine.signal.aborted) return
      show(reach, asked, signs)
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      root.replaceChildren(failure(problemText(problem, () => stopText(asked.place)), t('retry'), ask))
    }
  }

  function show({ features, graph: about, sources, snapped }, asked, signs) {
    const areas = [...features].sort((a, b) => a.properties.minutes - b.properties.minutes)
    const drawn = areas.map(({ geometry, properties }, rank) => ({ geometry, rank, label: `${properties.minutes}′` })).filter(({ geometry }) => geometry?.coordinates.length > 0)
    overlay.show({ areas: drawn, signs })
    const key = JSON.stringify([asked.place, asked.minutes, asked.profile])
    if (key !== shownKey && drawn.length > 0) store.change(lookAt, boxOf(drawn.at(-1).geometry))
    shownKey = key
    root.replaceChildren(
      element('p', { class: 'roads-sum', role: 'status' }, t('roads.reach.from', { place: stopText(asked.place), profile: graph.titleOf(asked.profile) })),
      table(areas), ...notes(areas[0].properties, sources), ...far(snapped, asked), files(asked), graphLine(about, graph.licence))
  }

  const table = (areas) => element('div', { class: 'roads-scroll', role: 'region', 'aria-label': t('roads.reach.table'), tabindex: '0' }, element('table', { class: 'roads-table' },
    element('thead', {}, element('tr', {}, ...['limit', ...COUNTED].map((column) => element('th', { scope: 'col' }, t(`roads.reach.${column}`))))),
    element('tbody', {}, ...areas.map(({ properties }, rank) => element('tr', {},
      element('th', { scope: 'row' }, swatch(rank), t('roads.minutes', { count: properties.minutes })),
      ...COUNTED.map((column) => element('td', { class: known(properties[column]) ? null : 'not-known' }, known(properties[column]) ? number(properties[column], 0) : t('notKnown'))))))))

  const files = (asked) => element('div', { class: 'button-row roads-files' },
    ...['geojson', 'csv'].map((format) => element('a', { class: 'text-button', href: reachAddress(asked, format), download: `comparto-${t('roads.reach.file')}.${format}` }, icon('download'), t(`roads.download.${format}`))),
    textButton(t('roads.print'), 'print', () => window.print()), copyLink())

  return root
}

const known = (value) => value !== null && value !== undefined

/** The look of an area of map/overlay-layers.js; css/roads.css has the same colours and dashes. */
const swatch = (rank) => element('span', { class: `roads-swatch roads-swatch-${rank}`, 'aria-hidden': 'true' })

/** What the figures count, and where they come from. */
function notes({ jobsOf, firmsVerifiedOn, inhabitantsYear }, sources) {
  return [
    t('roads.reach.ofFirms', { count: number(jobsOf, 0), source: pick(sources.firms), day: firmsVerifiedOn ? day(firmsVerifiedOn) : t('notKnown') }),
    inhabitantsYear ? t('roads.reach.ofInhabitants', { source: pick(sources.inhabitants), year: inhabitantsYear }) : t('roads.reach.noInhabitants'),
  ].map((text) => element('p', { class: 'roads-small' }, text))
}

const far = ([{ metres }], { place }) => (metres > NOTICEABLE_M ? [element('p', { class: 'roads-far' }, t('roads.snapped', { place: stopText(place), far: distance(metres) }))] : [])
