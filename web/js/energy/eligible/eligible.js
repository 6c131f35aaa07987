import { askEnergy } from '../../state/energy.js'
import { showSideLayers } from '../../state/side.js'
import { chooseTerritory, lookAt } from '../../state/view.js'
import { legendRows } from '../../state/style.js'
import { swatch } from '../../map/swatch.js'
import { pick, t } from '../../text/text.js'
import { element, nothing } from '../../panels/markup.js'
import { choice, labelled, notice, tick } from '../../panels/fields.js'
import { dateField } from '../moments.js'
import { today } from '../texts.js'
import { technologyChoice } from '../verdict/question.js'
import { holdsOn } from './asking.js'
import { computingStatus } from './status.js'
import { timeMachine } from './time-machine.js'

const LAYERS = ['eligible_area', 'restricted_area']

/** The tab Eligible areas: where a technology may be built on a day, over whole territories, and what two days differ in. */
export async function open(parts) {
  const { root, store, catalogue, territories, energy, signal } = parts
  await territories.ready
  if (signal.aborted) return
  const layers = LAYERS.map((id) => catalogue.layer(id)).filter(Boolean)
  if (layers.length === 0) return root.replaceChildren(nothing(t('energy.eligible.none')))
  const on = new Set(layers.map(({ id }) => id))
  const changes = energy.rulesets.changes()
  const { technology, date } = store.get().energy

  const ticks = layers.map(({ id, title }) => tick(pick(title), true, (is) => {
    if (is) on.add(id)
    else on.delete(id)
    show()
  }))
  const away = element('p', { class: 'field-hint', hidden: true }, t('energy.eligible.away'))

  store.watch((state) => [state.energy.technology, state.energy.date, Boolean(state.energy.from && state.energy.to)], show, { signal })
  root.replaceChildren(
    element('p', { class: 'side-lead' }, t('energy.eligible.lead')),
    element('div', { class: 'side-fields' },
      labelled(t('energy.technology'), technologyChoice(energy, technology, (value) => store.change(askEnergy, { technology: value }))),
      labelled(t('energy.territory'), choice([['', t('energy.territory.all')], ...territories.list.map(({ code, name }) => [code, name])], store.get().territory, (code) => {
        store.change(chooseTerritory, code)
        store.change(lookAt, territories.box(code))
      }))),
    dateField({ label: t('energy.date'), value: date, onChange: (value) => store.change(askEnergy, { date: value }), changes }),
    element('fieldset', { class: 'side-set' }, element('legend', {}, t('energy.eligible.layers')), ...ticks, away, legend(layers, catalogue)),
    element('p', { class: 'field-hint' }, t('energy.eligible.hint')),
    computingStatus({ ...parts, onDone: () => layers.forEach(({ id }) => parts.mapView.renew(id)) }),
    timeMachine({ ...parts, changes }),
    notice('info', t('energy.eligible.screening')))

  /** While two days are compared, the layers of one day are out of the way, and their boxes say so. */
  function show() {
    const { technology: of, date: asked, from, to } = store.get().energy
    const filter = holdsOn(of, asked ?? today())
    const comparing = Boolean(from && to)
    away.hidden = !comparing
    ticks.map((one) => one.querySelector('input')).forEach((box, i) => {
      box.disabled = comparing
      box.checked = !comparing && on.has(layers[i].id)
    })
    store.change(showSideLayers, comparing ? [] : LAYERS.filter((id) => on.has(id)).map((id) => ({ id, opacity: 1, filter })))
  }
}

/** Values as the map paints them, by the name that their code has. */
const legend = (layers, catalogue) => element('ul', { class: 'energy-legend' }, ...layers.flatMap((layer) => legendRows(layer.style).filter(({ value }) => value !== null).map(({ value, style }) =>
  element('li', {}, swatch(style, layer.geometry), pick(catalogue.codeTitle('eligibility', value)) || value))))
