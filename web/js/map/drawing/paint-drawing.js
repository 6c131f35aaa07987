import { metres } from '../../drawing/amounts.js'
import { distance } from '../../drawing/measure.js'
import { positionAt } from '../../drawing/shape.js'
import { pick } from '../../text/text.js'
import { label, paintCrosshair, paintHandles, paintLength, paintNeighbour, paintOther, paintShape, paintSketch, paintSnap, paintTrace } from './paint.js'

/** All that a drawing shows on its sheet, from below to above. */
export function paintDrawing(context, { editor, cursor, others, picking, view, handles, titleOf }) {
  for (const [kind, shape] of others) paintOther(context, shape, kind, view)
  if (picking.under) paintNeighbour(context, picking.under.shape, view)
  paintShape(context, editor.shape, view)
  const last = editor.sketch?.points.at(-1)
  const preview = picking.kind ? null : editor.preview(cursor?.position, cursor?.further)
  if (preview) paintSketch(context, preview, editor.sketch?.points ?? [], view)
  if (cursor?.further?.length > 0) paintTrace(context, [last, ...cursor.further, cursor.position], view)
  const vertices = handles.vertices.filter(({ path }) => String(path) !== String(editor.carried?.path))
  const selected = editor.selected && !editor.draws ? view.toPixel(positionAt(editor.shape, editor.selected)) : null
  paintHandles(context, { ...handles, vertices, selected, carried: editor.carried })
  if (last && cursor && !cursor.further?.length) paintLength(context, view.toPixel(last), view.toPixel(cursor.position), metres(distance(last, cursor.position)))
  if (editor.carried) paintSides(context, editor, view)
  if (cursor?.snap && picking.kind !== 'neighbour') paintSnap(context, cursor.snap, view, nameOf(cursor.snap.source, titleOf))
  if (cursor?.by === 'keys') paintCrosshair(context, [view.width / 2, view.height / 2])
  if (picking.under) label(context, [view.width / 2, 20], nameOf(picking.under, titleOf))
}

const nameOf = ({ own, layer, name }, titleOf) => (own ? '' : `${pick(titleOf(layer))}: ${name}`)

/** The lengths of the two edges at the corner that is being moved. */
function paintSides(context, { shape, carried: { path: [part, ring, index], position } }, view) {
  const { kind, rings } = shape[part]
  const points = rings[ring]
  const closed = kind === 'polygon'
  for (const i of [index - 1, index + 1]) {
    if (kind === 'point' || (!closed && (i < 0 || i >= points.length))) continue
    const other = points[(i + points.length) % points.length]
    paintLength(context, view.toPixel(other), view.toPixel(position), metres(distance(other, position)))
  }
}
