import { TileStore } from '/js/map/tile-store.js'
import { equal, ok } from './check.js'

const PLACE = { z: 1, x: 0, y: 0 }

export async function tilesOfAnotherFilterAreOtherTiles() {
  const asked = []
  const fetchTile = async (layer, place, { filter = 'no filter' }) => {
    asked.push(`${layer}: ${filter}`)
    return new ArrayBuffer(0)
  }
  const store = new TileStore(fetchTile, () => {})
  const [all, some] = [{ layer: 'plot' }, { layer: 'plot', filter: 'area_m2 >= 5' }]
  store.need([all, some].map((source) => ({ source, ...PLACE })))
  await new Promise((done) => setTimeout(done))
  equal(asked, ['plot: no filter', 'plot: area_m2 >= 5'])
  ok(store.get(all, 1, 0, 0))
  ok(store.get(all, 1, 0, 0) !== store.get(some, 1, 0, 0))
  equal(store.get({ layer: 'plot', filter: 'area_m2 >= 6' }, 1, 0, 0), undefined)
}

export async function tilesOfAFilterThatIsNoLongerWantedAreGivenUp() {
  const given = []
  const store = new TileStore((layer, place, { filter, signal }) => new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      given.push(filter)
      reject(new DOMException('aborted', 'AbortError'))
    })
  }), () => {})
  store.need([{ source: { layer: 'plot', filter: 'a = 1' }, ...PLACE }])
  store.need([{ source: { layer: 'plot', filter: 'a = 2' }, ...PLACE }])
  equal(given, ['a = 1'])
  equal([store.pending, store.failures], [1, 0])
  await new Promise((done) => setTimeout(done))
  equal([store.pending, store.failures], [1, 0])
}

export async function whatIsWantedAgainWhileItIsGivenUpComes() {
  let asked = 0
  const store = new TileStore((layer, place, { signal }) => new Promise((resolve, reject) => {
    if (++asked === 2) resolve(new ArrayBuffer(0))
    signal.addEventListener('abort', () => setTimeout(() => reject(new DOMException('aborted', 'AbortError'))))
  }), () => {})
  const wanted = [{ source: { layer: 'plot' }, ...PLACE }]
  store.need(wanted)
  store.need([])
  store.need(wanted)
  await new Promise((done) => setTimeout(done, 5))
  ok(store.get({ layer: 'plot' }, 1, 0, 0))
  equal([store.pending, store.failures], [0, 0])
}

export async function aTileThatWasOnItsWayWhenItsLayerChangedIsAskedForAnew() {
  const coming = []
  const store = new TileStore(() => new Promise((resolve) => coming.push(resolve)), () => {})
  const wanted = [{ source: { layer: 'plot' }, ...PLACE }]
  store.need(wanted)
  store.forget('plot')
  store.need(wanted)
  equal(coming.length, 2)
  coming[0](new ArrayBuffer(0)) // as it was before the change
  await new Promise((done) => setTimeout(done))
  equal([store.get({ layer: 'plot' }, 1, 0, 0), store.pending], [undefined, 1])
  coming[1](new ArrayBuffer(0))
  await new Promise((done) => setTimeout(done))
  ok(store.get({ layer: 'plot' }, 1, 0, 0))
}
