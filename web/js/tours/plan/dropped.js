import { element, icon, textButton } from '../../panels/markup.js'
import { choice, labelled } from '../../panels/fields.js'
import { t } from '../../text/text.js'
import { stopName } from './hosts.js'
import { dropStop, routesOf, same, stopOf } from './model.js'
import { insertStop } from './order.js'
import { relax } from './relax.js'
import { groupName, routeName } from './timetable.js'

/** The stops that are left out, why, and what it would take: a button for each thing that would let it in. */
export function droppedList({ book, hosts, planning, say }) {
  const root = element('section', { class: 'tour-dropped', 'aria-label': t('tours.dropped') })
  return {
    root,
    /** @param looking whether reasons are being asked for @param holds whether they can be: what is shown works */
    show(tour, dropped, { editable, looking, holds }) {
      const focused = root.contains(document.activeElement)
      root.replaceChildren(...(dropped.length === 0 ? [] : [element('h3', { tabindex: '-1' }, t('tours.dropped.count', { count: dropped.length })),
        editable && !looking && holds && dropped.some(({ constraint }) => !constraint) && textButton(t('tours.dropped.explain'), 'refresh', planning.explain),
        element('ul', { class: 'side-list' }, ...dropped.map((one) => card(tour, one, { editable, looking, holds })))].filter(Boolean)))
      if (focused) (root.querySelector('h3') ?? root.parentElement.querySelector('h2'))?.focus({ preventScroll: true })
    },
  }

  function card(tour, { id, group, must, text, constraint, unexplained, relaxation, others = [] }, { editable, looking, holds }) {
    const stop = stopOf(tour, id) ?? { id }
    const isOfOne = tour.question.sharing === 'each' && group !== undefined
    const name = [stopName(stop, hosts), isOfOne && groupName(tour, group)].filter(Boolean).join(' · ')
    const ways = [relaxation, ...others].filter(Boolean)
    return element('li', { class: `tour-dropped-stop${must ? ' is-must' : ''}` },
      element('p', { class: 'tour-name' }, name, must && element('span', { class: 'tag tour-tag' }, t('tours.stop.must.short'))),
      element('p', { class: 'tour-why' }, icon('warning-circle', 'xs'), ' ', constraint ? t(`tours.constraint.${constraint}`) : t(`tours.dropped.${whyNot()}`)),
      ways.length === 0 && text && constraint && element('p', { class: 'side-small' }, text),
      editable && ways.length > 0 && [element('p', { class: 'side-small' }, t('tours.dropped.ways')), element('ul', { class: 'tour-ways' }, ...ways.map((way) => element('li', {}, way.change || way.instead_of
        ? textButton(way.text, 'check', () => apply(stop, name, way), { 'aria-label': t('tours.dropped.apply', { name, text: way.text }) }) : element('span', {}, way.text))))],
      editable && element('div', { class: 'button-row tour-dropped-do' }, insertField(tour, routesOf(tour).filter((route) => !isOfOne || same(route.group, group)), stop, name), textButton(t('tours.row.remove'), 'delete', () => {
        book.reshape(dropStop, stop.id)
        say(t('tours.stop.dropped', { name }))
      }, { 'aria-label': t('tours.stop.drop', { name }) })))

    function whyNot() {
      if (!editable) return 'searching'
      return looking ? 'looking' : !holds ? 'wrong' : unexplained ? 'late' : 'byHand'
    }
  }

  function apply(stop, name, way) {
    const relaxed = relax(book.get(), stop.id, way)
    if (!relaxed) return
    book.reshape(() => relaxed)
    say(t('tours.dropped.applied', { name, text: way.text }))
  }

  /** Somebody who wants it in all the same sees what does not hold then. */
  function insertField(tour, routes, stop, name) {
    const put = (route) => {
      book.reshape(insertStop, stop.id, route)
      say(t('tours.stop.inserted', { name }))
    }
    if (routes.length === 1) return textButton(t('tours.dropped.insert'), 'plus', () => put(routes[0]), { 'aria-label': t('tours.dropped.insert.named', { name }) })
    const field = choice([['', t('tours.dropped.insert')], ...routes.map((route, i) => [String(i), routeName(tour, route)])], '', (i) => i !== '' && put(routes[Number(i)]))
    return element('div', { class: 'tour-insert' }, labelled(t('tours.dropped.insertInto', { name }), field))
  }
}
