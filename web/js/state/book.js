import { createUndo } from '../drawing/undo.js'

/**
 * What is being edited, with its last steps. Whoever draws a list watches `shape`, which comes when rows come and go or a step is taken back; who
 * computes watches `any`: a field that was typed into is not drawn anew under the hands of whoever types.
 */
export function createBook(first) {
  const steps = createUndo(first)
  const watchers = { any: new Set(), shape: new Set() }
  const tell = (isShape) => [...(isShape ? watchers.shape : []), ...watchers.any].forEach((listener) => listener(steps.present))
  return {
    get: () => steps.present,
    get canUndo() { return steps.canUndo },
    get canRedo() { return steps.canRedo },
    /** A change of rows. @param pure a function of model.js */
    reshape(pure, ...values) {
      put(pure(steps.present, ...values), true)
    },
    /** A change of a value in a field that shows it already. */
    change(pure, ...values) {
      put(pure(steps.present, ...values), false)
    },
    undo: () => steps.undo() && tell(true),
    redo: () => steps.redo() && tell(true),
    watch(kind, listener, signal) {
      watchers[kind].add(listener)
      signal.addEventListener('abort', () => watchers[kind].delete(listener))
    },
  }

  function put(next, isShape) {
    if (next === steps.present) return
    steps.push(next)
    tell(isShape)
  }
}
