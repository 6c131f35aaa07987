import { t } from '../../text/text.js'
import { labelled } from '../../panels/fields.js'
import { element } from '../../panels/markup.js'

/**
 * The same words in Italian and in English, side by side where there is room.
 * @param values {it, en}, which is written into @param rows more than one line @param required whether both are needed
 */
export function bothLanguages(name, label, values, { rows = null, maxlength, required = false }) {
  return element('fieldset', { class: 'side-set' }, element('legend', {}, label), element('div', { class: 'side-fields' }, ...['it', 'en'].map((language) => {
    const control = element(rows ? 'textarea' : 'input', { name: `${name}.${language}`, lang: language, rows, maxlength, required, on: { input: () => { values[language] = control.value; control.removeAttribute('aria-invalid') } } })
    control.value = values[language] ?? ''
    return labelled(t(`themes.language.${language}`), control)
  })))
}

/** Shows the first of the words that are needed and not there. @returns what they are called, or null if nothing is missing */
export function showMissing(form) {
  const control = [...form.elements].find((one) => one.required && one.value.trim() === '')
  if (!control) return null
  const fold = control.closest('details')
  if (fold) fold.open = true
  control.setAttribute('aria-invalid', 'true')
  control.focus()
  return `${control.closest('fieldset').querySelector('legend').textContent} (${t(`themes.language.${control.lang}`)})`
}
