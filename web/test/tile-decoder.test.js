import Pbf from 'pbf'
import { decodeTile, LINE, POINT, POLYGON } from '/js/map/tile-decoder.js'
import { equal } from './check.js'

// The example of the vector tile specification (4.3.5): a triangle from (3,6) over (8,12) to (20,34).
const TRIANGLE = [9, 6, 12, 18, 10, 12, 24, 44, 15]

function tile({ name = 'plot', features, keys = [], values = [] }) {
  const pbf = new Pbf()
  pbf.writeMessage(3, (_, layer) => {
    layer.writeStringField(1, name)
    for (const feature of features) {
      layer.writeMessage(2, (__, out) => {
        if (feature.id !== undefined) out.writeVarintField(1, feature.id)
        out.writePackedVarint(2, feature.tags ?? [])
        out.writeVarintField(3, feature.type)
        out.writePackedVarint(4, feature.geometry)
      })
    }
    for (const key of keys) layer.writeStringField(3, key)
    for (const write of values) layer.writeMessage(4, (__, out) => write(out))
    layer.writeVarintField(5, 4096)
    layer.writeVarintField(15, 2)
  })
  return pbf.finish().slice().buffer
}

export function readsThePolygonOfTheSpecification() {
  const [feature] = decodeTile(tile({ features: [{ id: 7, type: POLYGON, geometry: TRIANGLE }] }), 'plot').features
  equal(feature.parts, [[3, 6, 8, 12, 20, 34, 3, 6]])
  equal(feature.box, [3, 6, 20, 34])
  equal(feature.id, 7)
}

export function readsPointsAndLinesOfSeveralParts() {
  const points = { type: POINT, geometry: [17, 10, 14, 3, 9] }
  const lines = { type: LINE, geometry: [9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8] }
  const { features } = decodeTile(tile({ features: [points, lines] }), 'plot')
  equal(features[0].parts, [[5, 7, 3, 2]])
  equal(features[1].parts, [[2, 2, 2, 10, 10, 10], [1, 1, 3, 5]])
}

export function readsPropertiesOfEveryType() {
  const values = [
    (out) => out.writeStringField(1, 'available'), (out) => out.writeDoubleField(3, 85.5), (out) => out.writeVarintField(5, 12),
    (out) => out.writeSVarintField(6, -3), (out) => out.writeBooleanField(7, true), (out) => out.writeVarintField(4, 1832),
  ]
  const keys = ['status', 'price', 'count', 'level', 'rail', 'feature_count']
  const tags = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
  const [feature] = decodeTile(tile({ features: [{ type: POINT, tags, geometry: [9, 0, 0] }], keys, values }), 'plot').features
  equal(feature.properties, { status: 'available', price: 85.5, count: 12, level: -3, rail: true, feature_count: 1832 })
}

export function knowsAFeatureWithoutId() {
  equal(decodeTile(tile({ features: [{ type: POINT, geometry: [9, 0, 0] }] }), 'plot').features[0].id, undefined)
}

export function readsOnlyTheLayerAskedFor() {
  equal(decodeTile(tile({ name: 'other', features: [{ type: POINT, geometry: [9, 0, 0] }] }), 'plot').features, [])
}

export function takesAnEmptyAnswerAsAnEmptyTile() {
  equal(decodeTile(new ArrayBuffer(0), 'plot').features, [])
}
