import { element, textButton } from '../../panels/markup.js'
import { has, language, t } from '../../text/text.js'
import { readNumber, writeNumber } from '../numbers.js'

/** What the items of the lists that descriptors call json are made of; others are edited as they are written. */
const SHAPES = {
  incentives: ['name_it', 'name_en', 'act', 'until:date'],
  stated_constraints: ['kind', 'act', 'share_percent:number'],
  attachments: ['title_it', 'title_en', 'href', 'kind'],
  works: ['what_it', 'what_en', 'done_on:date', 'planned_on:date'],
  certifications: ['scheme', 'body', 'number', 'expires_on:date'],
}

/** A list of items with fields of their own, or plain JSON where nobody said what it is made of. */
export function jsonControl(attribute, parts) {
  return SHAPES[attribute.name] ? itemsControl(SHAPES[attribute.name], parts) : plainControl(attribute, parts)
}

function itemsControl(shape, { id, onChange }) {
  let items = []
  const list = element('ol', { class: 'edit-items' })
  const add = textButton(t('edit.items.add'), 'plus', () => {
    draw([...items, {}])
    list.lastChild.querySelector('input').focus()
  })

  function draw(values) {
    items = values
    list.replaceChildren(...items.map((item, i) => element('li', {}, ...fieldsOf(item, i),
      textButton(t('edit.items.remove', { number: i + 1 }), 'close', () => { draw(items.filter((_, other) => other !== i)); tell(); add.focus() }))))
  }

  // keys that this form does not know stay, and are offered as texts
  function fieldsOf(item, i) {
    const known = shape.map((one) => one.split(':'))
    const others = Object.keys(item).filter((key) => !known.some(([name]) => name === key) && typeof item[key] !== 'object').map((key) => [key, typeof item[key] === 'number' ? 'number' : 'text'])
    return [...known, ...others].map(([key, type = 'text']) => {
      const input = element('input', { type: type === 'date' ? 'date' : 'text', class: 'field', id: `${id}-${i}-${key}`, autocomplete: 'off', on: { input: () => {
        const value = type === 'number' ? readNumber(input.value, language()) ?? '' : input.value
        const { [key]: _, ...rest } = items[i]
        items = items.map((one, other) => (other === i ? (value === '' ? rest : { ...rest, [key]: value }) : one))
        tell()
      } } })
      input.value = type === 'number' ? writeNumber(item[key], language()) : item[key] ?? ''
      return element('div', { class: 'field-group' }, element('label', { for: input.id }, labelOf(key)), input)
    })
  }

  function tell() {
    const given = items.filter((item) => Object.keys(item).length > 0)
    onChange(given.length === 0 ? null : given)
  }

  return { isGroup: true, root: [list, add], inputs: [add], set: (value) => draw(value === null || value === undefined ? [] : [value].flat()) }
}

const labelOf = (key) => (has(`edit.item.${key}`) ? t(`edit.item.${key}`) : has(`item.${key}`) ? t(`item.${key}`) : key.replaceAll('_', ' '))

/** @return a value that is no object where the text is no JSON, so that the check of its type finds it */
function plainControl(attribute, { id, onChange }) {
  const field = element('textarea', { id, class: 'field edit-json', rows: '4', spellcheck: 'false', on: { input: () => onChange(read()) } })
  function read() {
    if (field.value.trim() === '') return null
    try {
      return JSON.parse(field.value)
    } catch {
      return field.value
    }
  }
  return { root: [field], inputs: [field], hint: t('edit.json'), set: (value) => (field.value = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2)) }
}
