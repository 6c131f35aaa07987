import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { amountField } from '../communities/amounts.js'
import { labelled } from '../../panels/fields.js'
import { send } from './sending.js'

/** Sets or changes a target, on the version that is shown. @param target null for a new one */
export function targetForm({ api, territory, target, onSaved }) {
  const key = target?.year ?? 'new'
  const values = { mw: target?.mw ?? null, gwh: target?.gwh ?? null, farmlandPercent: target?.farmlandPercent ?? null }
  let year = target?.year ?? null
  const note = element('textarea', { id: `tg-${key}-note`, rows: '2', maxlength: '1000' })
  note.value = target?.note ?? ''
  const trouble = element('p', { class: 'cm-trouble', role: 'alert' })
  const amount = (name, unit, most) => amountField({ id: `tg-${key}-${name}`, label: t(`tg.form.${name}`), unit, value: values[name], most, onChange: (value) => (values[name] = value) })
  const plain = () => Object.fromEntries(Object.entries({ ...values, note: note.value.trim() || null }).filter(([, value]) => value !== null))
  return element('form', { class: 'side-fold-body', novalidate: true, on: { submit: (event) => { event.preventDefault(); save() } } },
    element('div', { class: 'side-fields' }, target ? null : amountField({ id: 'tg-new-year', label: t('tg.form.year'), value: null, least: 2000, most: 2100, onChange: (value) => (year = value && Math.round(value)) }),
      amount('mw', 'MW', 1e6), amount('gwh', 'GWh', 1e6), amount('farmlandPercent', '%', 100)), labelled(t('tg.form.note'), note), trouble,
    element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t('tg.form.save')), target && textButton(t('tg.form.remove'), 'delete', () => send(() => api.removeTarget(target), { trouble, onSaved }))))

  function save() {
    if (!year) {
      trouble.textContent = t('tg.form.noYear')
      return document.getElementById('tg-new-year')?.focus()
    }
    return send(() => api.putTarget({ territory, year, version: target?.version ?? 0 }, plain()), { trouble, onSaved })
  }
}
