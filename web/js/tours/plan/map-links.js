const MOST_GOOGLE = 9 // waypoints of its addresses

/** Directions along an itinerary in other programs: [{name, href}]. Points are where the vehicle stops. */
export function mapLinks({ question }, { stops }) {
  const profile = typeof question.vehicle === 'string' ? question.vehicle : question.vehicle.profile
  const walk = profile === 'walk'
  const points = [question.start.point, ...stops.map(({ parking, point }) => (walk ? point : parking ?? point)), question.end?.point ?? question.start.point].filter(Boolean).map(({ lon, lat }) => `${lat},${lon}`)
  const between = points.slice(1, -1)
  const google = new URLSearchParams({ api: '1', origin: points[0], destination: points.at(-1), travelmode: walk ? 'walking' : 'driving', ...(between.length > 0 ? { waypoints: between.slice(0, MOST_GOOGLE).join('|') } : {}) })
  const apple = new URLSearchParams({ saddr: points[0], daddr: points.slice(1).join(' to:'), dirflg: walk ? 'w' : 'd' })
  const osm = new URLSearchParams({ engine: walk ? 'fossgis_osrm_foot' : 'fossgis_osrm_car', route: points.join(';') })
  return [
    ...(between.length <= MOST_GOOGLE ? [{ name: 'Google Maps', href: `https://www.google.com/maps/dir/?${google}` }] : []),
    { name: 'Apple Maps', href: `https://maps.apple.com/?${apple}` },
    { name: 'OpenStreetMap', href: `https://www.openstreetmap.org/directions?${osm}` },
  ]
}
