import { element, iconButton } from '../../panels/markup.js'
import { t } from '../../text/text.js'

const PAUSE_MS = 200
const MOST = 8

/** Another feature, looked for by name or code: its id or its code is kept, whichever the attribute holds. */
export function referenceControl(attribute, parts) {
  const { id, names, onChange } = parts
  const box = combobox({ id, find: finder(attribute, parts), onChoose: (found) => { box.say(found?.text ?? ''); onChange(found?.value ?? null) } })
  return { root: box.root, inputs: [box.field], hint: t('edit.searchName'), set: (value) => {
    box.say(value ?? '')
    if (value !== null && value !== undefined) names.resolve(attribute.reference, value).then((found) => found && box.say(`${found.name} (${value})`), () => {})
  } }
}

/** Several of them. */
export function referencesControl(attribute, parts) {
  const { id, names, onChange } = parts
  let chosen = []
  const list = element('ul', { class: 'edit-chosen' })
  const box = combobox({ id, find: finder(attribute, parts), onChoose: (found) => {
    box.say('')
    if (found && !chosen.includes(found.value)) put([...chosen, found.value])
  } })
  function put(values) {
    draw(values)
    onChange(values.length === 0 ? null : values)
  }
  function draw(values) {
    chosen = values
    list.replaceChildren(...values.map((value) => {
      const name = element('span', {}, String(value))
      names.resolve(attribute.reference, value).then((found) => found && (name.textContent = found.name), () => {})
      return element('li', {}, name, iconButton(t('edit.remove', { what: value }), 'close', () => { put(chosen.filter((one) => one !== value)); box.field.focus() }))
    }))
  }
  return { root: [list, ...box.root], inputs: [box.field], hint: t('edit.searchName'), set: (value) => draw(value ?? []) }
}

const quoted = (text) => `'${text.replaceAll("'", "''")}'`
const literally = (words) => words.replace(/[\\%_]/g, '\\$&')

/** Features of the layer that is referred to whose name or code holds the words. */
function finder({ reference, type, name }, { server }) {
  const byId = type === 'integer' || name.endsWith('_ids')
  return async (words, signal) => {
    const pattern = quoted(`%${literally(words)}%`)
    const filter = ['name', 'code'].map((one) => `ACCENTI(CASEI(${one})) LIKE ACCENTI(CASEI(${pattern}))`).join(' OR ')
    const { features } = await server.features(reference, { filter, properties: 'code,name', limit: MOST }, { signal })
    return features.map(({ id, properties }) => ({ value: byId ? id : properties.code, text: properties.name ?? properties.code, hint: properties.name ? properties.code : '' }))
  }
}

/** A field that offers what fits while somebody types; leaving it empty means nothing is chosen. */
function combobox({ id, find, onChoose }) {
  let found = []
  let active = -1
  let timer = null
  let running = null
  const list = element('ul', { id: `${id}-found`, role: 'listbox', class: 'edit-found', hidden: true, 'aria-label': t('edit.found') })
  const note = element('p', { class: 'visually-hidden', role: 'status' })
  const field = element('input', { id, class: 'field', type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
    'aria-controls': list.id, on: { input: later, keydown: onKey, blur: () => setTimeout(() => document.activeElement !== field && shut(true), 150) } })
  let said = ''

  function later() {
    shut() // what was found is of other words
    const words = field.value.trim()
    if (words === '') {
      said = ''
      return onChoose(null)
    }
    if (words.length > 1) timer = setTimeout(() => ask(words), PAUSE_MS)
  }

  async function ask(words) {
    const mine = (running = new AbortController())
    let answer = []
    try {
      answer = await find(words, mine.signal)
    } catch {
      // nothing is offered, and what stood there comes back
    }
    if (mine.signal.aborted) return
    found = answer
    active = -1
    note.textContent = found.length === 0 ? t('search.nothing', { words }) : t('search.found', { count: found.length })
    list.replaceChildren(...(found.length === 0 ? [element('li', { class: 'edit-none' }, t('search.nothing', { words }))] : found.map((one, i) =>
      element('li', { role: 'option', id: `${id}-found-${i}`, 'aria-selected': 'false', on: { mousedown: (event) => { event.preventDefault(); choose(one) } } },
        one.text, one.hint && element('span', { class: 'row-code' }, one.hint)))))
    list.hidden = false
    field.setAttribute('aria-expanded', String(found.length > 0))
  }

  function onKey(event) {
    if (list.hidden) return
    if (event.key === 'Escape') { event.stopPropagation(); return shut(true) }
    if (event.key === 'Enter' && found.length > 0) { event.preventDefault(); return choose(found[Math.max(active, 0)]) }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || found.length === 0) return
    event.preventDefault()
    active = (active + step + found.length) % found.length
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === active))
    field.setAttribute('aria-activedescendant', `${id}-found-${active}`)
  }

  function choose(one) {
    onChoose(one)
    shut()
  }

  // words that chose nothing would look as if they had
  function shut(restore = false) {
    clearTimeout(timer)
    running?.abort()
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
    if (restore) field.value = said
  }

  const say = (text) => (field.value = said = String(text))
  return { root: [field, list, note], field, say }
}
