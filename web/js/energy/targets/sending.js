import { textButton } from '../../panels/markup.js'
import { t } from '../../text/text.js'
import { problemText } from '../communities/problems.js'

/** Does what a form of this tab asks of the server; what goes wrong is told in `trouble`, with a button to read anew where somebody else was quicker. */
export async function send(work, { trouble, onSaved }) {
  trouble.textContent = ''
  try {
    await work()
    onSaved()
  } catch (problem) {
    trouble.replaceChildren(problemText(problem), ...(problem.type === 'changed-meanwhile' ? [' ', textButton(t('tg.form.again'), 'refresh', onSaved)] : []))
  }
}
