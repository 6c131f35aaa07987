/** Asks for one place or one neighbour instead of a position of the shape, until it is given or given up. */
export function createPicking(neighbours, onChange) {
  let asked = null // {kind: 'place' | 'neighbour', accept, resolve}
  let under = null // the neighbour that is pointed at

  function settle(value) {
    const { resolve } = asked
    asked = under = null
    resolve(value)
    onChange()
  }

  const at = (position) => neighbours.around(position).filter(asked.accept).at(-1) ?? null

  return {
    get kind() { return asked?.kind ?? null },
    get under() { return under },
    /** The promise holds a GeoJSON point, or a neighbour that `accept` takes; null if it was given up. */
    ask(kind, accept = () => true) {
      if (asked) settle(null)
      return new Promise((resolve) => {
        asked = { kind, accept, resolve }
        onChange()
      })
    },
    /** @param position what is pointed at, or null */
    point(position) {
      if (asked?.kind === 'neighbour') under = position && at(position)
    },
    /** @param position as it is pointed at @param target where snapping would put it */
    take(position, target) {
      if (asked.kind === 'place') return settle({ type: 'Point', coordinates: target })
      const found = at(position)
      if (found) settle(found)
    },
    giveUp: () => asked && settle(null),
  }
}
