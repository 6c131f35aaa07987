/** Size in pixels at which a tile is drawn when map zoom = tile zoom + 1: fewer, larger requests, still 8 units a pixel. */
const TILE_SIZE = 512

/**
 * The tiles of one zoom that touch a rectangle of world pixels at map zoom `zoom`: [{z, x, y, left, top, size}],
 * left/top/size in world pixels. `bounds` ([west, south, east, north] in degrees, optional) leaves out tiles
 * where the layer has nothing.
 */
export function coveringTiles({ left, top, right, bottom }, zoom, z, bounds) {
  const size = tileSize(zoom, z)
  const last = 2 ** z - 1
  const limit = bounds ? tileLimits(bounds, z) : { west: 0, north: 0, east: last, south: last }
  const tiles = []
  for (let y = Math.max(Math.floor(top / size), limit.north, 0); y <= Math.min(Math.floor((bottom - 1) / size), limit.south, last); y++) {
    for (let x = Math.max(Math.floor(left / size), limit.west, 0); x <= Math.min(Math.floor((right - 1) / size), limit.east, last); x++) {
      tiles.push({ z, x, y, left: x * size, top: y * size, size })
    }
  }
  return tiles
}

export const tileSize = (zoom, z) => (TILE_SIZE / 2) * 2 ** (zoom - z)

function tileLimits([west, south, east, north], z) {
  const column = (longitude) => Math.floor(((longitude + 180) / 360) * 2 ** z)
  const row = (latitude) => {
    const sine = Math.sin((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180)
    return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z)
  }
  return { west: column(west), east: column(east), north: row(north), south: row(south) }
}

/**
 * What can be drawn now for each needed tile: the tile itself, else the nearest kept ancestor, cut to the tile's place.
 * Answers pieces {tile, left, top, scale, clip}: a tile unit (ux, uy) lies at world pixel (left + ux·scale, top + uy·scale).
 */
export function drawablePieces(needed, source, store) {
  return needed.flatMap((place) => {
    for (let up = 0; up <= 4 && up <= place.z; up++) {
      const tile = store.get(source, place.z - up, place.x >> up, place.y >> up)
      if (!tile) continue
      const size = place.size * 2 ** up
      const clip = { left: place.left, top: place.top, size: place.size }
      return [{ tile, left: (place.x >> up) * size, top: (place.y >> up) * size, scale: size / tile.extent, clip }]
    }
    return []
  })
}
