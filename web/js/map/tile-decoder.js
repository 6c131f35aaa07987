import Pbf from 'pbf'

export const POINT = 1
export const LINE = 2
export const POLYGON = 3

/**
 * Reads one layer of a Mapbox Vector Tile (version 2). Coordinates stay in tile units (0..extent, y down, may reach
 * into the buffer around the tile). Answers {extent, features: [{id, type, properties, parts, box}]}: `parts` are flat
 * [x, y, x, y …] lists, one per point group, line or ring; `id` is undefined where the tile gives none.
 */
export function decodeTile(bytes, layerName) {
  const layers = bytes.byteLength === 0 ? [] : new Pbf(new Uint8Array(bytes)).readFields(readTile, [])
  const layer = layers.find((candidate) => candidate.name === layerName)
  if (!layer) return { extent: 4096, features: [] }
  return { extent: layer.extent, features: layer.features.map((feature) => finish(feature, layer)) }
}

function readTile(tag, layers, pbf) {
  if (tag === 3) layers.push(pbf.readMessage(readLayer, { name: '', extent: 4096, keys: [], values: [], features: [] }))
}

function readLayer(tag, layer, pbf) {
  if (tag === 1) layer.name = pbf.readString()
  else if (tag === 2) layer.features.push(pbf.readMessage(readFeature, { id: undefined, type: 0, tags: [], geometry: [] }))
  else if (tag === 3) layer.keys.push(pbf.readString())
  else if (tag === 4) layer.values.push(pbf.readMessage(readValue, { value: null }).value)
  else if (tag === 5) layer.extent = pbf.readVarint()
}

function readFeature(tag, feature, pbf) {
  if (tag === 1) feature.id = pbf.readVarint()
  else if (tag === 2) pbf.readPackedVarint(feature.tags)
  else if (tag === 3) feature.type = pbf.readVarint()
  else if (tag === 4) pbf.readPackedVarint(feature.geometry)
}

function readValue(tag, holder, pbf) {
  if (tag === 1) holder.value = pbf.readString()
  else if (tag === 2) holder.value = pbf.readFloat()
  else if (tag === 3) holder.value = pbf.readDouble()
  else if (tag === 4) holder.value = pbf.readVarint(true)
  else if (tag === 5) holder.value = pbf.readVarint()
  else if (tag === 6) holder.value = pbf.readSVarint()
  else if (tag === 7) holder.value = pbf.readBoolean()
}

function finish({ id, type, tags, geometry }, { keys, values }) {
  const properties = {}
  for (let i = 0; i + 1 < tags.length; i += 2) properties[keys[tags[i]]] = values[tags[i + 1]]
  const parts = readGeometry(geometry, type)
  return { id, type, properties, parts, box: boxOf(parts) }
}

const MOVE = 1
const LINE_TO = 2
const CLOSE = 7

function readGeometry(commands, type) {
  const parts = []
  let part = null
  let x = 0
  let y = 0
  for (let i = 0; i < commands.length;) {
    const command = commands[i] & 7
    let times = commands[i] >> 3
    i++
    if (command === CLOSE) {
      part?.push(part[0], part[1])
      continue
    }
    for (; times > 0; times--, i += 2) {
      x += zigzag(commands[i])
      y += zigzag(commands[i + 1])
      if (command === MOVE && (part === null || type !== POINT)) parts.push((part = [x, y]))
      else if (command === MOVE || command === LINE_TO) part.push(x, y)
    }
  }
  return parts
}

const zigzag = (value) => (value >> 1) ^ -(value & 1)

function boxOf(parts) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) {
      if (part[i] < box[0]) box[0] = part[i]
      if (part[i] > box[2]) box[2] = part[i]
      if (part[i + 1] < box[1]) box[1] = part[i + 1]
      if (part[i + 1] > box[3]) box[3] = part[i + 1]
    }
  }
  return box
}
