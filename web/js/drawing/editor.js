import { circle, oblong, rectangle, rounded } from './figures.js'
import { measure } from './measure.js'
import { addHole, addPart, insertVertex, moveVertex, partAround, positionAt, readShape, removePart, removeRing, removeVertex, samePosition, writeShape } from './shape.js'
import { createUndo } from './undo.js'

/** What a tool draws: the kind of part, and how many positions make it; `hole` and `cut` do something else with it in the end. */
const FIGURES = {
  polygon: { kind: 'polygon', fewest: 3 },
  hole: { kind: 'polygon', fewest: 3 },
  rectangle: { kind: 'polygon', fewest: 2, most: 2, ring: ([a, b]) => rectangle(a, b) },
  oblong: { kind: 'polygon', fewest: 3, most: 3, ring: ([a, b, c]) => (c ? oblong(a, b, c) : [a, b]) },
  circle: { kind: 'polygon', fewest: 2, most: 2, ring: ([a, b], corners) => circle(a, b, corners) },
  line: { kind: 'line', fewest: 2 },
  cut: { kind: 'line', fewest: 2 },
  point: { kind: 'point', fewest: 1, most: 1 },
}

const TOOLS = {
  polygon: ['edit', 'polygon', 'rectangle', 'oblong', 'circle', 'hole'],
  line: ['edit', 'line'],
  point: ['edit', 'point'],
  any: ['edit', 'polygon', 'rectangle', 'oblong', 'circle', 'hole', 'line', 'point'],
}

/**
 * Edits one shape, without knowing of maps, pointers or keys. Its state is {shape, sketch}: the shape as it stands, and the
 * positions of what is being drawn, or null; both are steps that can be taken back. `onChange()` is told of every change.
 * @param geometryType of the layer: point, line, polygon or any @param several whether there may be more than one part
 */
export function createEditor({ geometryType, geometry = null, several = geometryType !== 'point', onChange = () => {} }) {
  const tools = TOOLS[geometryType]
  const undo = createUndo({ shape: readShape(geometry), sketch: null })
  let tool = undo.present.shape.length > 0 ? 'edit' : tools[1]
  let selected = null // path of a position
  let carried = null // {path, position, before, shape} of the position that is being moved
  let corners = 64 // of circles
  let answer = null // takes the line of the tool cut, or null

  const shape = () => carried?.shape ?? undo.present.shape
  const step = (next) => {
    undo.push({ ...undo.present, ...next })
    if (selected && !positionAt(undo.present.shape, selected)) selected = null
    onChange()
  }

  function choose(name) {
    if (name !== 'cut' && !tools.includes(name)) return
    drop(false)
    if (undo.present.sketch) step({ sketch: null })
    if (name !== 'cut') settle(null)
    tool = name
    if (name !== 'edit') selected = null
    onChange()
  }

  function settle(line) {
    const told = answer
    answer = null
    told?.(line)
  }

  /** Sets a position with the present tool; what has all its positions is finished. @param further positions on the way to it, as when a border is followed */
  function put(position, further = []) {
    const figure = FIGURES[tool]
    if (!figure) return
    const points = undo.present.sketch?.points ?? []
    const last = points.at(-1)
    if (last && samePosition(last, position)) return
    if (tool === 'hole' && !last && partAround(undo.present.shape, position) < 0) return
    const way = figure.most ? [] : further // what has so many positions by its kind follows no border
    if (points.length >= figure.fewest && figure.kind === 'polygon' && !figure.most && samePosition(points[0], position)) {
      if (way.length > 0) step({ sketch: { tool, points: [...points, ...way] } })
      return finish()
    }
    const now = [...points, ...way, position]
    if (figure.most === now.length) complete(now)
    else step({ sketch: { tool, points: now } })
  }

  /** Ends what is being drawn. Answers whether it was enough for a shape. */
  function finish() {
    const points = undo.present.sketch?.points
    if (!points || points.length < FIGURES[tool].fewest) return false
    complete(points)
    return true
  }

  function complete(points) {
    const { shape: before } = undo.present
    if (tool === 'cut') {
      step({ sketch: null })
      tool = 'edit'
      return settle(points)
    }
    const ring = ringOf({ tool, points })
    const { kind } = FIGURES[tool]
    const after = tool === 'hole' ? addHole(before, ring) : several ? addPart(before, kind, ring) : addPart([], kind, ring)
    if (tool !== 'point' && tool !== 'hole') tool = 'edit'
    step({ shape: after, sketch: null })
  }

  const ringOf = (sketch) => FIGURES[sketch.tool].ring?.(sketch.points, corners) ?? sketch.points

  /** Gives up the move, else the last position, else what is being drawn, else the selection. */
  function back() {
    const { sketch } = undo.present
    if (carried) return drop(false)
    if (!sketch) return
    step({ sketch: sketch.points.length > 1 ? { ...sketch, points: sketch.points.slice(0, -1) } : null })
  }

  function cancel() {
    if (carried) return drop(false)
    if (undo.present.sketch) return step({ sketch: null })
    if (answer || tool === 'cut') {
      tool = 'edit'
      settle(null)
    }
    selected = null
    onChange()
  }

  /** Takes hold of a position, or of a new one before it, that drag() moves and drop() leaves where it is. */
  function grab(path, fresh = null) {
    const before = fresh ? insertVertex(undo.present.shape, path, rounded(fresh)) : undo.present.shape
    carried = { path, before, shape: before, position: positionAt(before, path), isNew: Boolean(fresh) }
    selected = path
    onChange()
  }

  function drag(position) {
    carried = { ...carried, position, shape: moveVertex(carried.before, carried.path, position) }
    onChange()
  }

  /** @param keep false: it is where it was */
  function drop(keep = true) {
    if (!carried) return
    const moved = shape()
    const changed = keep && (carried.isNew || !samePosition(positionAt(undo.present.shape, carried.path), carried.position))
    if (!keep && carried.isNew) selected = null
    carried = null
    if (changed) step({ shape: moved })
    else onChange()
  }

  function load(geometry, sketch = null) {
    carried = null
    const next = readShape(geometry)
    if (sketch) tool = sketch.tool
    else if (tool !== 'edit' && next.length > 0) tool = 'edit'
    step({ shape: next, sketch })
  }

  function travel(way) {
    carried = null
    if (!way()) return
    const { sketch } = undo.present
    if (sketch && sketch.tool !== tool) tool = sketch.tool
    if (sketch?.tool === 'cut' && !answer) undo.push({ ...undo.present, sketch: null })
    if (selected && !positionAt(undo.present.shape, selected)) selected = null
    onChange()
  }

  /** The shape with what is being drawn, as far as it makes one. */
  function whole() {
    const { sketch } = undo.present
    if (!sketch || sketch.tool === 'cut' || sketch.points.length < FIGURES[sketch.tool].fewest) return shape()
    return sketch.tool === 'hole' ? addHole(shape(), ringOf(sketch)) : addPart(several ? shape() : [], FIGURES[sketch.tool].kind, ringOf(sketch))
  }

  return {
    tools,
    get tool() { return tool },
    get shape() { return shape() },
    get sketch() { return undo.present.sketch },
    get selected() { return selected },
    get carried() { return carried },
    get canUndo() { return undo.canUndo },
    get canRedo() { return undo.canRedo },
    get corners() { return corners },
    /** The kind of what is being drawn: polygon, line or point; null while nothing is. */
    get draws() { return FIGURES[tool]?.kind ?? null },
    get canFinish() { return Boolean(undo.present.sketch) && undo.present.sketch.points.length >= FIGURES[tool].fewest },
    /** What the drawing would be with one more position: {kind, ring}, or null. */
    preview(position, further = []) {
      const figure = FIGURES[tool]
      const points = [...(undo.present.sketch?.points ?? []), ...(figure?.most ? [] : further), ...(position ? [position] : [])]
      if (!figure || points.length === 0) return null
      return { kind: figure.kind, ring: points.length < figure.fewest || (figure.most && points.length < 2) ? points : ringOf({ tool, points }) }
    },
    geometry: () => writeShape(whole()),
    /** Without what is being drawn. */
    finished: () => writeShape(shape()),
    measures: () => measure(whole()),
    choose, put, finish, back, cancel, grab, drag, drop, load,
    select(path) {
      selected = path
      onChange()
    },
    remove(path) {
      selected = null
      if (positionAt(undo.present.shape, path)) step({ shape: removeVertex(undo.present.shape, path) })
    },
    move(path, position) {
      step({ shape: moveVertex(undo.present.shape, path, position) })
    },
    insert(path, position) {
      selected = path
      step({ shape: insertVertex(undo.present.shape, path, rounded(position)) })
    },
    /** Takes away the hole that a path lies in, or else the part. */
    removePart([part, ring]) {
      selected = null
      step({ shape: ring > 0 ? removeRing(undo.present.shape, part, ring) : removePart(undo.present.shape, part) })
    },
    round(count) {
      corners = count
      onChange()
    },
    /** Asks for a line; the promise holds its positions, or null if it was given up. */
    askLine() {
      choose('cut')
      return new Promise((resolve) => (answer = resolve))
    },
    undo: () => travel(undo.undo),
    redo: () => travel(undo.redo),
  }
}
