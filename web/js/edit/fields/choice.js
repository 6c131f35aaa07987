import { element } from '../../panels/markup.js'
import { pick, t } from '../../text/text.js'

const MANY = 15

/** One code of a list; a long list is searched by typing. */
export function choiceControl(attribute, parts) {
  return parts.codes.length > MANY ? searched(attribute, parts) : listed(attribute, parts)
}

function listed(attribute, { id, codes, onChange }) {
  const field = element('select', { id, class: 'field', on: { change: () => onChange(field.value || null) } },
    element('option', { value: '' }, t('notKnown')), ...codes.map(({ value, title }) => element('option', { value }, pick(title))))
  const set = (value) => {
    if (value !== null && value !== undefined && !codes.some((code) => code.value === String(value))) field.append(element('option', { value: String(value) }, String(value)))
    field.value = value ?? ''
  }
  return { root: [field], inputs: [field], set }
}

function searched(attribute, { id, codes, onChange }) {
  const byTitle = new Map(codes.map((code) => [pick(code.title).toLocaleLowerCase(), code.value]))
  const titleOf = (value) => pick(codes.find((code) => code.value === String(value))?.title) || String(value ?? '')
  const read = () => {
    const typed = field.value.trim()
    return typed === '' ? null : byTitle.get(typed.toLocaleLowerCase()) ?? codes.find(({ value }) => value === typed)?.value ?? typed
  }
  const field = element('input', { id, class: 'field', type: 'text', list: `${id}-codes`, autocomplete: 'off', on: { input: () => onChange(read()) } })
  const list = element('datalist', { id: `${id}-codes` }, ...codes.map((code) => element('option', { value: pick(code.title) }, code.value)))
  return { root: [field, list], inputs: [field], hint: t('edit.searchCode', { count: codes.length }), set: (value) => (field.value = titleOf(value)) }
}

/** Several codes of a list, to be ticked. */
export function choicesControl(attribute, { id, codes, onChange }) {
  let chosen = []
  const boxes = codes.map(({ value, title }, i) => {
    const box = element('input', { type: 'checkbox', id: `${id}-${i}`, value, on: { change } })
    return { box, row: element('div', { class: 'edit-tick' }, box, element('label', { for: `${id}-${i}` }, pick(title))) }
  })
  function change() {
    const listed = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value)
    const others = chosen.filter((one) => !codes.some(({ value }) => value === String(one)))
    chosen = [...listed, ...others]
    onChange(chosen.length === 0 ? null : chosen)
  }
  const list = element('div', { class: 'edit-ticks' }, ...boxes.map(({ row }) => row))
  const find = boxes.length > MANY && element('input', { type: 'search', class: 'field', 'aria-label': t('edit.findCode'), placeholder: t('edit.findCode'), on: { input: () => {
    const words = find.value.trim().toLocaleLowerCase()
    for (const { row } of boxes) row.hidden = !row.textContent.toLocaleLowerCase().includes(words)
  } } })
  return { isGroup: true, root: [find, list].filter(Boolean), inputs: boxes.map(({ box }) => box), set: (value) => {
    chosen = value ?? []
    for (const { box } of boxes) box.checked = chosen.map(String).includes(box.value)
  } }
}

/** Yes, no, or not known: three answers, so three buttons. */
export function booleanControl(attribute, { id, onChange }) {
  const answers = [[true, t('yes')], [false, t('no')], [null, t('notKnown')]]
  const radios = answers.map(([value, label], i) => {
    const radio = element('input', { type: 'radio', name: id, id: `${id}-${i}`, on: { change: () => onChange(value) } })
    return { value, radio, row: element('div', { class: 'edit-radio' }, radio, element('label', { for: `${id}-${i}` }, label)) }
  })
  return { isGroup: true, root: [element('div', { class: 'edit-radios' }, ...radios.map(({ row }) => row))], inputs: radios.map(({ radio }) => radio),
    set: (value) => radios.forEach((one) => (one.radio.checked = one.value === (value ?? null))) }
}
