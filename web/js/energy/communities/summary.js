import { t } from '../../text/text.js'
import { element } from '../../panels/markup.js'
import { euros, percent, powerText } from './amounts.js'
import { sizeOf } from './model.js'
import { incentivesOf } from './results.js'

/** One line that stays in sight: how large it is, what is shared and what it brings. */
export function summaryStrip({ book, results, signal }) {
  const root = element('p', { class: 'cm-strip', role: 'status' })
  book.watch('any', show, signal)
  results.watch(show, signal)
  show()
  return root

  function show() {
    const { kw, plants, members } = sizeOf(book.get())
    const answer = results.answer()
    const { status } = results.state()
    const sum = answer && incentivesOf(answer)
    root.classList.toggle('is-old', status === 'waiting')
    root.replaceChildren(element('span', {}, powerText(kw)), element('span', {}, t('cm.strip.rows', { plants, members })), ...(answer ? [element('strong', {}, t('cm.strip.shared', { share: percent(answer.totals.sharedShare) })),
      element('strong', {}, t('cm.perYear', { amount: euros(sum) }))] : [element('span', {}, t(`cm.strip.${status}`))]))
  }
}
