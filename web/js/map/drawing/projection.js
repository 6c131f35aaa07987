const TILE = 256

/**
 * Pixels of the map's element for positions [longitude, latitude] and back (spherical Mercator as Leaflet's, without its objects:
 * a shape of 10,000 positions is projected at each painting).
 */
export function projection(map) {
  const world = TILE * 2 ** map.getZoom()
  const { x: left, y: top } = map.getPixelBounds().min
  const { x: width, y: height } = map.getSize()
  return {
    width, height,
    key: `${world} ${left} ${top} ${width} ${height}`,
    toPixel: ([longitude, latitude]) => [((longitude + 180) / 360) * world - left, (0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI)) * world - top],
    toPosition: ([x, y]) => [((x + left) / world) * 360 - 180, (Math.atan(Math.exp((0.5 - (y + top) / world) * 2 * Math.PI)) * 360) / Math.PI - 90],
    /** Degrees of longitude and of latitude in a pixel at a latitude. */
    unitAt: (latitude) => [360 / world, (360 / world) * Math.cos((latitude * Math.PI) / 180)],
    isInView: ([x, y], margin = 0) => x >= -margin && y >= -margin && x <= width + margin && y <= height + margin,
  }
}

export const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1])
