import { element, textButton } from '../panels/markup.js'
import { t } from '../text/text.js'
import { rounded } from './figures.js'
import { fits, readGeometry, withPositions } from './formats.js'
import { readNumber, systemOf, SYSTEMS, toPositions } from './systems.js'
import { vertexTable } from './vertex-table.js'

/** Typing coordinates in a reference system, pasting a geometry, and the table of all positions. */
export function coordinateEntry(parts) {
  const { drawing, editing, geometryType, signal } = parts
  const listeners = []
  const chooser = element('select', { class: 'field', id: 'drawing-crs', on: { change: () => listeners.forEach((listener) => listener()) } },
    SYSTEMS.map(({ code, name }) => element('option', { value: code }, `EPSG:${code} · ${name}`)))
  const system = { get: () => Number(chooser.value), watch: (listener) => listeners.push(listener) }
  const said = element('p', { class: 'drawing-said', role: 'status' })
  const labels = [0, 1].map((i) => element('label', { for: `drawing-axis-${i}` }))
  const fields = [0, 1].map((i) => element('input', { type: 'text', inputmode: 'decimal', class: 'field', id: `drawing-axis-${i}`, autocomplete: 'off' }))
  const form = element('form', { class: 'drawing-coordinate', on: { submit: add } }, fields.map((field, i) => element('div', {}, labels[i], field)),
    element('button', { type: 'submit', class: 'text-button' }, t('drawing.coordinate.add')), textButton(t('drawing.finish'), null, drawing.finish, { 'data-does': 'finish' }))
  system.watch(name)
  name()

  const text = element('textarea', { class: 'field', id: 'drawing-paste', rows: '3', spellcheck: 'false' })
  const paste = element('details', { class: 'drawing-paste' }, element('summary', {}, t('drawing.paste')), element('label', { for: 'drawing-paste' }, t('drawing.paste.label')), text,
    textButton(t('drawing.paste.use'), null, take))

  function name() {
    const { northFirst } = systemOf(system.get())
    labels.forEach((label, i) => (label.textContent = t(`drawing.axis.${(i === 0) === northFirst ? 'north' : 'east'}`)))
  }

  async function add(event) {
    event.preventDefault()
    const typed = fields.map(({ value }) => readNumber(value))
    fields.forEach((field, i) => field.setAttribute('aria-invalid', String(!Number.isFinite(typed[i]))))
    if (!typed.every(Number.isFinite)) return tell(t('drawing.coordinate.wrong'))
    const [position] = await converted([typed], systemOf(system.get()))
    if (!position) return
    drawing.put(position)
    fields.forEach((field) => (field.value = ''))
    fields[0].focus()
  }

  async function take() {
    const found = readGeometry(text.value)
    if (!found) return tell(t('drawing.paste.unread'))
    if (!fits(found.geometry, geometryType)) return tell(t('drawing.paste.wrongKind'))
    const from = found.srid ? systemOf(found.srid) : null
    if (found.srid && !from) return tell(t('drawing.paste.system', { code: found.srid }))
    // without a system of its own it is read as the standards have it: longitude first
    const geometry = from && from.code !== 4326 ? await withPositions(found.geometry, (positions) => converted(from.northFirst ? positions.map(([x, y]) => [y, x]) : positions, from)) : found.geometry
    if (!geometry) return
    drawing.set(geometry)
    drawing.frame()
    text.value = ''
    tell('')
  }

  /** Positions of typed coordinates; an empty list, and a sentence, where they are none. */
  async function converted(coordinates, from) {
    try {
      const positions = (await toPositions(coordinates, from, editing.convert)).map(rounded)
      const areSound = positions.every(([longitude, latitude]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)
      tell(areSound ? '' : t('drawing.coordinate.outside'))
      return areSound ? positions : []
    } catch (problem) {
      tell(problem.detail ?? t('drawing.table.failed'))
      return []
    }
  }

  const tell = (words) => (said.textContent = words)

  drawing.watch(({ sketch, canFinish }) => {
    const finish = form.querySelector('[data-does=finish]')
    finish.hidden = !sketch
    finish.setAttribute('aria-disabled', String(!canFinish))
  }, signal)

  return element('details', { class: 'drawing-more' }, element('summary', {}, t('drawing.coordinates')),
    element('div', { class: 'drawing-line' }, element('label', { for: 'drawing-crs' }, t('drawing.crs')), chooser), form, said, vertexTable({ ...parts, system }), paste)
}
