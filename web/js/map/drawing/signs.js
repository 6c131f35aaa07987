/**
 * Signs with a sentence at places of the map: faults and comments. They are buttons, so that touch and keyboard open the sentence
 * too; what they say stands in the page beside the map as well.
 */
export function createSigns(map, signal) {
  const holder = document.createElement('div')
  holder.className = 'drawing-signs'
  map.getContainer().append(holder)
  const shown = { fault: [], comment: [] }

  /** @param signs [{place: [longitude, latitude], text, sign, onOpen}] instead of those of this kind before */
  function show(kind, signs) {
    shown[kind].forEach(({ button }) => button.remove())
    shown[kind] = signs.map((sign) => ({ ...sign, button: button(kind, sign) }))
    shown[kind].forEach((one) => holder.append(one.button))
    place()
  }

  function button(kind, { text, sign, onOpen }) {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = `drawing-sign is-${kind}`
    const mark = document.createElement('span')
    mark.className = 'drawing-sign-mark'
    mark.setAttribute('aria-hidden', 'true')
    mark.textContent = sign
    const words = document.createElement('span')
    words.className = 'drawing-sign-text'
    words.textContent = text
    words.setAttribute('aria-hidden', 'true')
    made.append(mark, words)
    made.setAttribute('aria-label', text) // also while the words are not shown
    made.setAttribute('aria-expanded', 'false')
    made.addEventListener('click', (event) => {
      event.stopPropagation()
      const opened = made.getAttribute('aria-expanded') === 'true'
      holder.querySelectorAll('[aria-expanded=true]').forEach((other) => other.setAttribute('aria-expanded', 'false'))
      made.setAttribute('aria-expanded', String(!opened))
      if (!opened) onOpen?.()
    })
    return made
  }

  function place() {
    for (const { button, place: [longitude, latitude] } of [...shown.fault, ...shown.comment]) {
      const { x, y } = map.latLngToContainerPoint([latitude, longitude])
      button.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
    }
  }

  const hide = () => (holder.hidden = true)
  const appear = () => {
    holder.hidden = false
    place()
  }
  map.on('move viewreset resize', place).on('zoomanim', hide).on('zoomend', appear)
  signal.addEventListener('abort', () => {
    map.off('move viewreset resize', place).off('zoomanim', hide).off('zoomend', appear)
    holder.remove()
  })
  return { show }
}

/** The place of a GeoJSON point, or the first position of another geometry; null for none. */
export function placeOf(geometry) {
  if (!geometry) return null
  let found = geometry.type === 'GeometryCollection' ? placeOf(geometry.geometries[0]) : geometry.coordinates
  while (Array.isArray(found?.[0])) found = found[0]
  return found && Number.isFinite(found[0]) ? found : null
}
