import { NORTH_ITALY } from './view.js'

/** What the server says there is to show: layers, groups, sections and code lists, with look-ups that need no language. */
export function createCatalogue({ groups, sections, codeLists, layers }) {
  const byId = new Map(layers.map((layer) => [layer.id, layer]))
  const shown = layers.filter((layer) => layer.group !== 'background')
  return {
    layers: shown,
    background: layers.filter((layer) => layer.group === 'background'),
    sections,
    layer: (id) => byId.get(id) ?? null,
    groups: groups
      .map((group) => ({ ...group, layers: shown.filter((layer) => layer.group === group.id).sort((a, b) => a.order - b.order) }))
      .filter((group) => group.layers.length > 0),
    attribute: (layerId, name) => byId.get(layerId)?.attributes.find((attribute) => attribute.name === name) ?? null,
    codes: (list) => codeLists[list] ?? [],
    /** The titles {it, en} of one code, or null when the list does not know it. */
    codeTitle: (list, value) => codeLists[list]?.find((code) => code.value === String(value))?.title ?? null,
    /** The box of all territories, where the map begins; of all northern Italy while there is none. */
    home: byId.get('territory')?.bounds ?? NORTH_ITALY,
    demonstration: layers.some((layer) => layer.demonstration),
  }
}

export const visibleByDefault = (catalogue) =>
  catalogue.layers.filter((layer) => layer.display.visible).map(({ id }) => ({ id, opacity: 1 }))

/** Layers in the order they are painted: areas below lines below points, thematic below core, then by their order. */
export function paintingOrder(layers) {
  const height = { polygon: 0, line: 1, any: 2, point: 3 }
  const rank = (layer) => height[layer.geometry] * 1e6 + (layer.kind === 'core' ? 1e5 : 0) + layer.order
  return [...layers].sort((a, b) => rank(a) - rank(b))
}

/** A map pixel is half a tile pixel (tiles are drawn 512 px wide), so a tile's zoom is one less than the map's. */
export const tileZoom = (mapZoom) => Math.max(0, Math.min(18, Math.floor(mapZoom) - 1))
export const inScale = (layer, mapZoom) => tileZoom(mapZoom) >= (layer.display.minZoom ?? 0)
