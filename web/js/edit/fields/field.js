import { element, icon } from '../../panels/markup.js'
import { pick, t } from '../../text/text.js'
import { valueText } from '../../text/format.js'
import { booleanControl, choiceControl, choicesControl } from './choice.js'
import { jsonControl } from './items.js'
import { numberControl } from './number.js'
import { referenceControl, referencesControl } from './reference.js'
import { linesControl, textControl } from './text.js'
import { dateControl, momentControl } from './time.js'

/**
 * One attribute of the form: its name, mark and help, the control that its type asks for, and what is wrong with it. A control is
 * {root, inputs, set(value), isGroup?, hint?, described?} and tells `onChange` its value as JSON, null for not known.
 */
export function createField(attribute, parts, value, onChange) {
  const { catalogue, idPrefix = 'edit', fixed = false } = parts
  const id = `${idPrefix}-${attribute.name}`
  const codes = attribute.codes ? catalogue.codes(attribute.codes) : []
  const control = fixed ? fixedControl(attribute, { id, catalogue }) : controlOf(attribute, codes)(attribute, { ...parts, id, codes, onChange })
  const fault = element('p', { class: 'edit-fault', id: `${id}-fault`, hidden: true })
  const notes = [fixed && t('edit.fixed'), attribute.given && t('edit.given'), pick(attribute.help), control.hint].filter(Boolean)
  const hint = notes.length > 0 && element('p', { class: 'field-hint', id: `${id}-hint` }, notes.join(' · '))
  const marks = [attribute.required && element('span', { class: 'edit-required' }, t('edit.required')),
    attribute.access === 'desk' && element('span', { class: 'edit-desk-only' }, icon('lock', 'xs'), t('edit.deskOnly'))]
  const title = pick(attribute.title)
  const root = control.isGroup
    ? element('fieldset', { class: 'edit-field', 'data-attribute': attribute.name, 'aria-describedby': `${id}-fault` }, element('legend', {}, title, ...marks), hint, ...control.root, fault)
    : element('div', { class: 'edit-field', 'data-attribute': attribute.name }, element('label', { for: id }, title, ...marks), ...control.root, hint, fault)
  const described = [...(control.described ?? []), hint && `${id}-hint`, `${id}-fault`].filter(Boolean).join(' ')
  if (!control.isGroup) for (const input of control.inputs) input.setAttribute('aria-describedby', described)
  control.set(value)

  return {
    root,
    attribute,
    title,
    set: control.set,
    focus: () => control.inputs[0]?.focus(),
    /** @param text what is wrong; null for nothing. @param kind 'missing' or 'wrong' */
    tell(text, kind = 'wrong') {
      fault.hidden = text === null
      fault.replaceChildren(...(text === null ? [] : [icon(kind === 'missing' ? 'info-circle' : 'warning-circle', 'xs'), ' ', text]))
      root.classList.toggle('is-wrong', text !== null && kind === 'wrong')
      root.classList.toggle('is-missing', text !== null && kind === 'missing')
      for (const input of control.inputs) text !== null && kind === 'wrong' ? input.setAttribute('aria-invalid', 'true') : input.removeAttribute('aria-invalid')
    },
  }
}

function controlOf({ type, reference, codes: list }, codes) {
  if (reference) return type === 'text_list' ? referencesControl : referenceControl
  if (type === 'text_list') return codes.length > 0 ? choicesControl : linesControl
  if (list && codes.length > 0) return choiceControl
  return { number: numberControl, integer: numberControl, boolean: booleanControl, date: dateControl, datetime: momentControl, json: jsonControl }[type] ?? textControl
}

/** What stays as it is: the code of a feature that is there. */
function fixedControl(attribute, { id, catalogue }) {
  const field = element('input', { id, class: 'field', readonly: true })
  return { root: [field], inputs: [field], set: (value) => (field.value = value === null || value === undefined ? '' : valueText(attribute, value, catalogue)) }
}
