import { pick, t } from '../text/text.js'
import { metres, squareMetres } from './amounts.js'
import { distance } from './measure.js'

/** What there is to do now, in a sentence. */
export function hint({ tool, sketch, picking, selected, carried, crowded, shape, near, byKeys }) {
  if (picking) return t(`drawing.hint.${picking}`)
  if (tool === 'edit') {
    if (carried && byKeys) return t('drawing.hint.carried')
    if (crowded) return t('drawing.hint.crowded')
    return t(selected ? 'drawing.hint.selected' : shape.length > 0 ? 'drawing.hint.edit' : 'drawing.hint.empty')
  }
  if (!sketch && !near) return `${t(`drawing.hint.${tool}`)} ${t('drawing.hint.far')}`
  return t(`drawing.hint.${tool}`)
}

/**
 * What a screen reader is told of a change, empty for nothing: positions that were set, steps taken back, shapes that are
 * finished, and what the middle of the map has snapped to.
 */
export function news(before, now, catalogue) {
  if (!before) return ''
  const [had, has] = [before.sketch?.points.length ?? 0, now.sketch?.points.length ?? 0]
  if (has > had) return t('drawing.said.set', { number: has, length: has > 1 ? metres(distance(...now.sketch.points.slice(-2))) : '' })
  if (has < had && has > 0) return t('drawing.said.back', { number: has })
  if (before.shape !== now.shape && !now.carried) return t('drawing.said.shape', { vertices: now.measures.vertices, area: squareMetres(now.measures.area) })
  if (had > 0 && has === 0) return t('drawing.said.given')
  if (now.selected && JSON.stringify(before.selected) !== JSON.stringify(now.selected)) return t('drawing.said.vertex', { number: now.selected[2] + 1, part: now.selected[0] + 1 })
  if (now.byKeys && nameOf(now.snap) !== nameOf(before.snap)) return snapped(now.snap, catalogue)
  return ''
}

function snapped(snap, catalogue) {
  if (!snap) return t('drawing.said.free')
  if (snap.source.own) return t('drawing.said.own')
  const isCorner = snap.kind === 'vertex'
  return t(isCorner ? 'drawing.said.corner' : 'drawing.said.edge', { name: `${pick(catalogue.layer(snap.source.layer)?.title)} ${snap.source.name}` })
}

const nameOf = (snap) => (snap ? `${snap.kind} ${snap.source.layer} ${snap.source.name} ${snap.position}` : '')
