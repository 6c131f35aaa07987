import { element, icon, iconButton, textButton } from '../../panels/markup.js'
import { labelled, choice, tick } from '../../panels/fields.js'
import { language, t } from '../../text/text.js'
import { clockOf } from './clock.js'
import { distance, duration } from '../../text/way.js'
import { createDrag } from './drag.js'
import { timeField, wholeNumber } from './fields.js'
import { usualMinutes } from './fits.js'
import { stopName } from './hosts.js'
import { changeStop, dropStop, groupsOf, routesOf, same, stopOf } from './model.js'
import { lockStop, moveStop, pinStop, takeOut } from './order.js'
import { lunchIndex, shownItineraries } from './shown.js'

const routeKey = ({ group, date }) => `${group}@${date}`
const routeOfKey = (key) => ({ group: key.slice(0, key.lastIndexOf('@')), date: key.slice(key.lastIndexOf('@') + 1) })
export const longDay = (date) => new Intl.DateTimeFormat(language(), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))

/** What an itinerary is called: its day, and its group where there are several. */
export const routeName = (tour, { group, date }) => [groupName(tour, group), longDay(date)].filter(Boolean).join(' · ')
/** Null where there is only one. */
export function groupName(tour, group) {
  const groups = groupsOf(tour)
  return groups.length > 1 ? t('tours.group', { name: groups.find(({ id }) => same(id, group))?.name ?? group }) : null
}

/** The timetable of each group and day: rows that are moved, pinned, locked and taken out in place. */
export function timetable(parts) {
  const { book, hosts, say, live, names, scroller } = parts
  const root = element('div', { class: 'tour-timetables' })
  const opened = new Set()
  let shown = { tour: null, answer: null, editable: true }
  const drag = createDrag({ root, scroller, say, signal: live, nameOf: (id) => nameOf(id), routeName: (key) => routeName(book.get(), routeOfKey(key)),
    onDrop: (id, from, to, index) => change(moveStop, idOf(id), routeOfKey(from), routeOfKey(to), index) })

  let pressed = false // a button that goes away under the finger is never pressed
  let waiting = null
  root.addEventListener('pointerdown', (event) => (pressed = !event.target.closest('[data-does=drag]')), { signal: live })
  for (const end of ['pointerup', 'pointercancel']) {
    window.addEventListener(end, () => setTimeout(() => {
      pressed = false
      waiting?.()
      waiting = null
    }), { signal: live })
  }

  const nameOf = (id) => stopName(stopOf(book.get(), id) ?? { id }, hosts)
  const idOf = (text) => stopOf(book.get(), text)?.id ?? text
  const change = (pure, ...values) => book.reshape(pure, ...values)
  const afterwards = (...values) => setTimeout(() => !live.aborted && change(...values)) // once the focus has left the field

  return {
    root,
    /** @param editable whether rows can be changed: not while a search runs */
    show(tour, answer, { editable, isOld, isBusy }) {
      if (pressed) return void (waiting = () => this.show(tour, answer, { editable, isOld, isBusy }))
      if (drag.isLifted) drag.cancel()
      shown = { tour, answer, editable }
      const held = root.contains(document.activeElement) ? document.activeElement : null
      root.classList.toggle('is-old', isOld)
      root.setAttribute('aria-busy', String(isBusy))
      const itineraries = shownItineraries(tour, answer)
      root.replaceChildren(...itineraries.map((one) => itinerary(one)))
      if (held?.id) takeUp(held)
    },
  }

  /** Whoever is at a field stays there, with what was typed and not yet left. */
  function takeUp(held) {
    const again = root.querySelector(`#${CSS.escape(held.id)}`)
    if (!again) return
    if (held.matches('input:not([type=checkbox])') && held.value !== held.defaultValue && held.value) again.value = held.value
    again.focus({ preventScroll: true })
  }

  function itinerary(one) {
    const { tour } = shown
    const heading = element('h3', { class: `tour-route-name tour-rank-${one.rank % 6}` }, routeName(tour, one))
    if (one.stops.length === 0 && one.said?.stops.length === 0) {
      return element('section', { class: 'tour-itinerary' }, heading, element('ol', { class: 'tour-rows', 'data-route': routeKey(one) }, element('li', { class: 'tour-row is-end', 'data-end': true }, element('p', { class: 'side-small' }, t('tours.route.empty')))))
    }
    const at = one.isOld ? -1 : lunchIndex(one.said ?? one)
    const onArrival = at >= 0 && one.stops[at] && same(one.said.lunch.before, one.stops[at].id) // the way there comes first
    const rows = one.stops.map((stop, i) => stopRow(one, stop, i, onArrival && i === at))
    if (at >= 0) rows.splice(at, 0, lunchRow(one.said.lunch, onArrival ? leg(one.stops[at]) : null))
    return element('section', { class: 'tour-itinerary', 'aria-label': routeName(tour, one) }, heading, one.said && !one.isOld && sums(one.said),
      element('ol', { class: 'tour-rows', 'data-route': routeKey(one) }, endRow('start', one), ...rows, endRow('end', one)))
  }

  function sums({ travelSeconds, travelMetres, waitSeconds, stops, detour }) {
    const visits = stops.reduce((sum, { visitMinutes }) => sum + (visitMinutes ?? 0), 0)
    return [element('p', { class: 'side-small tour-sums' }, [t('tours.sum.visits', { time: duration(visits * 60) }), t('tours.sum.travel', { time: duration(travelSeconds), far: distance(travelMetres) }),
      waitSeconds >= 60 && t('tours.sum.wait', { time: duration(waitSeconds) })].filter(Boolean).join(' · ')), detour && detourLine(detour)]
  }

  /** How much the limits of the roads cost this vehicle, and which they are. */
  function detourLine({ seconds, metres, bottlenecks }) {
    if (seconds < 30 && bottlenecks.length === 0) return null
    const list = element('span', {})
    Promise.all(bottlenecks.map((id) => names.resolve('bottleneck', id).catch(() => null))).then((found) =>
      list.replaceChildren(found.map((one, i) => one?.name ?? `#${bottlenecks[i]}`).join(', ')))
    return element('p', { class: 'tour-detour' }, icon('warning-circle', 'xs'), ' ', seconds < 30 ? t('tours.detour.none') : t('tours.detour', { time: duration(seconds), far: distance(Math.max(0, metres)) }),
      bottlenecks.length > 0 && [' ', t('tours.detour.by'), ' ', list])
  }

  function endRow(which, { said, isOld }) {
    const { question } = shown.tour
    const part = isOld ? null : said?.[which]
    const name = part?.name ?? (which === 'start' ? question.start : question.end?.point ? question.end : question.start)?.name ?? t(`tours.${which}.unnamed`)
    return element('li', { class: 'tour-row is-end', 'data-end': which === 'end' }, which === 'end' && leg(part),
      element('div', { class: 'tour-row-line' }, element('span', { class: 'tour-number is-plain', 'aria-hidden': 'true' }, icon(which === 'start' ? 'flag' : 'check', 'xs')),
        element('span', { class: 'tour-clock' }, part ? clockOf(part.leave ?? part.arrive) : '…'), element('span', { class: 'tour-row-text' }, element('span', { class: 'tour-name' }, t(`tours.${which}`, { name })), violations(part))))
  }

  function lunchRow({ from, to, at, violations: those }, way) {
    return element('li', { class: 'tour-row is-lunch' }, way, element('div', { class: 'tour-row-line' }, element('span', { class: 'tour-number is-plain', 'aria-hidden': 'true' }, icon('clock', 'xs')),
      element('span', { class: 'tour-clock' }, `${clockOf(from)}–${clockOf(to)}`), element('span', { class: 'tour-row-text' }, element('span', { class: 'tour-name' }, at ? t('tours.lunch.at', { name: nameOf(at) }) : t('tours.lunch.pause')), violations({ violations: those }))))
  }

  function stopRow(route, stop, i, isReached) {
    const name = nameOf(stop.id)
    const own = stopOf(shown.tour, stop.id) ?? {}
    const key = `${routeKey(route)}-${stop.id}`
    const old = route.isOld
    const pinned = own.pin && (!own.pin.group || same(own.pin.group, route.group)) ? own.pin.time : null
    const detail = old ? [] : [stop.arrive && t('tours.row.arrive', { time: clockOf(stop.arrive) }), stop.waitSeconds >= 60 && t('tours.row.wait', { time: duration(stop.waitSeconds) }),
      stop.walkSeconds >= 60 && t('tours.row.walk', { time: duration(stop.walkSeconds) }), stop.visitMinutes && t('tours.row.visit', { count: stop.visitMinutes })]
    return element('li', { class: `tour-row${stop.violations?.length > 0 && !old ? ' is-wrong' : ''}`, 'data-stop': String(stop.id) }, leg(old || isReached ? null : stop), element('div', { class: 'tour-row-main' },
      element('div', { class: 'tour-row-line' },
        element('span', { class: `tour-number tour-rank-${route.rank % 6}`, 'aria-hidden': 'true' }, i + 1),
        element('span', { class: 'tour-clock' }, old || !stop.start ? '…' : `${clockOf(stop.start)}–${visitEnd(stop)}`),
        element('span', { class: 'tour-row-text' }, element('span', { class: 'tour-name' }, name, own.must && element('span', { class: 'tag tour-tag' }, t('tours.stop.must.short')), pinned && element('span', { class: 'tag tour-tag' }, icon('pin', 'xs'), ` ${pinned}`),
          own.locked && element('span', { class: 'tag tour-tag' }, icon('lock', 'xs'), element('span', { class: 'visually-hidden' }, t('tours.row.locked')))),
          element('span', { class: 'side-small' }, detail.filter(Boolean).join(' · ')), !old && violations(stop)),
        shown.editable && element('button', { type: 'button', class: 'icon-button tour-handle', 'data-does': 'drag', id: `tour-drag-${key}`, 'aria-label': t('tours.drag', { name }), title: t('tours.drag.hint') }, handleIcon())),
      shown.editable && element('details', { class: 'tour-row-more', open: opened.has(key), on: { toggle: ({ target }) => {
        opened[target.open ? 'add' : 'delete'](key)
        if (target.open && !target.querySelector('.tour-row-tools')) target.append(tools(route, stop, i, name, key))
      } } }, element('summary', { class: 'icon-button', id: `tour-edit-${key}`, 'aria-label': t('tours.row.edit', { name }), title: t('tours.row.edit.short') }, icon('pencil', 'sm')), opened.has(key) && tools(route, stop, i, name, key))))
  }

  function tools(route, stop, i, name, key) {
    const own = stopOf(shown.tour, stop.id) ?? {}
    const here = routesOf(shown.tour)
    const pin = timeField(own.pin?.time, (time) => afterwards(pinStop, own.id, route, time), { optional: true, id: `tour-pin-${key}` })
    const minutes = wholeNumber(own.visitMinutes, { min: 5, max: 600 }, (visitMinutes) => afterwards(changeStop, own.id, { visitMinutes }), { placeholder: stop.visitMinutes ?? usualMinutes(hosts.get(own.id)), id: `tour-visit-${key}` })
    const to = (index) => () => {
      change(moveStop, own.id, route, route, index)
      say(t('tours.drag.dropped', { name, place: index + 1, route: routeName(shown.tour, route) }))
    }
    return element('div', { class: 'tour-row-tools' }, element('div', { class: 'side-fields' },
      labelled(t('tours.row.pin'), pin, t('tours.row.pin.hint')), labelled(t('tours.stop.minutes'), minutes),
      here.length > 1 && labelled(t('tours.row.moveTo'), choice(here.map((one) => [routeKey(one), routeName(shown.tour, one)]), routeKey(route), (target) => {
        change(moveStop, own.id, route, routeOfKey(target), Infinity)
        say(t('tours.row.movedTo', { name, route: routeName(book.get(), routeOfKey(target)) }))
      }, { id: `tour-to-${key}` }))),
    tick(t('tours.row.lock'), Boolean(own.locked), (locked) => change(lockStop, own.id, locked), { id: `tour-lock-${key}` }),
    element('div', { class: 'button-row' },
      iconButton(t('tours.row.up', { name }), 'arrow-up', to(i - 1), { disabled: i === 0, id: `tour-up-${key}` }), iconButton(t('tours.row.down', { name }), 'arrow-down', to(i + 1), { disabled: i === route.stops.length - 1, id: `tour-down-${key}` }),
      textButton(t('tours.row.takeOut'), 'minus-circle', () => {
        change(takeOut, own.id, route)
        say(t('tours.row.takenOut', { name }))
      }), textButton(t('tours.row.remove'), 'delete', () => {
        change(dropStop, own.id)
        say(t('tours.stop.dropped', { name }))
      })))
  }
}

/** The way to a stop, or what it takes that there is none. */
function leg(part) {
  if (!part || part.travelSeconds === undefined) return null
  const text = part.travelSeconds === null ? t('tours.leg.none') : `${duration(part.travelSeconds)} · ${distance(part.travelMetres)}`
  return element('p', { class: 'tour-leg' }, icon('arrow-down', 'xs'), ' ', text)
}

const violations = (part) => part?.violations?.length > 0 && element('span', { class: 'tour-violations' }, ...part.violations.map(({ text, kind }) => element('span', { class: 'tour-violation' }, icon('warning-circle', 'xs'), ' ', text ?? kind)))

function visitEnd({ start, visitMinutes }) {
  const [hours, minutes] = clockOf(start).split(':').map(Number)
  const end = hours * 60 + minutes + visitMinutes
  return `${String(Math.floor(end / 60) % 24).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}

const handleIcon = () => element('span', { class: 'tour-grip', 'aria-hidden': 'true' })
