/** The territories of the installation: {id, code, name, box}. `ready` resolves also when they can not be read: the map works without. */
export function createTerritories(server, home) {
  const list = []
  const ready = server.features('territory', { limit: 200 }).then(
    ({ features }) => {
      for (const { id, properties, geometry } of features) list.push({ id, code: properties.code, name: properties.name ?? properties.code, box: boxOf(geometry) })
      list.sort((a, b) => a.name.localeCompare(b.name))
    },
    () => {},
  )
  return {
    list,
    ready,
    /** The box of a territory; of all of them for an unknown or empty code. */
    box: (code) => list.find((territory) => territory.code === code)?.box ?? home,
    /** The smallest territory whose box holds a place, or null. */
    around: ({ latitude, longitude }) => list
      .filter(({ box: [west, south, east, north] }) => longitude >= west && longitude <= east && latitude >= south && latitude <= north)
      .sort((a, b) => size(a.box) - size(b.box))[0] ?? null,
  }
}

const size = ([west, south, east, north]) => (east - west) * (north - south)

/** [west, south, east, north] of any GeoJSON geometry. */
export function boxOf(geometry) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  const widen = (part) => {
    if (typeof part[0] !== 'number') return part.forEach(widen)
    box[0] = Math.min(box[0], part[0])
    box[1] = Math.min(box[1], part[1])
    box[2] = Math.max(box[2], part[0])
    box[3] = Math.max(box[3], part[1])
  }
  for (const one of geometry.geometries ?? [geometry]) widen(one.coordinates)
  return box
}
