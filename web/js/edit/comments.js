import { element, textButton } from '../panels/markup.js'
import { attempt, choice, labelled, notice } from '../desk/forms.js'
import { problemText } from '../desk/problems.js'
import { shortMoment } from '../text/format.js'
import { pick, t } from '../text/text.js'

/** What people say about a proposal, each pinned to a field, to a place or to nothing, with its number on the map; and a way to add to it. */
export function commentsPart({ editing, proposal, attributes, pickPlace, goToField, goToPlace, onPlaces, signal }) {
  let comments = [...proposal.comments]
  const list = element('ol', { class: 'edit-comments' })
  const open = element('span', { class: 'section-count' })
  const root = element('details', { class: 'edit-fold edit-talk', open: comments.some(({ resolved }) => !resolved) }, element('summary', {}, element('h3', {}, t('comment.heading')), open),
    element('div', { class: 'edit-fold-body' }, list, form()))
  const titleOf = (name) => pick(attributes.find((attribute) => attribute.name === name)?.title) || name
  draw()
  return root

  function draw() {
    open.textContent = t('comment.open', { count: comments.filter(({ resolved }) => !resolved).length })
    list.replaceChildren(...comments.map((one, i) => element('li', { class: one.resolved ? 'is-resolved' : null, 'data-comment': one.id, value: String(i + 1) },
      element('p', { class: 'comment-head' }, element('strong', {}, one.author), ' · ', shortMoment(one.at), one.resolved && element('span', { class: 'tag' }, t('comment.resolved'))),
      element('p', { class: 'comment-text' }, one.text),
      element('div', { class: 'button-row' },
        one.place && textButton(t('comment.toPlace'), 'map-marker', () => goToPlace(one.place)),
        one.attribute && textButton(t('comment.toField', { field: titleOf(one.attribute) }), 'arrow-right', () => goToField(one.attribute)),
        !one.resolved && textButton(t('comment.resolve'), 'check', attempt(() => resolve(one)))))))
    onPlaces(comments.map((one, i) => ({ ...one, id: i + 1, resolved: one.resolved })).filter(({ place, resolved }) => place && !resolved))
  }

  async function resolve(one) {
    await editing.resolve(proposal.id, one.id)
    comments = comments.map((other) => (other.id === one.id ? { ...other, resolved: true } : other))
    draw()
  }

  function form() {
    let place = null
    const text = element('textarea', { rows: '2', maxlength: '4000' })
    const where = choice([['', t('comment.whole')], ...attributes.map(({ name, title }) => [name, pick(title)])], '')
    const said = element('p', { class: 'field-hint', role: 'status' })
    const trouble = element('div')
    const pin = textButton(t('comment.pin'), 'map-marker-plus', async () => {
      said.textContent = t('comment.pinning')
      place = await pickPlace()
      said.textContent = place ? t('comment.pinned') : ''
      if (!signal.aborted) text.focus()
    })
    const send = element('button', { type: 'button', class: 'btn btn-outline-primary', on: { click: add } }, t('comment.add'))
    async function add() {
      if (!text.value.trim()) return text.focus()
      send.disabled = true
      try {
        const given = { text: text.value.trim(), place, attribute: where.value || null }
        await editing.comment(proposal.id, given)
        comments = (await editing.proposal(proposal.id)).comments
        text.value = where.value = said.textContent = ''
        place = null
        trouble.replaceChildren()
        draw()
      } catch (problem) {
        trouble.replaceChildren(notice('error', problemText(problem)))
      } finally {
        send.disabled = false
      }
    }
    return element('div', { class: 'comment-form' }, labelled(t('comment.text'), text), labelled(t('comment.about'), where), said, trouble, element('div', { class: 'button-row' }, pin, send))
  }
}
