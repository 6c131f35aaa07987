import { templateFile } from '../../api/campaigns.js'
import { language, t } from '../../text/text.js'
import { labelled, notice, tick } from '../../panels/fields.js'
import { element, textButton } from '../../panels/markup.js'
import { problemText } from './problems.js'

/** A table to take in: a file, or what was copied out of a spreadsheet. @param take (read, replace) → text of what became of it */
export function tableField({ api, kind, take }) {
  const file = element('input', { type: 'file', accept: '.csv,.xlsx,.txt,text/csv' })
  const pasted = element('textarea', { rows: '4', spellcheck: 'false', placeholder: t(`camp.table.${kind}.example`) })
  const outcome = element('div', { role: 'status' })
  let replace = false
  return element('details', { class: 'side-fold' }, element('summary', {}, t(`camp.table.${kind}`)), element('div', { class: 'side-fold-body' },
    element('p', { class: 'field-hint' }, t('camp.table.template'), ' ', ...['csv', 'xlsx'].flatMap((ending, i) => [i > 0 ? ' · ' : '', element('a', { href: templateFile(kind, ending, language()), download: '' }, ending.toUpperCase())])),
    labelled(t('camp.table.file'), file), labelled(t('camp.table.paste'), pasted, t('camp.table.pasteHint')), kind !== 'preferences' && tick(t('camp.table.replace'), false, (checked) => { replace = checked }),
    element('div', { class: 'button-row' }, textButton(t('camp.table.read'), 'upload', read)), outcome))

  async function read() {
    const content = file.files[0] ?? pasted.value
    if (!content) return pasted.focus()
    try {
      const found = await api.table(kind, content)
      if (found.problems.length > 0) {
        outcome.replaceChildren(notice('warning', element('p', {}, t('camp.table.problems', { count: found.problems.length })), element('ul', {}, ...found.problems.slice(0, 100).map(({ row, column, text }) =>
          element('li', {}, column ? t('camp.table.problem', { row, column, text }) : t('camp.table.rowProblem', { row, text }))))))
        return
      }
      outcome.replaceChildren(notice('good', element('p', {}, take(found, replace))))
      file.value = ''
      pasted.value = ''
    } catch (problem) {
      outcome.replaceChildren(notice('warning', element('p', {}, problemText(problem))))
    }
  }
}
