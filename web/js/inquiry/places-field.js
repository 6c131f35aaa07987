import { lastOf } from '../api/last.js'
import { askAbout, askNotAbout } from '../state/view.js'
import { pick, t } from '../text/text.js'
import { element, iconButton, textButton } from '../panels/markup.js'
import { placeName } from './facts.js'
import { idOf } from './fields.js'

const LAYERS = ['plot', 'industrial_zone', 'logistics_zone']

/** The plots and zones that the inquiry is about: named on the map, or looked for here by name or code. */
export function placesField({ store, server, catalogue, signal }) {
  const id = idOf('places')
  const question = lastOf(signal)
  let shown = 0
  const chips = element('ul', { class: 'chips', 'aria-label': t('inquiry.field.places') })
  const words = element('input', { type: 'text', id, class: 'field', autocomplete: 'off', 'aria-describedby': `${id}-hint ${id}-fault`,
    on: { keydown: (event) => { if (event.key === 'Enter') { event.preventDefault(); find() } } } })
  const found = element('ul', { class: 'found', 'aria-label': t('inquiry.places.found') })
  const said = element('p', { class: 'field-hint', role: 'status' })

  async function show(about) {
    const mine = ++shown
    chips.hidden = about.length === 0
    chips.replaceChildren(...about.map((one) => chip(one, `${pick(catalogue.layer(one.layer)?.title)} ${one.id}`)))
    const named = await Promise.all(about.map(async (one) => {
      try {
        const { properties } = await server.feature(one.layer, one.id, { signal })
        return chip(one, placeName(properties))
      } catch {
        return chip(one, t('inquiry.places.gone', { id: one.id }))
      }
    }))
    if (mine === shown) chips.replaceChildren(...named)
  }

  const chip = (one, name) => element('li', { class: 'chip' }, element('span', {}, element('span', { class: 'chip-kind' }, pick(catalogue.layer(one.layer)?.title)), ' ', name),
    iconButton(t('inquiry.places.remove', { name }), 'close', () => {
      store.change(askNotAbout, one.layer, one.id)
      words.focus()
    }))

  async function find() {
    const asked = words.value.trim()
    if (asked.length < 2) return
    const mine = question()
    said.textContent = t('search.waiting')
    try {
      const { items } = await server.search(asked, { signal: mine })
      if (mine.aborted) return
      const usable = items.filter(({ layer }) => LAYERS.includes(layer))
      said.textContent = usable.length === 0 ? t('search.nothing', { words: asked }) : t('search.found', { count: usable.length })
      found.replaceChildren(...usable.map(({ layer, id: feature, code, name }) => {
        const title = placeName({ code, name })
        return element('li', {}, textButton(title, 'plus', () => {
          store.change(askAbout, layer, feature)
          found.replaceChildren()
          said.textContent = t('inquiry.places.added', { name: title })
          words.value = ''
          words.focus()
        }, { 'aria-label': t('inquiry.places.add', { name: title }) }))
      }))
    } catch {
      if (!mine.aborted) said.textContent = t('search.failed')
    }
  }

  store.watch((state) => [state.about, state.language], ([about]) => show(about), { signal })
  return element('div', { class: 'inquiry-field', 'data-field': 'places' }, chips,
    element('label', { for: id }, t('inquiry.places.search'), element('span', { class: 'optional' }, t('inquiry.optional'))),
    element('div', { class: 'field-with-button' }, words, textButton(t('inquiry.places.find'), 'search', find)),
    element('p', { class: 'field-hint', id: `${id}-hint` }, t('inquiry.places.hint')), said, found,
    element('p', { class: 'field-fault', id: `${id}-fault` }))
}
