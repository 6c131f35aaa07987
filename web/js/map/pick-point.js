import { DomEvent } from 'leaflet'

const DIGITS = 5 // about a metre

/** Takes one point from the map: by a click, or the middle of the map by the space bar or Enter; the Escape key gives up with null. Leaves by AbortSignal. */
export function pickPoint(map, { signal, onPicked }) {
  const container = map.getContainer()
  container.classList.add('is-drawing')
  container.focus({ preventScroll: true })
  map.on('click', onClick)
  container.addEventListener('keydown', onKey, { signal, capture: true })
  signal.addEventListener('abort', () => {
    map.off('click', onClick)
    container.classList.remove('is-drawing')
  })

  function onClick({ latlng }) {
    onPicked([rounded(latlng.lng), rounded(latlng.lat)])
  }

  function onKey(event) {
    if (event.key === 'Escape') onPicked(null)
    else if (event.key === ' ' || event.key === 'Enter') onClick({ latlng: map.getCenter() })
    else return
    DomEvent.stop(event)
  }
}

const rounded = (degrees) => Number(degrees.toFixed(DIGITS))
