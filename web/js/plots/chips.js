import { searchFor } from '../state/search.js'
import { t } from '../text/text.js'
import { element, iconButton, textButton } from '../panels/markup.js'
import { FIELDS } from './filter/conditions.js'

/** The conditions that hold now, each with a button that takes it away; what the form can not express is one of them too. */
export function conditionChips({ store, texts, questions, signal, afterwards }) {
  const root = element('div', { class: 'plots-chips' })
  store.watch((state) => state.search.filter, render, { signal })
  return root

  function render() {
    const { conditions, rest } = questions.read()
    const active = FIELDS.filter(({ key }) => key in conditions)
    root.hidden = active.length + rest.length === 0
    if (root.hidden) return root.replaceChildren()
    root.replaceChildren(element('ul', { class: 'chips', 'aria-label': t('plots.conditions') },
      ...active.map(({ key }) => chip(texts.titleOf(key), texts.conditionOf(key, conditions[key]), () => questions.without(key))),
      ...rest.map((text, i) => chip(t('plots.advanced'), [element('code', {}, text)], () => questions.withoutRest(i)))),
    textButton(t('plots.reset'), 'delete', () => leave('')))
  }

  function chip(title, text, without) {
    return element('li', { class: 'chip' }, element('span', {}, element('span', { class: 'chip-kind' }, title), ' ', ...text),
      iconButton(t('plots.drop', { condition: title }), 'close', () => leave(without())))
  }

  function leave(filter) {
    store.change(searchFor, { filter })
    const next = root.querySelector('button')
    next ? next.focus() : afterwards()
  }
}
