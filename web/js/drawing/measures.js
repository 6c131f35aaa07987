import { element } from '../panels/markup.js'
import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { hectares, metres, squareMetres } from './amounts.js'

/** Area, perimeter, length and the number of positions, as they are while drawing. */
export function measuresView() {
  const root = element('dl', { class: 'drawing-measures' })
  return [root, ({ measures: { area, perimeter, length, vertices }, segment, sketch, tool }) => {
    const isCircle = tool === 'circle'
    const rows = [
      area > 0 && [t('drawing.area'), squareMetres(area), hectares(area)],
      perimeter > 0 && [t('drawing.perimeter'), metres(perimeter), ''],
      length > 0 && [t('drawing.length'), metres(length), ''],
      sketch && segment !== null && [t(isCircle ? 'drawing.radius' : 'drawing.segment'), metres(segment), ''],
      [t('drawing.vertices'), number(vertices, 0), ''],
    ].filter(Boolean)
    root.replaceChildren(...rows.map(([title, value, more]) => element('div', {}, element('dt', {}, title), element('dd', {}, value, more && element('small', {}, ` ${more}`)))))
  }]
}

/** How many sides a circle is given, while one is drawn: GeoJSON knows no circles. */
export function cornersField(drawing) {
  const field = element('input', { type: 'number', class: 'field', id: 'drawing-corners', min: '8', max: '360', step: '4', value: '64',
    on: { change: () => field.checkValidity() && drawing.round(Number(field.value)) } })
  const root = element('div', { class: 'drawing-line', hidden: true }, element('label', { for: 'drawing-corners' }, t('drawing.corners')), field)
  return [root, ({ tool }) => (root.hidden = tool !== 'circle')]
}

/** The outlines of other versions on the map, named. */
export function legend() {
  const root = element('ul', { class: 'drawing-legend', 'aria-label': t('drawing.legend') })
  return [root, ({ others }) => {
    const kinds = others.filter((kind) => kind !== 'piece')
    root.hidden = kinds.length === 0
    if (root.dataset.kinds === String(kinds)) return
    root.dataset.kinds = String(kinds)
    root.replaceChildren(element('li', {}, element('span', { class: 'drawing-key is-mine', 'aria-hidden': 'true' }), t('drawing.other.mine')),
      ...kinds.map((kind) => element('li', {}, element('span', { class: `drawing-key is-${kind}`, 'aria-hidden': 'true' }), t(`drawing.other.${kind}`))))
  }]
}
