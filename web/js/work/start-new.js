import { choice, labelled, primary } from '../desk/forms.js'
import { element } from '../panels/markup.js'
import { mayDraw, proposeNew } from '../state/edit.js'
import { pick, t } from '../text/text.js'

/** What is drawn most, the first that somebody may propose. */
const USUAL = ['plot', 'energy_area', 'industrial_zone']

/** The way to draw something new, of a layer of those that the account may propose. */
export function startNew({ store, catalogue, account }) {
  const layers = catalogue.layers.filter((layer) => mayDraw(account, layer))
  if (layers.length === 0) return null
  const field = choice(layers.map(({ id, title }) => [id, pick(title)]), USUAL.find((usual) => layers.some(({ id }) => id === usual)) ?? layers[0].id, { id: 'work-new' })
  return element('div', { class: 'work-start' }, labelled(t('work.new.layer'), field), primary(t('work.new.start'), {}, () => store.change(proposeNew, field.value)))
}
