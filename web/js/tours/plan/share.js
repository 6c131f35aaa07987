import { tick } from '../../panels/fields.js'
import { element, icon, textButton } from '../../panels/markup.js'
import { day } from '../../text/format.js'
import { t } from '../../text/text.js'
import { problemText } from './problems.js'

/** Links to a saved tour: one to look at, which ends and can be taken back, and the one with its key, by which it is changed. */
export function sharing({ record, tours }) {
  let contacts = Boolean(record.sharing?.contacts)
  let link = null
  const body = element('div', { class: 'side-fold-body' })
  show()
  return element('details', { class: 'side-fold' }, element('summary', {}, icon('share', 'sm'), t('tours.share')), body)

  function show(problem = null) {
    const { sharing: shared } = record
    body.replaceChildren(...[
      element('p', { class: 'side-small' }, t(shared ? 'tours.share.until' : 'tours.share.hint', { day: shared ? day(shared.expires) : '' })),
      link && linkField(t('tours.share.link'), link),
      tick(t('tours.share.contacts'), contacts, (on) => (contacts = on)),
      element('div', { class: 'button-row' }, textButton(t(shared ? 'tours.share.anew' : 'tours.share.make'), 'link', make), shared && textButton(t('tours.share.end'), 'close', end)),
      problem && element('p', { class: 'tour-trouble', role: 'alert' }, problemText(problem)),
      record.key && [element('p', { class: 'side-small' }, icon('key', 'xs'), ' ', t('tours.share.key')), linkField(t('tours.share.keyLink'), `${location.origin}/#place=tours&view=plan&tour=${record.id}&key=${record.key}`)],
    ].flat().filter(Boolean))
  }

  async function make() {
    try {
      const made = await tours.api.share(record.id, record.key, { contacts })
      link = new URL(made.link ?? `/tour.html?t=${made.token}`, location.origin).href
      record.sharing = { expires: made.expires, contacts }
      show()
      body.querySelector('input[readonly]')?.focus()
    } catch (problem) {
      show(problem)
    }
  }

  async function end() {
    try {
      await tours.api.unshare(record.id, record.key)
      link = null
      record.sharing = null
      show()
      body.querySelector('button')?.focus()
    } catch (problem) {
      show(problem)
    }
  }
}

function linkField(label, value) {
  const said = element('span', { class: 'side-small', role: 'status' })
  const field = element('input', { type: 'text', class: 'field', readonly: true, 'aria-label': label, on: { focus: () => field.select() } })
  field.value = value
  return element('div', { class: 'tour-link' }, field, textButton(t('tours.copyLink'), 'copy', async () => {
    try {
      await navigator.clipboard.writeText(value)
      said.textContent = t('tours.copied')
    } catch {
      field.focus()
      said.textContent = t('tours.copyByHand')
    }
  }), said)
}
