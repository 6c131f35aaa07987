import { element, icon, textButton } from '../panels/markup.js'
import { has, t } from '../text/text.js'

/** What is wrong, as a person reads it: the server's sentence, ours for what was found while typing. */
export function faultText(fault, attributes) {
  if (fault.reason) return fault.reason
  const attribute = attributes.find(({ name }) => name === fault.attribute)
  const key = attribute && has(`edit.rule.${fault.rule}.${attribute.type}`) ? `edit.rule.${fault.rule}.${attribute.type}` : `edit.rule.${fault.rule}`
  return has(key) ? t(key) : fault.rule
}

/** What is missing and what is wrong, each a way to its field or its place on the map. */
export function faultSummary({ faults, titleOf, goToField, goToPlace, checked }) {
  if (faults.length === 0) return element('p', { class: 'edit-complete' }, icon(checked ? 'check-circle' : 'info-circle', 'sm'), ' ', t(checked ? 'edit.complete' : 'edit.unchecked'))
  const wrong = faults.filter(({ kind }) => kind === 'wrong')
  const missing = faults.filter(({ kind }) => kind !== 'wrong')
  const part = (heading, some, kind) => some.length > 0 && element('div', { class: `edit-faults is-${kind}` }, element('h3', {}, heading),
    element('ul', {}, ...some.map((fault) => element('li', { 'data-rule': fault.rule }, fault.attribute
      ? element('button', { type: 'button', class: 'link-button', on: { click: () => goToField(fault.attribute) } }, titleOf(fault.attribute), ': ', fault.text)
      : [fault.text, fault.place && [' ', textButton(t('edit.fault.show'), 'map-marker', () => goToPlace(fault.place))]]))))
  return [part(t('edit.wrong', { count: wrong.length }), wrong, 'wrong'), part(t('edit.missing', { count: missing.length }), missing, 'missing')]
}
