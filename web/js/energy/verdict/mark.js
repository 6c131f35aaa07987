import { mayPropose, openProposal } from '../../state/edit.js'
import { language, t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { labelled, notice, segments } from '../../panels/fields.js'
import { energyProblem } from '../problems.js'
import { gravestFirst, warningList } from '../warnings.js'

/** Marks the area for a community, or takes a mark away: a proposal with a reason, which somebody else reviews. */
export function markForm({ store, answer, energy, openDesk }) {
  const body = element('div', { class: 'side-fold-body' })
  const account = store.get().session?.account
  const { feature, own } = energy.area.get()
  const marked = feature?.layer === 'energy_area' // only what is an energy area can lose its mark
  const key = crypto.randomUUID?.() // sent twice it is the same proposal
  let mark = 'mark'
  if (!account) body.append(element('p', {}, t('energy.mark.signIn')), element('div', { class: 'button-row' }, textButton(t('account.signIn'), 'user', () => openDesk((desk) => desk.signIn()))))
  else if (!mayPropose(account, 'energy_area')) body.append(element('p', {}, t('energy.mark.notAllowed')))
  else form()
  return element('details', { class: 'side-fold' }, element('summary', {}, t(marked ? 'energy.mark.change' : 'energy.mark')), body)

  function form() {
    const title = element('input', { type: 'text', maxlength: '200', required: true, value: own ?? '', autocomplete: 'off' })
    const reason = element('textarea', { rows: '3', maxlength: '2000', required: true })
    const act = element('input', { type: 'text', maxlength: '300', autocomplete: 'off' })
    const community = element('input', { type: 'text', maxlength: '200', autocomplete: 'off' })
    const trouble = element('p', { class: 'energy-trouble', role: 'alert' })
    const send = element('button', { type: 'submit', class: 'btn btn-primary' }, t('energy.mark.send'))
    const titleField = labelled(t('energy.mark.name'), title)
    const communityField = labelled(t('energy.mark.community'), community)
    const fill = element('form', { class: 'side-fold-body', novalidate: true, on: { submit } },
      marked && segments(t('energy.mark.change'), [['mark', t('energy.mark.mark')], ['unmark', t('energy.mark.unmark')]], mark, (chosen) => {
        mark = chosen
        titleField.hidden = communityField.hidden = chosen === 'unmark'
      }).root,
      element('p', { class: 'field-hint' }, t('energy.mark.hint')), titleField, labelled(t('energy.mark.reason'), reason), labelled(t('energy.mark.act'), act), communityField, trouble, element('div', { class: 'energy-foot' }, send))
    body.append(fill)

    async function submit(event) {
      event.preventDefault()
      const empty = [mark === 'mark' && title, reason].filter(Boolean).find(({ value }) => !value.trim())
      for (const field of [title, reason]) field.setAttribute('aria-invalid', String(field === empty))
      trouble.textContent = empty ? t('energy.mark.empty') : ''
      if (empty) return empty.focus()
      send.disabled = true
      try {
        const marks = mark === 'mark'
        const { proposal, warnings } = await energy.api.mark({ verdict: marks ? answer.id : undefined, mark, feature: marked ? feature.id : undefined, key, reason: reason.value.trim(), act: act.value.trim() || undefined,
          community: marks ? community.value.trim() || undefined : undefined, name: marks ? title.value.trim() : undefined }, language())
        fill.replaceWith(...[notice('good', t('energy.mark.made', { id: proposal })), element('div', { class: 'button-row' }, textButton(t('energy.mark.open'), 'arrow-right', () => store.change(openProposal, proposal))),
          warningList(gravestFirst(warnings), ({ text }) => [text])].filter(Boolean))
      } catch (problem) {
        trouble.textContent = energyProblem(problem)
        send.disabled = false
      }
    }
  }
}
