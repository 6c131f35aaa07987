/** Lets what is below stay where it is while something above it grows or shrinks. */
export function holding(scroller, node, change) {
  const before = node.getBoundingClientRect().top
  change()
  scroller.scrollTop += node.getBoundingClientRect().top - before
}
