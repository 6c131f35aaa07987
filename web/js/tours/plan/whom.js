import { choice, labelled, tick } from '../../panels/fields.js'
import { element, icon, iconButton, nothing, textButton } from '../../panels/markup.js'
import { t } from '../../text/text.js'
import { timeField, wholeNumber } from './fields.js'
import { usualMinutes } from './fits.js'
import { hostPicker } from './host-picker.js'
import { stopName } from './hosts.js'
import { addStop, changeLunch, changeStop, dropStop, MOST_STOPS, newStopId, same } from './model.js'
import { placeField } from './place-field.js'

const PRIORITIES = [[20, 'low'], [50, 'middle'], [80, 'high']]

/** The second step: whom to visit. What is chosen stands on top, below it who can be chosen. */
export function whomStep(parts) {
  const { book, hosts, live, say } = parts
  const list = element('ul', { class: 'tour-chosen', 'aria-label': t('tours.whom.chosen') })
  const count = element('p', { class: 'side-small' })
  const opened = new Set()
  book.watch('any', show, live)
  hosts.watch(show, live)
  show()
  return element('div', { class: 'tour-form' }, element('h2', { tabindex: '-1' }, t('tours.whom')), count, list, hostPicker(parts), freeStop(parts))

  function show() {
    const { stops, lunch } = book.get().question
    count.textContent = stops.length === 0 ? t('tours.whom.none') : t('tours.whom.count', { count: stops.length })
    const focused = list.contains(document.activeElement) ? document.activeElement.id || document.activeElement.dataset.does : null
    const typing = list.contains(document.activeElement) && document.activeElement.matches('input')
    if (typing && list.children.length === stops.length) return // what is typed stays under the hands of whoever types
    list.replaceChildren(...stops.map((stop) => row(stop, lunch)))
    if (focused) list.querySelector(`#${CSS.escape(focused)}, [data-does="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
  }

  function row(stop, lunch) {
    const host = hosts.get(stop.id)
    const name = stopName(stop, hosts)
    const key = String(stop.id)
    const folded = element('details', { class: 'tour-stop-more', open: opened.has(key), on: { toggle: ({ target }) => opened[target.open ? 'add' : 'delete'](key) } },
      element('summary', { class: 'icon-button', id: `tour-more-${key}`, 'aria-label': t('tours.stop.more', { name }), title: t('tours.stop.more.short') }, icon('pencil', 'sm')),
      element('div', { class: 'side-fields' },
        labelled(t('tours.stop.minutes'), wholeNumber(stop.visitMinutes, { min: 5, max: 600 }, (visitMinutes) => book.change(changeStop, stop.id, { visitMinutes }), { placeholder: usualMinutes(host), id: `tour-minutes-${key}` })),
        labelled(t('tours.stop.priority'), choice(PRIORITIES.map(([value, word]) => [value, t(`tours.priority.${word}`)]), nearest(stop.priority), (value) => book.change(changeStop, stop.id, { priority: Number(value) }), { id: `tour-priority-${key}` })),
        labelled(t('tours.stop.buffer'), wholeNumber(stop.bufferMinutes, { min: 0, max: 120 }, (bufferMinutes) => book.change(changeStop, stop.id, { bufferMinutes }), { placeholder: '0', id: `tour-buffer-${key}` })),
        windowFields(stop, key)),
      tick(t('tours.stop.lunch'), same(lunch?.stop, stop.id), (on) => book.change(changeLunch, { stop: on ? stop.id : null }), { id: `tour-lunch-${key}` }))
    return element('li', { class: 'tour-chosen-stop' },
      element('div', { class: 'tour-chosen-line' }, element('span', { class: 'tour-name' }, name),
        element('button', { type: 'button', class: 'side-chip', id: `tour-must-${key}`, 'aria-pressed': String(Boolean(stop.must)), 'aria-label': t('tours.stop.must', { name }), on: { click: () => book.change(changeStop, stop.id, { must: !stop.must }) } }, t('tours.stop.must.short')),
        iconButton(t('tours.stop.drop', { name }), 'close', () => {
          book.change(dropStop, stop.id)
          say(t('tours.stop.dropped', { name }))
          list.parentElement.querySelector('h2')?.focus({ preventScroll: true })
        }, { id: `tour-drop-${key}` })), folded)
  }

  /** Another time than the host's own hours, as agreed by telephone. */
  function windowFields(stop, key) {
    const [window] = stop.windows ?? []
    const fields = ['from', 'to'].map((which) => timeField(window?.[which], put, { optional: true, id: `tour-${which}-${key}` }))
    return fields.map((field, i) => labelled(t(i === 0 ? 'tours.stop.from' : 'tours.stop.to'), field))

    /** An end that is not after the beginning is wrong and changes nothing. */
    function put() {
      const [from, to] = fields.map(({ value }) => value.slice(0, 5) || undefined)
      const wrong = from && to && from >= to
      for (const field of fields) wrong ? field.setAttribute('aria-invalid', 'true') : field.removeAttribute('aria-invalid')
      if (!wrong) book.change(changeStop, stop.id, { windows: from || to ? [{ ...window, from, to }] : null })
    }
  }
}

const nearest = (priority = 50) => PRIORITIES.map(([value]) => value).sort((a, b) => Math.abs(a - priority) - Math.abs(b - priority))[0]

/** A stop that is no host: any place, for so many minutes. */
function freeStop(parts) {
  const { book, say } = parts
  const body = element('div', { class: 'side-fold-body' })
  let place = null
  const show = () => {
    const name = element('input', { type: 'text', maxlength: '120' })
    name.value = place?.name ?? ''
    let minutes = 30
    const full = book.get().question.stops.length >= MOST_STOPS
    body.replaceChildren(
      placeField({ label: t('tours.free.place'), get: () => place, onChoose: (chosen) => { place = chosen; if (chosen?.name && !name.value) name.value = chosen.name } }, parts).root,
      element('div', { class: 'side-fields' }, labelled(t('tours.free.name'), name), labelled(t('tours.stop.minutes'), wholeNumber(minutes, { min: 5, max: 600 }, (value) => (minutes = value ?? 30)))),
      element('p', { class: 'side-small' }, icon('info-circle', 'xs'), ' ', t('tours.free.hint')),
      element('div', { class: 'button-row' }, textButton(t('tours.free.add'), 'plus', () => {
        if (!place) return body.querySelector('input').focus()
        const stop = { id: newStopId(book.get()), point: place.point, name: name.value.trim() || place.name || t('tours.free.unnamed'), visitMinutes: minutes, priority: 50 }
        book.change(addStop, stop)
        say(t('tours.stop.added', { name: stop.name }))
        place = null
        show()
        body.querySelector('input').focus()
      }, { disabled: full })), full && nothing(t('tours.whom.full', { count: MOST_STOPS })))
  }
  show()
  return element('details', { class: 'side-fold' }, element('summary', {}, t('tours.free')), body)
}
