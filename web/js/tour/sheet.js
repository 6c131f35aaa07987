import { element } from '../panels/markup.js'
import { moment, number } from '../text/format.js'
import { t } from '../text/text.js'
import { metresBetween, roughly, whereNow } from './now.js'

/** Lays the sheet of a tour out: what comes next, the map, the days with their stops and roads, whom to call. */

const clock = (text) => text.slice(11, 16) // times of the answer are those of Italy already
const minutes = (seconds) => Math.ceil(seconds / 60)

let map = null
let ticking = null

/** @param onForget takes the tour from this device @param onInstall null where the browser offers nothing */
export async function showSheet(root, sheet, { onForget, onInstall, canKeep }) {
  clearInterval(ticking)
  map?.remove()
  const next = element('div', { class: 'tour-next' })
  const place = element('div', { id: 'map', class: 'tour-map', role: 'application', 'aria-label': t('tour.map') })
  const near = element('div', { class: 'tour-near' })
  root.replaceChildren(...element('div', {}, // which leaves out what is not there
    element('h1', {}, sheet.name),
    element('p', { class: 'tour-dates' }, sheet.dates),
    sheet.demonstration && element('p', { class: 'tour-demonstration' }, t('tour.demonstration')),
    element('p', { class: sheet.state === 'cancelled' ? 'tour-state tour-cancelled' : 'tour-state' }, sheet.stateText),
    next,
    sheet.note && element('p', { class: 'tour-note' }, sheet.note),
    element('dl', { class: 'tour-facts' }, fact(t('tour.group'), sheet.group), fact(t('tour.vehicle'), sheet.vehicle), sheet.needs.length > 0 && fact(t('tour.needs'), sheet.needs.join(' · '))),
    element('section', { class: 'tour-section', 'aria-labelledby': 'map-head' }, element('h2', { id: 'map-head' }, t('tour.map')), place,
      element('p', { class: 'tour-small' }, sheet.attribution),
      element('p', {}, element('button', { type: 'button', class: 'tour-button', on: { click: () => locate(sheet, near) } }, t('tour.locate'))), near),
    calls(sheet),
    ...sheet.days.map((day, index) => daySection(day, index)),
    files(sheet),
    element('section', { class: 'tour-section', 'aria-labelledby': 'device-head' }, element('h2', { id: 'device-head' }, t('tour.device')),
      element('p', {}, t(canKeep ? 'tour.device.text' : 'tour.device.cannot')),
      onInstall && element('button', { type: 'button', class: 'tour-button', on: { click: onInstall } }, t('tour.install')),
      canKeep && element('button', { type: 'button', class: 'tour-button tour-quiet', on: { click: onForget } }, t('tour.forget'))),
  ).childNodes)
  const tick = () => showNext(next, sheet)
  tick()
  ticking = setInterval(tick, 30_000)
  const { createTourMap } = await import('../map/tour-map.js')
  map = createTourMap(place, sheet, { zoomIn: t('tour.zoomIn'), zoomOut: t('tour.zoomOut') })
}

const fact = (title, text) => element('div', {}, element('dt', {}, title), element('dd', {}, text))

function showNext(root, sheet) {
  if (sheet.state === 'cancelled') return
  const { day, stop, state } = whereNow(sheet.days, new Date())
  const one = sheet.days[day]?.stops[stop]
  const texts = {
    before: () => t('tour.now.before', { moment: moment(sheet.days[day].start.time), name: sheet.days[day].start.name }),
    way: () => t('tour.now.way', { name: `${one.number} ${one.name}`, time: clock(one.arrive) }),
    there: () => t('tour.now.there', { name: `${one.number} ${one.name}`, time: clock(one.leave) }),
    home: () => t('tour.now.home', { name: sheet.days[day].end.name, time: clock(sheet.days[day].end.time) }),
    over: () => t('tour.now.over'),
  }
  root.replaceChildren(element('h2', {}, t('tour.now')), element('p', {}, texts[state]()), one && element('p', {}, element('a', { href: `#stop-${day}-${stop}` }, t('tour.goToStop', { name: one.name }))))
}

/** Asks the device where it is, now and once; that goes nowhere else. */
function locate(sheet, root) {
  root.replaceChildren(element('p', {}, t('tour.locating')))
  navigator.geolocation?.getCurrentPosition(({ coords }) => {
    const here = [coords.longitude, coords.latitude]
    map?.showHere(here, coords.accuracy)
    root.replaceChildren(element('ol', {}, sheet.days.flatMap(({ stops }) => stops).map((stop) => element('li', {},
      t('tour.away', { name: `${stop.number} ${stop.name}`, distance: roughly(metresBetween(here, stop.point), number) })))), element('p', { class: 'tour-small' }, t('tour.crow')))
  }, () => root.replaceChildren(element('p', {}, t('tour.noPlace'))), { enableHighAccuracy: true, timeout: 20_000 })
  if (!navigator.geolocation) root.replaceChildren(element('p', {}, t('tour.noPlace')))
}

function calls({ contacts }) {
  return element('section', { class: 'tour-section', 'aria-labelledby': 'calls-head' }, element('h2', { id: 'calls-head' }, t('tour.calls')),
    element('ul', { class: 'tour-calls' }, element('li', {}, element('a', { class: 'tour-call tour-emergency', href: 'tel:112' }, '112'), ' ', t('tour.emergency')), contacts.map(call)))
}

const call = ({ role, name, phone, email }) => element('li', {}, `${role}: ${name} `, phone && element('a', { class: 'tour-call', href: `tel:${phone.replace(/[^+\d]/g, '')}` }, phone),
  email && element('a', { class: 'tour-mail', href: `mailto:${email}` }, email))

function daySection({ title, start, end, stops, legs, lunch, google }, index) {
  return element('section', { class: 'tour-section', 'aria-labelledby': `day-${index}` }, element('h2', { id: `day-${index}` }, title),
    element('ol', { class: 'tour-line' },
      element('li', { class: 'tour-end' }, element('span', { class: 'tour-number', 'aria-hidden': 'true' }, 'S'), element('div', {}, element('strong', {}, start.name), ` ${t('tour.leaves', { time: clock(start.time) })}`)),
      stops.flatMap((stop, i) => [legItem(legs[i]), stopItem(stop, `stop-${index}-${i}`), lunch?.after === stop.id && element('li', { class: 'tour-leg' }, lunch.text)]),
      legItem(legs.at(-1)),
      element('li', { class: 'tour-end' }, element('span', { class: 'tour-number', 'aria-hidden': 'true' }, 'E'), element('div', {}, element('strong', {}, end.name), ` ${t('tour.arrives', { time: clock(end.time) })}`))),
    lunch && !stops.some(({ id }) => id === lunch.after) && element('p', {}, lunch.text),
    element('p', { class: 'tour-small' }, element('a', { href: google, rel: 'noopener noreferrer' }, t('tour.google'))))
}

function legItem({ seconds, metres, turns, detour }) {
  const text = t('tour.leg', { minutes: minutes(seconds), distance: roughly(metres, number) })
  return element('li', { class: 'tour-leg' }, turns.length === 0 ? text : element('details', {}, element('summary', {}, text),
    element('ol', { class: 'tour-turns' }, turns.map((turn) => element('li', {}, turn.text, turn.metres >= 1 && element('span', {}, ` ${roughly(turn.metres, number)}`))))),
    detour && element('p', { class: 'tour-detour' }, detour))
}

function stopItem(stop, id) {
  return element('li', { id, class: 'tour-stop' }, element('span', { class: 'tour-number', 'aria-hidden': 'true' }, String(stop.number)),
    element('div', {}, element('h3', {}, `${stop.number}. ${stop.name}`),
      element('p', { class: 'tour-time' }, element('strong', {}, `${clock(stop.begin)}–${clock(stop.end)}`), ` (${t('tour.arriveLeave', { arrive: clock(stop.arrive), leave: clock(stop.leave) })})`),
      stop.address && element('p', {}, stop.address),
      stop.walkMinutes > 0 && element('p', {}, t('tour.walk', { count: stop.walkMinutes })),
      stop.facts.length > 0 && element('dl', { class: 'tour-facts' }, stop.facts.map(({ title, text }) => fact(title, text))),
      stop.contacts.length > 0 && element('ul', { class: 'tour-calls' }, stop.contacts.map(call)),
      element('p', { class: 'tour-small' }, t('tour.openIn'), ' ', Object.entries(stop.links).flatMap(([name, href], i) => [i > 0 && ' · ', element('a', { href, rel: 'noopener noreferrer' }, name)]))))
}

const files = ({ files: list }) => element('section', { class: 'tour-section', 'aria-labelledby': 'files-head' }, element('h2', { id: 'files-head' }, t('tour.files')),
  element('ul', {}, Object.entries(list).map(([name, href]) => element('li', {}, element('a', { href }, t(`tour.file.${name}`))))))
