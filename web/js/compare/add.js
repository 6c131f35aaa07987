import { lastOf } from '../api/last.js'
import { MOST_COMPARED } from '../state/ranking.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'

/** Finds a further plot by name or code and puts it beside the others. */
export function addPlot({ server, signal, ids, put }) {
  const question = lastOf(signal)
  const field = element('input', { type: 'text', id: 'compare-add', class: 'field', autocomplete: 'off', maxlength: '100', on: { keydown: (event) => { if (event.key === 'Enter') { event.preventDefault(); find() } } } })
  const said = element('p', { class: 'field-hint', role: 'status' })
  const found = element('ul', { class: 'compare-found', 'aria-label': t('compare.found') })
  if (ids.length >= MOST_COMPARED) return element('p', { class: 'field-hint' }, t('compare.full', { most: MOST_COMPARED }))
  return element('div', { class: 'compare-add' }, element('label', { for: field.id }, t('compare.add')),
    element('div', { class: 'field-with-button' }, field, textButton(t('compare.find'), 'search', find)), said, found)

  async function find() {
    const words = field.value.trim()
    const mine = question()
    found.replaceChildren()
    if (words.length < 2) return
    said.textContent = t('search.waiting')
    try {
      const { items } = await server.search(words, { signal: mine })
      if (mine.aborted) return
      const plots = items.filter(({ layer, id }) => layer === 'plot' && !ids.includes(id))
      said.textContent = plots.length === 0 ? t('search.nothing', { words }) : t('search.found', { count: plots.length })
      found.replaceChildren(...plots.map(({ id, name, code }) => element('li', {}, textButton(t('compare.addThis', { name: name ?? code }), 'plus-circle', () => put([...ids, id], true)))))
    } catch {
      if (!mine.aborted) said.textContent = t('search.failed')
    }
  }
}
