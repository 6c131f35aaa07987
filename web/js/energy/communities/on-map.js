import { boxOf } from '../../api/territories.js'
import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { candidateOf } from './candidates.js'
import { addMember, addPlant, memberOfCompany, note, plantOfCandidate } from './model.js'

const LAYERS = ['company', 'energy_area', 'plot', 'primary_substation_area']

/** The scenario on the map: signs where plants and members are, the outline of the area; and what was clicked there, which can be taken in. */
export function createOnMap({ store, server, overlay, api, book, areas, candidates, signal }) {
  const root = element('div', { class: 'cm-clicked', role: 'status' })
  book.watch('any', draw, signal)
  areas.watch(draw, signal)
  draw()
  store.watch((state) => [state.selected, state.choices], offer, { signal })
  return { root, takePlant }

  function draw() {
    const { plants, members, builder } = book.get()
    const area = areas.find(builder.substation)
    const signs = (rows, kind) => rows.filter(({ lon, lat }) => Number.isFinite(lon) && Number.isFinite(lat)).map(({ id, lon, lat }) => ({ lon, lat, text: id, kind }))
    overlay.show({ shapes: area ? [{ geometry: area.geometry, kind: 'after' }] : [], signs: [...signs(members, 'member'), ...signs(plants, 'plant')] })
  }

  async function offer([selected, choices]) {
    const clicked = (choices.length > 0 ? choices : selected ? [selected] : []).filter(({ layer }) => LAYERS.includes(layer)).slice(0, 6)
    root.replaceChildren()
    if (clicked.length === 0) return
    const found = (await Promise.all(clicked.map(read))).filter(Boolean)
    const still = store.get().selected
    if (signal.aborted || still?.id !== selected?.id) return
    root.replaceChildren(element('p', {}, t('cm.clicked')), element('ul', { class: 'cm-picks' }, ...found.map((one) => element('li', {},
      element('span', { class: 'cm-pick-name' }, one.name), element('div', { class: 'cm-pick-do' }, ...actions(one))))))
  }

  /** {name, area} or {name, candidate} of what was clicked; null where nothing can be made of it. */
  async function read({ layer, id }) {
    try {
      const known = candidates.result().found
      const candidate = known && [...known.companies, ...known.areas, ...known.plots].find(({ feature }) => feature === `${layer}/${id}`)
      if (candidate) return { name: candidate.name || candidate.feature, candidate }
      const { geometry, properties } = await server.feature(layer, id, { signal })
      const name = [properties.code, properties.name].filter(Boolean).join(' · ')
      if (layer === 'primary_substation_area') return { name, area: properties }
      const found = await candidateOf(api, `${layer}/${id}`, boxOf(geometry), { signal })
      return found && { name, candidate: found }
    } catch {
      return null // what can not be read is not offered; the map's own panel says why
    }
  }

  function actions({ name, area, candidate }) {
    const button = (text, take) => textButton(text, 'plus', () => {
      take()
      offer([store.get().selected, store.get().choices])
    }, { 'aria-label': `${text}: ${name}` })
    const { plants, members, builder } = book.get()
    if (area) {
      return [area.code === builder.substation ? t('cm.clicked.isArea')
        : button(t('cm.clicked.area'), () => book.reshape((scenario) => note({ ...scenario, territory: area.territory_code ?? scenario.territory }, { substation: area.code })))]
    }
    const isIn = (list) => list.some(({ feature }) => feature === candidate.feature)
    return [isIn(plants) ? t('cm.clicked.isPlant') : button(t('cm.clicked.plant'), () => takePlant(candidate)),
      candidate.feature.startsWith('company/') && (isIn(members) ? t('cm.clicked.isMember') : button(t('cm.clicked.member'), () => book.reshape(addMember, memberOfCompany(candidate))))].filter(Boolean)
  }

  /** A roof of a company that is a member stands behind that member's meter. */
  function takePlant(candidate) {
    const owner = book.get().members.find(({ feature }) => feature === candidate.feature)
    book.reshape(addPlant, { ...plantOfCandidate(candidate), ...(owner ? { member: owner.id } : {}) })
  }
}
