import { t } from '../../text/text.js'
import { element } from '../../panels/markup.js'
import { matching } from './candidates.js'
import { missing } from './model.js'
import { picker, rowList } from './rows.js'

/**
 * A section of the editor with one list of the community, its plants or its members: the rows, the buttons that add one by hand, and what of the
 * primary-substation area can be chosen.
 *
 * @param parts of the editor
 * @param section {list, words: {title, hint, choose(count), pick}, line(row) → texts, fields(row) → elements, drop(scenario, id), byHand: buttons, choose: {all(found), name, facts, take(one), takeAll(many) or none}}
 */
export function section(parts, { list, words, line, fields, drop, byHand, choose }) {
  const { book, signal } = parts
  const rows = () => book.get()[list]
  const present = ({ id }) => rows().find((row) => row.id === id) ?? {}
  const picks = element('div', {})
  let shown = null // the picker of the candidates that are there
  parts.candidates.watch(showPicks, signal)
  book.watch('shape', showPicks, signal)
  showPicks()
  return element('div', { class: 'side-fold-body' }, element('p', { class: 'field-hint' }, words.hint),
    rowList({ book, signal, name: words.title, rows, label: ({ name, id }) => name || id, drop: ({ id }) => book.reshape(drop, id),
      line: (row) => line(present(row)).filter(Boolean).join(' · '), fields: (row) => fields(present(row)),
      isComplete: ({ id }) => !missing(book.get()).some((gap) => gap.list === list && gap.id === id) }),
    element('div', { class: 'button-row' }, ...byHand), picks)

  function showPicks() {
    const { status, found } = parts.candidates.result()
    if (status !== 'there') {
      picks.replaceChildren()
      shown = null
      return
    }
    if (shown?.found === found) return shown.render()
    const all = choose.all(found)
    const isTaken = ({ feature }) => rows().some((row) => row.feature === feature)
    shown = { found, ...picker({ id: `cm-pick-${list}`, title: () => words.choose(all.length), label: words.pick, found: (typed) => matching(all, typed),
      name: choose.name, facts: choose.facts, note: found.truncated && t('cm.pick.cut'), open: rows().length === 0,
      actions: (one) => [{ text: t('cm.pick.add'), taken: isTaken(one), take: () => choose.take(one) }], all: choose.takeAll ?? null }) }
    picks.replaceChildren(shown.root)
  }
}

/** Takes what is typed when it is left. */
export const textField = (id, value, onChange) => {
  const field = element('input', { type: 'text', id, autocomplete: 'off', maxlength: '200', on: { change: () => onChange(field.value.trim()) } })
  field.value = value ?? ''
  return field
}
