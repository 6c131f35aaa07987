import { CircleMarker, divIcon, FeatureGroup, GeoJSON, Marker, Polyline } from 'leaflet'
import { createZones } from './overlay-zones.js'

const LINES = { route: [['#ffffff', 9], ['#5c2e91', 5.5]], step: [['#ffffff', 11], ['#d1004b', 7]], link: [['#ffffff', 4], ['#5c2e91', 2]] }
/** The ways of groups and days, told apart by dashes and by the look of their numbers, not by colour alone (tours.css has the same colours). */
const TOURS = [['#5c2e91', null], ['#00573a', '12 6'], ['#9a4f00', '3 7'], ['#0059b3', '16 5 3 5'], ['#a32638', '8 8'], ['#17324d', '2 9']]
/** Nearest first; told apart by dashes and by the minutes written on them, not by colour alone. */
const AREAS = [['#00573a', null], ['#0059b3', '10 5'], ['#5c2e91', '3 6'], ['#9a4f00', '14 4 3 4'], ['#a32638', '2 8'], ['#17324d', '20 6']]

/** Versions of one shape and what lies between them; dashes tell them apart where colours do not. */
const SHAPES = {
  before: { color: '#3b4a59', weight: 3, dashArray: '8 6', fill: false },
  after: { color: '#5c2e91', weight: 3, fillColor: '#5c2e91', fillOpacity: 0.1 },
  added: { stroke: false, fillColor: '#00734d', fillOpacity: 0.45 },
  removed: { color: '#a32638', weight: 2, dashArray: '3 5', fillColor: '#a32638', fillOpacity: 0.4 },
}

/** Draws what a place shows over the map, instead of what it showed before. @param content of state/overlay.js */
export function createOverlayLayers(map) {
  const group = new FeatureGroup().addTo(map)
  const zones = createZones(map)
  return (content) => {
    group.clearLayers()
    zones(content)
    if (!content) return
    for (const shape of content.shapes ?? []) drawShape(shape)
    for (const area of [...(content.areas ?? [])].sort((a, b) => b.rank - a.rank)) drawArea(area)
    for (const { coordinates, kind, rank } of content.lines ?? []) {
      if (kind === 'tour') drawTour(coordinates, rank)
      else for (const [color, weight] of LINES[kind]) group.addLayer(new Polyline(coordinates.map(turned), { color, weight, opacity: 1, interactive: false }))
    }
    for (const { lon, lat, radius, isEmpty } of content.circles ?? []) {
      group.addLayer(new CircleMarker([lat, lon], { radius, color: '#17324d', weight: 1.5, dashArray: isEmpty ? '3 4' : null, fillColor: isEmpty ? '#ffffff' : '#0066cc', fillOpacity: 0.5, interactive: false }))
    }
    for (const { lon, lat, text, kind, rank } of content.signs ?? []) sign(lon, lat, text, rank === undefined ? kind : `${kind} overlay-${kind}-${rank}`)
  }

  function drawTour(coordinates, rank) {
    const [color, dashArray] = TOURS[rank % TOURS.length]
    group.addLayer(new Polyline(coordinates.map(turned), { color: '#ffffff', weight: 8, interactive: false }))
    group.addLayer(new Polyline(coordinates.map(turned), { color, dashArray, weight: 4.5, interactive: false }))
  }

  function drawShape({ geometry, kind }) {
    group.addLayer(new GeoJSON(geometry, { style: SHAPES[kind], interactive: false, pointToLayer: (_, place) => new CircleMarker(place, { ...SHAPES[kind], radius: 9, interactive: false }) }))
  }

  function drawArea({ geometry, label, rank }) {
    const [color, dashArray] = AREAS[rank % AREAS.length]
    const area = new GeoJSON(geometry, { style: { color, weight: 1.5, dashArray, fillColor: color, fillOpacity: 0.26 }, interactive: false })
    group.addLayer(area)
    const top = highest(geometry)
    sign(top[0], top[1], label, 'limit')
  }

  // a map for looking at: what it shows stands in the page beside it, so nothing here takes the focus
  function sign(lon, lat, text, kind) {
    group.addLayer(new Marker([lat, lon], { keyboard: false, interactive: false, icon: divIcon({ className: `overlay-sign overlay-${kind}`, iconSize: null, html: box(text) }) }))
  }
}

const turned = ([longitude, latitude]) => [latitude, longitude]

function box(text) {
  const made = document.createElement('span')
  made.textContent = text
  return made
}

const highest = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates).flatMap(([outer]) => outer).reduce((top, point) => (point[1] > top[1] ? point : top))
