/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z. Answers whether it was one of them. */
export function undoKeys(event, { undo, redo }) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false
  const key = event.key.toLowerCase()
  if (key === 'z' && !event.shiftKey) undo()
  else if (key === 'y' || key === 'z') redo()
  else return false
  return true
}
