import { t } from '../../text/text.js'
import { labelled } from '../../panels/fields.js'
import { element, nothing, textButton } from '../../panels/markup.js'

const SHOWN = 200

/**
 * A long list of which one row is open at a time, so that a hundred of them stay light.
 * @param rows() @param title(row) @param facts(row) @param fields(row, set) → controls; set(values) changes the row @param drop(row)
 */
export function rowList({ rows, title, facts, fields, set, drop }) {
  const words = element('input', { type: 'search', autocomplete: 'off', on: { input: draw } })
  const list = element('ul', { class: 'camp-rows' })
  const filter = labelled(t('camp.filter'), words)
  let open = null
  draw()
  return { root: element('div', { class: 'side-fold-body' }, filter, list), draw, open: (id) => { open = id; draw(); list.querySelector('[aria-expanded=true]')?.focus() } }

  function draw() {
    const wanted = words.value.trim().toLowerCase()
    const found = rows().filter((row) => `${row.id} ${title(row)}`.toLowerCase().includes(wanted))
    filter.hidden = rows().length < 8
    list.replaceChildren(...(found.length === 0 ? [element('li', {}, nothing(t('camp.noRows')))] : found.slice(0, SHOWN).map(item)),
      ...(found.length > SHOWN ? [element('li', { class: 'side-small' }, t('camp.moreRows', { count: found.length - SHOWN }))] : []))
  }

  function item(row) {
    const isOpen = row.id === open
    const line = element('button', { type: 'button', class: 'camp-row', 'aria-expanded': String(isOpen), on: { click: () => { open = isOpen ? null : row.id; draw(); document.getElementById(`camp-row-${row.id}`)?.focus() } }, id: `camp-row-${row.id}` },
      element('span', {}, title(row)), element('span', { class: 'side-small' }, facts(row)))
    if (!isOpen) return element('li', {}, line)
    return element('li', { class: 'is-open' }, line, element('div', { class: 'side-fields' }, ...fields(row, (values) => { Object.assign(row, values); set({ ...row }) })),
      textButton(t('camp.dropRow'), 'delete', () => { drop(row); open = null; draw() }))
  }
}

const several = (text) => text.split(/[;|]/).map((one) => one.trim()).filter(Boolean)
export const field = {
  text: (label, value, set, attributes = {}) => control(label, value ?? '', (text) => set(text.trim() || undefined), { type: 'text', maxlength: '200', ...attributes }),
  number: (label, value, set, attributes = {}) => control(label, value ?? '', (text) => set(text === '' ? undefined : Number(text)), { type: 'number', inputmode: 'decimal', ...attributes }),
  list: (label, value, set, hint = t('camp.listHint')) => control(label, (value ?? []).join('; '), (text) => set(several(text).length ? several(text) : undefined), { type: 'text' }, hint),
  time: (label, value, set) => control(label, value ?? '', (text) => set(text || undefined), { type: 'time' }),
}

function control(label, value, set, attributes, hint = null) {
  const input = element('input', { ...attributes, value: String(value), on: { input: () => set(input.value) } })
  return labelled(label, input, hint)
}
