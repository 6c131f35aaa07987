import { element, textButton } from '../panels/markup.js'
import { pick, t } from '../text/text.js'
import { hectares, squareMetres } from './amounts.js'
import { fits } from './formats.js'
import { readNumber } from './systems.js'
import { signButton } from './tool-buttons.js'

/**
 * What the server makes of the shape: split by a line, merged with a neighbour or in itself, wider or narrower by metres, cut to a neighbour or
 * freed of one. Each result is one step that can be taken back. @param onPiece is handed a piece that was cut off; null where nobody takes it
 */
export function operations({ drawing, editing, catalogue, geometryType, onPiece, signal }) {
  const said = element('p', { class: 'drawing-said', role: 'status' })
  const pieces = element('ul', { class: 'drawing-pieces', 'aria-label': t('drawing.pieces') })
  const by = element('input', { type: 'text', inputmode: 'decimal', id: 'drawing-metres', class: 'field', value: '10', autocomplete: 'off' })
  let cut = [] // geometries of the last split, the kept one first

  const button = (name, act) => signButton(t(`drawing.do.${name}`), { mergeParts: 'merge', overlaps: 'difference' }[name] ?? name, act, { 'data-does': name })
  const buttons = element('div', { class: 'drawing-buttons', role: 'group', 'aria-label': t('drawing.operations') },
    button('split', split), button('merge', () => withNeighbour('merge')), button('mergeParts', () => run('merge', [])),
    button('clip', () => withNeighbour('clip')), button('difference', () => withNeighbour('difference')), button('overlaps', freeOfNeighbours))
  const root = element('details', { class: 'drawing-more' }, element('summary', {}, t('drawing.operations')), buttons,
    element('div', { class: 'drawing-line' }, element('label', { for: 'drawing-metres' }, t('drawing.metres')), by, textButton(t('drawing.do.buffer'), null, buffer)), said, pieces)
  if (geometryType === 'point') root.hidden = true
  if (geometryType === 'line') root.querySelectorAll('.drawing-line, .drawing-button:not([data-does=split])').forEach((one) => (one.hidden = true))

  async function run(operation, others, more = {}) {
    const own = drawing.geometry()
    if (!own) return tell(t('drawing.done.empty'))
    tell(t('drawing.done.waiting'))
    try {
      const { geometries, areas } = await editing.operate({ operation, geometries: [own, ...others], ...more }, { signal })
      if (signal.aborted) return
      showPieces([])
      if (geometries.length === 0) return tell(t('drawing.done.nothing'))
      if (operation === 'split') return took(geometries, areas)
      drawing.set(geometries[0])
      tell(t('drawing.done.well', { area: squareMetres(areas[0]) }))
    } catch (problem) {
      if (!signal.aborted) tell(problem.detail ?? problem.title ?? t('drawing.done.failed'))
    }
  }

  function took(geometries, areas) {
    if (geometries.length < 2) return tell(t('drawing.done.uncut'))
    const all = geometries.map((geometry, i) => ({ geometry, area: areas[i] })).sort((a, b) => b.area - a.area)
    keep(all, 0)
    tell(t('drawing.done.split', { count: all.length }))
  }

  /** One piece is the shape from now on, the others are shown as what was cut off. */
  function keep(all, index) {
    drawing.set(all[index].geometry)
    showPieces([all[index], ...all.toSpliced(index, 1)])
  }

  function showPieces(all) {
    cut = all
    const off = all.slice(1).map(({ geometry }) => geometry)
    drawing.showOther(off.length > 0 ? { type: 'GeometryCollection', geometries: off } : null, 'piece')
    pieces.replaceChildren(...all.map(({ geometry, area }, i) => element('li', {},
      element('span', {}, t(i === 0 ? 'drawing.piece.kept' : 'drawing.piece.off', { number: i, area: `${squareMetres(area)} ${hectares(area)}`.trim() })),
      i > 0 && textButton(t('drawing.piece.keep'), null, () => keep(cut, i)),
      i > 0 && onPiece && textButton(t('drawing.piece.use'), null, () => onPiece(geometry)))))
  }

  async function split() {
    if (!drawing.geometry()) return tell(t('drawing.done.empty'))
    const line = await drawing.askLine()
    if (line) await run('split', [{ type: 'LineString', coordinates: line }])
  }

  async function withNeighbour(operation) {
    if (!drawing.geometry()) return tell(t('drawing.done.empty'))
    const neighbour = await drawing.pickNeighbour(({ geometry }) => fits(geometry, 'polygon'))
    if (!neighbour) return
    await run(operation, [neighbour.geometry])
    said.append(` ${pick(catalogue.layer(neighbour.layer)?.title)} ${neighbour.name}`)
  }

  /** Takes away all that lies in other features of the same layer. */
  function freeOfNeighbours() {
    const others = drawing.neighbours().filter(({ layer, geometry }) => layer === drawing.layer && fits(geometry, 'polygon') && boxesMeet(boxOf(geometry), boxOf(drawing.geometry())))
    if (others.length === 0) return tell(t('drawing.done.alone'))
    run('difference', others.map(({ geometry }) => geometry))
  }

  function buffer() {
    const metres = readNumber(by.value)
    if (!Number.isFinite(metres) || metres === 0 || Math.abs(metres) > 10_000) return tell(t('drawing.done.metres'))
    run('buffer', [], { metres })
  }

  const tell = (text) => (said.textContent = text)
  return root
}

function boxOf(geometry) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  const meet = (coordinates) => {
    if (Array.isArray(coordinates[0])) return coordinates.forEach(meet)
    const [x, y] = coordinates
    Object.assign(box, [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)])
  }
  if (geometry) meet(geometry.coordinates)
  return box
}

const boxesMeet = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
