import { pick, t } from '../text/text.js'
import { element } from '../panels/markup.js'

/** A control for one attribute of a layer: {root, value()} with undefined for nothing; `value` is what is there already. */
export function attributeField({ attribute, value, catalogue, onChange }) {
  const { name, type, codes, unit } = attribute
  const id = `host-${name}`
  const hint = attribute.help ? element('p', { class: 'field-hint', id: `${id}-hint` }, pick(attribute.help)) : null
  const title = [pick(attribute.title), unit && element('span', { class: 'unit' }, ` (${unit})`)]
  const on = { change: onChange, input: onChange }
  if (type === 'text_list') {
    const boxes = catalogue.codes(codes).map((code) => element('input', { type: 'checkbox', value: code.value, checked: (value ?? []).includes(code.value), on: { change: onChange } }))
    return {
      root: element('fieldset', { class: 'host-checks', 'data-field': name }, element('legend', {}, title), ...boxes.map((box) => element('label', {}, box, ' ', pick(catalogue.codeTitle(codes, box.value))))),
      value: () => (boxes.some(({ checked }) => checked) ? boxes.filter(({ checked }) => checked).map((box) => box.value) : undefined),
      control: boxes[0],
    }
  }
  const options = codes ? catalogue.codes(codes).map((code) => [code.value, pick(code.title)]) : type === 'boolean' ? [['true', t('yes')], ['false', t('no')]] : null
  const own = { id, name, class: 'field', 'aria-describedby': hint ? hint.id : null, on }
  const control = options ? element('select', own, element('option', { value: '' }, t('hosts.unknown')), ...options.map(([one, text]) => element('option', { value: one }, text)))
    : type === 'integer' || type === 'number' ? element('input', { ...own, type: 'number', min: '0', step: type === 'integer' ? '1' : 'any', inputmode: 'decimal' })
      : element('input', { ...own, type: 'text', maxlength: '300' })
  control.value = value === undefined || value === null ? '' : String(value)
  return { root: element('div', { class: 'host-field', 'data-field': name }, element('label', { for: id }, title), control, hint), control, value: () => read(type, control.value.trim()) }
}

function read(type, text) {
  if (text === '') return undefined
  if (type === 'boolean') return text === 'true'
  return type === 'integer' || type === 'number' ? Number(text) : text
}
