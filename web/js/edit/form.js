import { element, icon } from '../panels/markup.js'
import { pick, t } from '../text/text.js'
import { createField } from './fields/field.js'
import { isKnown, sectionsOf } from './values.js'

/**
 * The form of a layer, made from its descriptor: one part that opens for each section, with how much of it is known and what is wrong in it.
 * @param fixed names of attributes that stay as they are
 */
export function createForm({ attributes, fixed, values, parts, onChange }) {
  const { catalogue } = parts
  const fields = new Map()
  const known = { ...values }
  const folds = sectionsOf(catalogue.sections, attributes).map(fold)
  const find = element('input', { type: 'search', id: 'edit-find', class: 'field', autocomplete: 'off', on: { input: () => narrow(find.value.trim().toLocaleLowerCase()) } })
  const none = element('p', { class: 'field-hint', role: 'status' })
  const root = element('div', { class: 'edit-form' }, element('div', { class: 'edit-finder' }, element('label', { for: 'edit-find' }, t('edit.find')), find, none), ...folds.map((one) => one.root))

  function fold({ section, attributes: own }) {
    const count = element('span', { class: 'section-count' })
    const mark = element('span', { class: 'edit-fold-mark', hidden: true })
    const made = own.map((attribute) => {
      const field = createField(attribute, { ...parts, fixed: fixed.includes(attribute.name) }, values[attribute.name] ?? null, (value) => {
        known[attribute.name] = value
        tally()
        onChange(attribute.name, value)
      })
      fields.set(attribute.name, field)
      return field
    })
    const root = element('details', { class: 'edit-fold', 'data-section': section.id, open: own.some(({ required, given, name }) => required || given || fixed.includes(name)) },
      element('summary', {}, element('h3', {}, section.title ? pick(section.title) : t('edit.section.other')), mark, count), element('div', { class: 'edit-fold-body' }, ...made.map((one) => one.root)))
    function tally() {
      count.textContent = t('feature.known', { known: own.filter(({ name }) => isKnown(known[name])).length, all: own.length })
    }
    tally()
    return { root, own, mark, tally }
  }

  function narrow(words) {
    let shown = 0
    for (const { root: part, own } of folds) {
      const fitting = own.filter(({ name }) => {
        const field = fields.get(name)
        const fits = words === '' || `${field.title} ${name}`.toLocaleLowerCase().includes(words)
        field.root.hidden = !fits
        return fits
      })
      shown += fitting.length
      part.hidden = fitting.length === 0
      if (words !== '' && fitting.length > 0) part.open = true
    }
    none.textContent = words === '' ? '' : t('edit.find.found', { count: shown })
  }

  return {
    root,
    titleOf: (name) => fields.get(name)?.title ?? name,
    /** Puts values into the fields, without telling of a change. */
    set(given) {
      for (const [name, value] of Object.entries(given)) {
        known[name] = value
        fields.get(name)?.set(value)
      }
      for (const { tally } of folds) tally()
    },
    /** @param faults those of fields, each with its text; the others stand in the summary */
    tell(faults) {
      for (const [name, field] of fields) {
        const own = faults.filter(({ attribute }) => attribute === name)
        field.tell(own.length === 0 ? null : own.map(({ text }) => text).join(' '), own.some(({ kind }) => kind === 'wrong') ? 'wrong' : 'missing')
      }
      for (const { own, mark } of folds) {
        const bad = faults.filter(({ attribute }) => own.some(({ name }) => name === attribute)).length
        mark.hidden = bad === 0
        mark.replaceChildren(...(bad === 0 ? [] : [icon('warning-circle', 'xs'), ' ', t('edit.fold.faults', { count: bad })]))
      }
    },
    /** Opens the section of a field and goes there. */
    focus(name) {
      if (find.value !== '') {
        find.value = ''
        narrow('')
      }
      const field = fields.get(name)
      if (!field) return
      field.root.closest('details').open = true
      field.root.scrollIntoView({ block: 'center' })
      field.focus()
    },
  }
}
