import { drawToolbar } from '../../drawing/toolbar.js'
import { boxOf } from '../../api/territories.js'
import { lookAt, select } from '../../state/view.js'
import { pick, t } from '../../text/text.js'
import { element, nothing, textButton } from '../../panels/markup.js'
import { choice, labelled, segments } from '../../panels/fields.js'
import { mayPropose } from '../../state/edit.js'
import { energyProblem } from '../problems.js'
import { area as areaText } from '../texts.js'
import { readArea, squareMetresOf } from './reading.js'

const WAYS = ['draw', 'map', 'file']
const MOST_BYTES = 5_000_000
const PLAIN = '.geojson,.json,.wkt,.txt,application/geo+json,application/json'
const FORMATS = '.zip,.kml,.kmz,.gpkg,.fgb,.gml,.dxf,.csv'
/** In which drawings without a reference system usually are. */
const SYSTEMS = ['32632', '32633', '25832', '25833', '7791', '7792', '3003', '3004', '6706', '4326']

/** How somebody says which area is meant: by drawing it, by choosing what lies on the map, or by a file or text. What is chosen is energy.area. */
export function areaField(parts) {
  const { store, server, catalogue, mapView, overlay, energy, signal } = parts
  const body = element('div', { class: 'energy-way' })
  const chosen = element('p', { class: 'energy-chosen', role: 'status' })
  const began = energy.area.get()
  const first = began?.from === 'feature' || store.get().selected ? 'map' : 'draw'
  const ways = segments(t('energy.area.how'), WAYS.map((way) => [way, t(`energy.area.${way}`)]), first, open)
  let turn = null
  energy.area.watch((area) => {
    chosen.textContent = area ? t('energy.area.chosen', { name: area.name ?? t('energy.area.drawn'), area: areaText(squareMetresOf(area.geometry)) }) : t('energy.area.none')
    chosen.classList.toggle('is-empty', !area)
  }, signal)
  open(first)
  signal.addEventListener('abort', () => turn?.abort())
  return element('fieldset', { class: 'side-set' }, element('legend', {}, t('energy.area')), ways.root, body, chosen)

  function open(way) {
    turn?.abort()
    turn = new AbortController()
    const mine = turn.signal
    overlay.show(null)
    body.replaceChildren()
    if (way === 'draw') drawing(mine)
    if (way === 'map') fromMap(mine)
    if (way === 'file') fromFile(mine)
  }

  async function drawing(mine) {
    const before = energy.area.get()?.geometry ?? null
    const open = await mapView.openDrawing({ layer: 'energy_area', geometryType: 'polygon', geometry: before, signal: mine, onChange: take })
    if (mine.aborted) return
    const tools = element('div', {})
    body.replaceChildren(tools)
    await drawToolbar({ ...parts, root: tools, drawing: open, geometryType: 'polygon' })
    if (!before) open.tool('polygon')

    function take() {
      const { geometry } = open.state()
      energy.area.set(geometry ? { geometry, name: null, from: 'drawn', feature: null } : null)
    }
  }

  /** What is selected on the map, or found by the search over it, is what is meant. */
  function fromMap(mine) {
    const said = element('div', { class: 'energy-choices' })
    body.replaceChildren(element('p', { class: 'field-hint' }, t('energy.area.mapHint')), said)
    store.watch((state) => [state.selected, state.choices], async ([selected, choices]) => {
      if (!selected) return said.replaceChildren(energy.area.get()?.from === 'feature' ? '' : nothing(t('energy.area.nothing')))
      said.replaceChildren(...(choices.length > 1 ? [several(selected, choices)] : []))
      try {
        const { geometry, properties } = await server.feature(selected.layer, selected.id, { signal: mine })
        if (mine.aborted) return
        if (!geometry?.type.endsWith('Polygon')) return said.append(nothing(t('energy.area.noArea')))
        energy.area.set({ geometry, name: `${pick(catalogue.layer(selected.layer)?.title)}: ${properties.name ?? properties.code ?? selected.id}`, own: properties.name ?? '', from: 'feature', feature: selected })
        overlay.show({ shapes: [{ geometry, kind: 'after' }] })
      } catch {
        if (!mine.aborted) said.append(nothing(t('energy.area.gone')))
      }
    }, { signal: mine })
  }

  function several(selected, choices) {
    return element('div', { class: 'side-chips', role: 'group', 'aria-label': t('feature.others') }, ...choices.map(({ layer, id, name }) =>
    element('button', { type: 'button', class: 'side-chip', 'aria-pressed': String(layer === selected.layer && id === selected.id), on: { click: () => store.change(select, layer, id) } },
      `${pick(catalogue.layer(layer)?.title)}: ${name}`)))
  }

  function fromFile(mine) {
    const trouble = element('p', { class: 'energy-trouble', role: 'alert' })
    const text = element('textarea', { rows: '5', spellcheck: 'false', on: { change: () => text.value.trim() && take(text.value) } }) // whoever asks at once means it
    const said = element('p', { class: 'side-small', role: 'status' })
    const system = element('div', { hidden: true })
    const byServer = mayPropose(store.get().session?.account, 'energy_area')
    const file = element('input', { type: 'file', accept: byServer ? `${PLAIN},${FORMATS}` : PLAIN, on: { change: () => read() } })
    body.replaceChildren(labelled(t('energy.area.upload'), file, t(byServer ? 'energy.area.uploadHint' : 'energy.area.uploadHintAnybody')), system, labelled(t('energy.area.paste'), text),
      textButton(t('energy.area.take'), 'check', () => take(text.value)), trouble, said)

    /** What the page can not read by itself the server does, which knows more formats and reference systems. @param crs chosen where the file names none */
    async function read(crs = null) {
      const [given] = file.files
      trouble.textContent = said.textContent = ''
      system.hidden = true
      if (!given) return
      if (given.size > MOST_BYTES) return void (trouble.textContent = t('energy.area.tooLarge'))
      const plain = /\.(geojson|json|wkt|txt)$/i.test(given.name) && !crs ? readArea(await given.text()) : null
      if (mine.aborted) return
      if (plain && (!plain.fault || !byServer || plain.fault === 'kind')) return took(plain, given.name)
      if (!byServer) return void (trouble.textContent = t('energy.area.signIn'))
      said.textContent = t('energy.area.reading')
      try {
        const { geometry, areas, leftOut, format, crs: found } = await energy.api.areaFile(given, crs, { signal: mine })
        took({ geometry }, given.name)
        said.textContent = [t('energy.area.read', { count: areas, format, crs: found }), leftOut > 0 && t('energy.area.leftOut', { count: leftOut })].filter(Boolean).join(' ')
      } catch (problem) {
        if (mine.aborted) return
        said.textContent = ''
        trouble.textContent = energyProblem(problem)
        if (['crs-missing', 'crs-ambiguous'].includes(problem.type)) askSystem()
      }
    }

    function askSystem() {
      system.hidden = false
      system.replaceChildren(labelled(t('energy.area.system'), choice([['', t('energy.area.system.choose')], ...SYSTEMS.map((code) => [code, t('energy.area.system.name', { code, name: t(`energy.area.system.${code}`) })])], '',
        (code) => code && read(code))))
    }

    function take(given) {
      said.textContent = ''
      took(readArea(given))
    }

    function took({ geometry, fault }, name = null) {
      trouble.textContent = fault ? t(`energy.area.fault.${fault}`) : ''
      if (fault) return
      energy.area.set({ geometry, name, from: 'drawn', feature: null })
      overlay.show({ shapes: [{ geometry, kind: 'after' }] })
      store.change(lookAt, boxOf(geometry))
    }
  }
}
