import * as L from 'leaflet'

/** The map of a shared tour: pictures of the ground that the server drew, so that it needs no tiles and works without a network; over them the road and the stops. */

const MOST_ZOOM = 18
const DETAILS_FROM = 14

/** @param words {zoomIn, zoomOut} @returns {showHere, remove} */
export function createTourMap(root, { maps, days }, words) {
  const map = L.map(root, { zoomControl: false, attributionControl: false, maxZoom: MOST_ZOOM, zoomSnap: 0.5 })
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  const details = L.layerGroup()
  maps.forEach(({ href, bounds: [west, south, east, north] }, index) => {
    const picture = L.imageOverlay(href, [[south, west], [north, east]], { zIndex: index === 0 ? 1 : 2, alt: '' })
    picture.addTo(index === 0 ? map : details)
  })
  const byZoom = () => (map.getZoom() >= DETAILS_FROM ? details.addTo(map) : details.remove())
  map.on('zoomend', byZoom)

  const latLng = ([lon, lat]) => [lat, lon]
  for (const { legs, stops, start, end } of days) {
    for (const { line } of legs) {
      if (line.length < 2) continue
      L.polyline(line.map(latLng), { color: '#ffffff', weight: 7, interactive: false }).addTo(map)
      L.polyline(line.map(latLng), { color: '#c2185b', weight: 4, interactive: false }).addTo(map)
    }
    for (const { walk } of stops) if (walk.length > 1) L.polyline(walk.map(latLng), { color: '#0a7d4f', weight: 3, dashArray: '6 5', interactive: false }).addTo(map)
    for (const place of [end, start]) sign(latLng(place.point), place === start ? 'S' : 'E', place.name, 'tour-sign tour-sign-end')
    for (const stop of stops) {
      if (stop.parking) sign(latLng(stop.parking), 'P', stop.name, 'tour-sign tour-sign-parking')
      sign(latLng(stop.point), String(stop.number), `${stop.number}. ${stop.name}`, 'tour-sign')
    }
  }
  const points = days.flatMap(({ stops, start, end, legs }) => [start.point, end.point, ...stops.map(({ point }) => point), ...legs.flatMap(({ line }) => line)]).map(latLng)
  map.fitBounds(L.latLngBounds(points).pad(0.08), { animate: false })
  const [west, south, east, north] = maps[0].bounds
  map.setMaxBounds(L.latLngBounds([south, west], [north, east]).pad(0.5))
  byZoom()

  function sign(at, text, title, className) {
    const mark = document.createElement('span')
    mark.textContent = text
    L.marker(at, { icon: L.divIcon({ className, html: mark, iconSize: [28, 28] }), title, alt: title }).bindPopup(document.createTextNode(title).textContent.replace(/[<>&]/g, ' ')).addTo(map)
  }

  let here = null
  return {
    /** @param place [lon, lat] @param accuracy metres */
    showHere(place, accuracy) {
      here?.remove()
      here = L.layerGroup([L.circle(latLng(place), { radius: accuracy, color: '#0066cc', weight: 1 }), L.circleMarker(latLng(place), { radius: 7, color: '#ffffff', fillColor: '#0066cc', fillOpacity: 1 })]).addTo(map)
      map.setMaxBounds(null)
      map.fitBounds(L.latLngBounds([...points, latLng(place)]).pad(0.1))
    },
    remove: () => map.remove(),
  }
}
