import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { amountField } from '../communities/amounts.js'
import { labelled } from '../../panels/fields.js'
import { send } from './sending.js'

/** Writes down the utilised agricultural area of a territory with its source, on the version that is shown. @param present null where it is not known */
export function farmlandForm({ api, territory, present, onSaved }) {
  const values = { hectares: present?.hectares ?? null, year: present?.year ?? null }
  const source = element('input', { type: 'text', id: 'tg-sau-source', maxlength: '500', autocomplete: 'off', value: present?.source ?? '' })
  const trouble = element('p', { class: 'cm-trouble', role: 'alert' })
  const read = { territory, version: present?.version ?? 0 }
  return element('form', { class: 'side-fold-body', novalidate: true, on: { submit: (event) => { event.preventDefault(); save() } } },
    element('p', { class: 'field-hint' }, t('tg.sau.hint')),
    element('div', { class: 'side-fields' }, amountField({ id: 'tg-sau-hectares', label: t('tg.sau.hectares'), unit: 'ha', value: values.hectares, most: 3e7, onChange: (value) => (values.hectares = value) }),
      amountField({ id: 'tg-sau-year', label: t('tg.sau.year'), value: values.year, least: 1900, most: 2100, onChange: (value) => (values.year = value && Math.round(value)) })),
    labelled(t('tg.sau.sourceField'), source), trouble,
    element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t('tg.sau.save')), present && textButton(t('tg.form.remove'), 'delete', () => send(() => api.removeFarmland(read), { trouble, onSaved }))))

  function save() {
    const missing = ['hectares', 'year'].find((name) => !values[name]) ?? (source.value.trim() ? null : 'source')
    if (missing) {
      trouble.textContent = t('tg.sau.missing')
      return document.getElementById(`tg-sau-${missing}`)?.focus()
    }
    return send(() => api.putFarmland(read, { ...values, source: source.value.trim() }), { trouble, onSaved })
  }
}
