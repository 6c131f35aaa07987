/**
 * What a person has chosen for a load: the plan the server knows, and over it what was changed since, kept for this tab
 * until the server has it.
 */
const keyOf = (id) => `comparto-load-${id}`

export function readDraft(load, account, storage = sessionStorage) {
  const first = firstDraft(load, account)
  const kept = JSON.parse(storage.getItem(keyOf(load.id)) ?? 'null')
  const planned = Object.fromEntries(Object.entries(load.plan ?? {}).filter(([name, value]) => name in first && value !== null))
  return { ...first, ...planned, ...kept }
}

export const keepDraft = (load, draft, storage = sessionStorage) => storage.setItem(keyOf(load.id), JSON.stringify(draft))
export const dropDraft = (load, storage = sessionStorage) => storage.removeItem(keyOf(load.id))

export function firstDraft(load, account) {
  const layers = load.inspection?.layers ?? []
  return {
    sourceLayer: layers.length === 1 ? layers[0].name : null,
    layer: null,
    newLayer: null,
    crs: null,
    territory: account?.territory ?? null,
    mapping: null, // null: the server has not been asked for its suggestion yet
    values: {},
    key: 'code',
    repair: false,
    removeMissing: false,
  }
}

/** What the server is told; the target is either a layer or a new one, and what is not mapped is left out. */
export function planOf({ sourceLayer, layer, newLayer, crs, territory, mapping, values, key, repair, removeMissing }) {
  const mapped = Object.fromEntries(Object.entries(mapping ?? {}).filter(([, field]) => field))
  const translated = Object.fromEntries(Object.entries(values ?? {})
    .map(([target, codes]) => [target, Object.fromEntries(Object.entries(codes).filter(([, code]) => code))])
    .filter(([target, codes]) => mapped[target] && Object.keys(codes).length > 0))
  if (newLayer) return { sourceLayer, newLayer, crs, territory: territory || null, repair, removeMissing: false } // the server proposes the mapping
  return { sourceLayer, layer, crs, territory: territory || null, mapping: mapped, values: translated, key, repair, removeMissing }
}

/** The id of a layer from its title: lower case letters, digits and underscores. */
export function layerIdOf(title) {
  return title.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+/, '').slice(0, 41).replace(/_+$/, '')
}

/** Which source fields no target takes. */
export const unusedFields = (fields, mapping) => fields.filter(({ name }) => !Object.values(mapping ?? {}).includes(name))
