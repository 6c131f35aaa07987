import { choice, labelled } from '../desk/forms.js'
import { element } from '../panels/markup.js'
import { filterWork, isWritten, openPast } from '../state/edit.js'
import { shortMoment } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { cell } from './proposals.js'

/** What was retired and can be brought back from its history. */
export async function retiredList({ store, catalogue, editing, account, signal }) {
  const layers = catalogue.layers.filter((layer) => isWritten(layer) && (!account.layers || account.layers.includes(layer.id)))
  const layer = store.get().work.layer || layers.find(({ id }) => id === 'plot')?.id || layers[0]?.id
  const { features } = await editing.retired(layer, { signal })
  const field = choice(layers.map(({ id, title }) => [id, pick(title)]), layer, { id: 'work-layer', on: { change: () => store.change(filterWork, { layer: field.value }) } })
  return [element('div', { class: 'work-filters' }, labelled(t('work.filter.layer'), field)),
    features.length === 0 ? element('div', { class: 'desk-empty' }, element('p', {}, t('work.empty.retired', { layer: pick(catalogue.layer(layer)?.title) })))
      : element('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': t('work.task.retired') },
        element('table', { class: 'desk-table table-cards' }, element('caption', {}, t('work.task.retired')),
          element('thead', {}, element('tr', {}, ...['what', 'author', 'changed', 'reason'].map((column) => element('th', { scope: 'col' }, t(`work.column.${column}`))))),
          element('tbody', {}, ...features.map((one) => element('tr', { 'data-feature': one.id },
            element('th', { scope: 'row' }, element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(openPast, layer, one.id) } }, one.name ?? one.code), element('span', { class: 'row-code' }, one.code)),
            cell('author', one.author ?? '–'), cell('changed', one.at ? shortMoment(one.at) : '–'), cell('reason', one.reason ?? '–'))))))]
}
