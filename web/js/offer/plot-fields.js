import { pick, t } from '../text/text.js'
import { element } from '../panels/markup.js'

const LONG = /^description_/

/**
 * Controls for attributes of plots, by section, as the descriptor has them. @param names of attributes
 * @param values what is there already @param required names that must be filled in
 */
export function plotFields({ catalogue, names, values = {}, required = [] }) {
  const attributes = names.map((name) => catalogue.attribute('plot', name)).filter(Boolean)
  const controls = new Map(attributes.map((attribute) => [attribute.name, control(attribute)]))
  const root = element('div', { class: 'offer-sections' }, ...catalogue.sections.flatMap((section) => {
    const own = attributes.filter((attribute) => attribute.section === section.id)
    if (own.length === 0) return []
    const open = own.some(({ name }) => required.includes(name) || given(name) !== '')
    return [element('details', { class: 'offer-section', open, 'data-section': section.id }, element('summary', {}, pick(section.title)), element('div', { class: 'offer-pair' }, ...own.map(field)))]
  }))
  return {
    root,
    /** Puts a value into a field that is still empty. */
    propose(name, value) {
      const input = controls.get(name)
      if (input && input.value === '' && value !== null) input.value = String(value)
    },
    /** What differs from what was there: {name: value}, null for what was emptied. */
    changes: () => Object.fromEntries(attributes.map((attribute) => [attribute, controls.get(attribute.name)])
      .filter(([attribute, input]) => input.value !== given(attribute.name)).map(([attribute, input]) => [attribute.name, read(attribute, input.value)])),
    /** The first control that holds what is no value, or nothing where something must be; null if all is well. */
    bad: () => [...controls].find(([name, input]) => !input.validity.valid || (required.includes(name) && input.value === ''))?.[1] ?? null,
    control: (name) => controls.get(name) ?? null,
  }

  function given(name) {
    const value = values[name]
    return value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value)
  }

  function control(attribute) {
    const { name, type, codes } = attribute
    const own = { id: `offer-${name}`, name, class: 'field', 'aria-required': required.includes(name) ? 'true' : null }
    const options = codes ? catalogue.codes(codes).map(({ value, title }) => [value, pick(title)]) : type === 'boolean' ? [['true', t('yes')], ['false', t('no')]] : null
    const made = options ? element('select', own, element('option', { value: '' }, t('offer.notKnown')), ...options.map(([value, text]) => element('option', { value }, text)))
      : type === 'number' || type === 'integer' ? element('input', { ...own, type: 'number', step: type === 'integer' ? '1' : 'any', min: '0' })
        : type === 'date' ? element('input', { ...own, type: 'date', min: '1990-01-01', max: '2200-12-31' })
          : LONG.test(name) ? element('textarea', { ...own, rows: '4', maxlength: '4000' }) : element('input', { ...own, type: 'text', maxlength: '300' })
    made.value = given(name)
    return made
  }

  function field(attribute) {
    const input = controls.get(attribute.name)
    const hint = attribute.help ? pick(attribute.help) : attribute.type === 'text_list' ? t('offer.list') : null
    if (hint) input.setAttribute('aria-describedby', `${input.id}-hint`)
    return element('div', { class: LONG.test(attribute.name) ? 'offer-field is-wide' : 'offer-field', 'data-field': `plot.${attribute.name}` },
      element('label', { for: input.id }, pick(attribute.title), attribute.unit && element('span', { class: 'unit' }, ` (${attribute.unit})`), required.includes(attribute.name) && element('span', { class: 'required' }, ` ${t('offer.required')}`)),
      input, hint && element('p', { class: 'field-hint', id: `${input.id}-hint` }, hint))
  }

  function read({ type }, text) {
    const value = text.trim()
    if (value === '') return null
    if (type === 'number' || type === 'integer') return Number(value)
    if (type === 'boolean') return value === 'true'
    return type === 'text_list' ? value.split(',').map((one) => one.trim()).filter(Boolean) : value
  }
}
