import { position } from '../../text/format.js'
import { pick, t } from '../../text/text.js'
import { labelled } from '../../panels/fields.js'
import { element, iconButton, textButton } from '../../panels/markup.js'
import { placeField } from '../plan/place-field.js'
import { problemText } from '../plan/problems.js'
import { bothLanguages } from './both.js'

const FOUND = 8

/** The stops of a route in their order: hosts that are looked for by name, or places of the map. They are shown on the map as they are. */
export function stopFields(parts) {
  const { draft, tours, overlay, signal } = parts
  const list = element('ol', { class: 'theme-edit-stops' })
  const found = element('ul', { class: 'tour-found', 'aria-label': t('themes.stops.found') })
  const said = element('p', { class: 'side-small', role: 'status' })
  const words = element('input', { type: 'search', id: 'theme-host', maxlength: 100, on: { keydown: (event) => { if (event.key === 'Enter') { event.preventDefault(); find() } } } })
  const point = placeField({ label: t('themes.stops.point'), get: () => null, onChoose: (place) => place && add({ ...place.point, name: { it: place.name ?? '', en: place.name ?? '' }, text: {} }) }, parts)
  write()
  return element('section', { class: 'side-tab', 'aria-label': t('themes.stops.heading') }, element('h3', {}, t('themes.stops.heading')), element('p', { class: 'side-small' }, t('themes.stops.hint')), list,
    labelled(t('themes.stops.host'), words), element('div', { class: 'button-row' }, textButton(t('themes.stops.find'), 'search', find)), found, said, point.root)

  function write(focus = null) {
    list.replaceChildren(...draft.stops.map((stop, i) => {
      stop.text ??= {}
      const name = pick(stop.name) || t('themes.stops.number', { number: i + 1 })
      return element('li', {}, element('div', { class: 'theme-edit-head' }, element('strong', {}, name), element('span', { class: 'side-small' }, stop.host ? t('themes.stops.isHost') : position(stop.lat, stop.lon)),
        iconButton(t('themes.stops.up', { name }), 'arrow-up', () => move(i, -1), { disabled: i === 0, 'data-do': `${i}:-1` }),
        iconButton(t('themes.stops.down', { name }), 'arrow-down', () => move(i, 1), { disabled: i === draft.stops.length - 1, 'data-do': `${i}:1` }),
        iconButton(t('themes.stops.out', { name }), 'close', () => { draft.stops.splice(i, 1); write(); words.focus() })),
      element('details', { class: 'side-fold', open: !stop.name.it || !stop.name.en }, element('summary', {}, t('themes.stops.words')), element('div', { class: 'side-fold-body' },
        bothLanguages(`stops[${i}].name`, t('themes.stops.name'), stop.name, { maxlength: 200, required: true }), bothLanguages(`stops[${i}].text`, t('themes.stops.text'), stop.text, { maxlength: 2000, rows: 3 }))))
    }))
    overlay.show({ signs: draft.stops.map(({ lon, lat }, i) => ({ lon, lat, text: String(i + 1), kind: 'tour', rank: 0 })) })
    const wanted = focus && list.querySelector(`[data-do="${focus}"]`)
    ;(wanted?.disabled ? wanted.parentElement.querySelector('button:not(:disabled)') : wanted)?.focus()
  }

  function move(i, by) {
    const [stop] = draft.stops.splice(i, 1)
    draft.stops.splice(i + by, 0, stop)
    write(`${i + by}:${by}`)
  }

  function add(stop) {
    draft.stops.push(stop)
    found.replaceChildren()
    said.textContent = t('themes.stops.added', { name: pick(stop.name) || t('themes.stops.number', { number: draft.stops.length }) })
    write()
  }

  async function find() {
    said.textContent = t('search.waiting')
    try {
      const { hosts } = await tours.api.hosts({ q: words.value.trim(), limit: FOUND }, { signal })
      said.textContent = hosts.length === 0 ? t('themes.stops.nobody') : ''
      found.replaceChildren(...hosts.map((host) => element('li', {}, textButton([pick(host.name) || host.code, host.municipalityName].filter(Boolean).join(' · '), 'plus', () => {
        const { it, en } = host.name ?? {}
        add({ host: host.id, lon: host.entrance.lon, lat: host.entrance.lat, name: { it: it ?? en ?? host.code, en: en ?? it ?? host.code }, text: {} })
      }))))
    } catch (problem) {
      if (!signal.aborted) said.textContent = problemText(problem)
    }
  }
}
