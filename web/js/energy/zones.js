/**
 * Zones hatched on the map and listed in the panel, linked both ways: what one is on stands out in the other. `show(zones)` draws [{id, geometry, look}],
 * `row(id, element)` makes a line of the list theirs.
 */
export function createZoneLinks({ overlay, signal }) {
  let zones = null
  let rows = new Map()
  let picked = null // stays marked
  const shows = () => overlay.show(zones && { zones, current: picked, onZone })

  function onZone({ hover, pick }) {
    if (pick !== undefined) {
      choose(pick)
      rows.get(pick)?.focus({ preventScroll: true })
      rows.get(pick)?.scrollIntoView({ block: 'nearest' })
      return
    }
    mark(hover ?? picked)
  }

  function choose(id) {
    picked = picked === id ? null : id
    mark(picked)
  }

  function mark(id) {
    for (const [one, row] of rows) row.classList.toggle('is-current', one === id)
    if (zones) overlay.show({ zones, current: id, onZone })
  }

  signal.addEventListener('abort', () => overlay.show(null))
  return {
    /** @param wanted null takes all away */
    show(wanted) {
      zones = wanted
      picked = null
      shows()
    },
    forgetRows: () => (rows = new Map()),
    row(id, element) {
      rows.set(id, element)
      element.addEventListener('mouseenter', () => mark(id))
      element.addEventListener('mouseleave', () => mark(picked))
      element.addEventListener('focusin', () => mark(id))
      element.addEventListener('focusout', () => mark(picked))
      return element
    },
    choose,
  }
}
