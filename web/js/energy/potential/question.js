/** What the server is asked of a surface; null where there is none yet. A parameter that was emptied is the server's own again. */
export function questionOf({ from, areaM2, area, case: kind, territory, parameters }) {
  const surface = from === 'number' ? areaM2 > 0 && { areaM2 } : area && { geometry: area.geometry }
  if (!surface) return null
  const chosen = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined))
  return { ...surface, ...(from === 'number' && territory ? { territory } : {}), case: kind, ...(Object.keys(chosen).length > 0 ? { parameters: chosen } : {}) }
}
