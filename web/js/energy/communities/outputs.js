import { saveFile } from '../../api/communities.js'
import { language, t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { documentOf } from './model.js'
import { problemText } from './problems.js'

/** What can be taken along: the workbook with its formulas, the table for RECON, and the page on paper. */
export function outputs({ api, book, results, signal }) {
  const said = element('p', { class: 'field-hint', role: 'status' })
  const buttons = [['balance.xlsx', 'xlsx'], ['recon.csv', 'recon']].map(([name, kind]) => textButton(t(`cm.file.${kind}`), 'download', () => download(name)))
  const print = textButton(t('cm.print'), 'print', () => {
    for (const fold of document.querySelectorAll('.cm-results details, #cm-result')) fold.open = true
    window.print()
  })
  const root = element('div', { class: 'cm-outputs' }, element('div', { class: 'button-row' }, ...buttons, print), said, element('p', { class: 'side-small' }, t('cm.screening')))
  results.watch(show, signal)
  show()
  return root

  function show() {
    for (const button of [...buttons, print]) button.disabled = results.answer() === null
  }

  async function download(name) {
    said.textContent = t('cm.file.waiting')
    try {
      const { name: title } = book.get()
      saveFile(await api.file(name, documentOf(book.get()), language()), `${(title || 'comparto').replace(/[^\p{L}\p{N}]+/gu, '_')}_${name}`)
      said.textContent = ''
    } catch (problem) {
      said.textContent = problemText(problem)
    }
  }
}
