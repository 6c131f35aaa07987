/** What can be taken back: the last `most` states before the present one, and what was taken back until something new is done. */
export function createUndo(first, most = 50) {
  let past = []
  let present = first
  let future = []
  return {
    get present() { return present },
    get canUndo() { return past.length > 0 },
    get canRedo() { return future.length > 0 },
    push(next) {
      if (next === present) return
      past = [...past, present].slice(-most)
      present = next
      future = []
    },
    undo() {
      if (past.length === 0) return false
      future = [present, ...future]
      present = past.at(-1)
      past = past.slice(0, -1)
      return true
    },
    redo() {
      if (future.length === 0) return false
      past = [...past, present]
      ;[present, ...future] = future
      return true
    },
  }
}
