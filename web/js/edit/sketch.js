import { boxOf } from '../api/territories.js'
import { showEditFace } from '../state/edit.js'
import { lookAt } from '../state/view.js'
import { drawToolbar } from '../drawing/toolbar.js'
import { createLookout } from './lookout.js'
import { sameShape } from './merging.js'

const NEAR = 0.0008 // degrees around a single point

/**
 * The shape on the map: drawn with the tools of the map, or only shown where something is to be retired.
 */
export async function createSketch(own, { model, draft, tools, retires, onChange }) {
  const { store, mapView, overlay, signal } = own
  const lookAtPlace = (place) => {
    const [west, south, east, north] = boxOf(place)
    const margin = west === east && south === north ? NEAR : 0
    store.change(lookAt, [west - margin, south - margin, east + margin, north + margin])
  }
  if (retires) {
    const lookout = createLookout({ store, overlay })
    lookout.show({ shapes: [{ geometry: model.base?.geometry, kind: 'removed' }] })
    return { set() {}, showFaults() {}, showComments: lookout.pins, showOthers() {}, pickPlace: lookout.pickPlace(signal), lookAt: lookAtPlace }
  }
  // the map tells the shape that it was given too, with fewer digits: that is no change
  const drawing = await mapView.openDrawing({ layer: model.layer.id, feature: model.feature, geometryType: model.layer.geometry, geometry: draft.geometry, signal,
    onChange: (geometry) => !sameShape(geometry, draft.geometry) && onChange(geometry) })
  if (signal.aborted) return null
  await drawToolbar({ ...own, root: tools, drawing, geometryType: model.layer.geometry })
  return {
    set: (geometry) => drawing.set(geometry),
    showFaults: (faults) => drawing.showFaults(faults),
    showComments: (comments) => drawing.showComments(comments),
    /** @param others {base, current, theirs}: shapes beside the one that is drawn */
    showOthers: (others) => ['base', 'current', 'theirs'].forEach((kind) => drawing.showOther(others[kind] ?? null, kind)),
    pickPlace: async () => {
      store.change(showEditFace, 'map')
      const place = await drawing.pickPlace()
      store.change(showEditFace, 'form')
      return place
    },
    lookAt: lookAtPlace,
  }
}
