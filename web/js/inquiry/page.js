import { t, useWords } from '../text/text.js'
import { element, failure } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { formFailure, formWaiting, inquiryForm } from './form.js'
import { inquiryReceipt } from './receipt.js'

/** The place where anybody asks the desk, and sees again what they asked. */
export async function inquiryPage(parts) {
  const { root, store, server, signal } = parts
  await Promise.all([useWords('inquiry', server.locale), useStyles('/css/inquiry.css')])
  let running = null
  store.watch((state) => [state.place, state.receipt, state.language], ([place]) => (place === 'inquiry' ? render() : leave()), { signal })

  function leave() {
    running?.abort()
    root.replaceChildren()
  }

  async function render() {
    running?.abort()
    const mine = (running = new AbortController())
    const { receipt } = store.get()
    const heading = element('h1', { class: 'place-title', tabindex: '-1' }, t(receipt ? 'inquiry.receipt' : 'inquiry.heading'))
    const body = element('div', { class: 'inquiry-body' }, formWaiting())
    const takesFocus = document.activeElement !== document.body && !document.activeElement.closest('.languages')
    root.replaceChildren(element('div', { class: 'place-inner inquiry-inner' }, heading, !receipt && element('p', { class: 'place-text' }, t('inquiry.lead')), body))
    root.scrollTop = 0
    if (takesFocus) heading.focus({ preventScroll: true })
    try {
      const content = await (receipt ? inquiryReceipt : inquiryForm)({ ...parts, signal: mine.signal, again: render })
      if (!mine.signal.aborted) body.replaceChildren(content)
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      body.replaceChildren(receipt && problem.status === 404 ? failure(t('inquiry.noReceipt'), t('retry'), render) : formFailure(render))
    }
  }
}
