/** Turns a descriptor's style into the one of a feature: what its value says, over the default. */
export function styleOf(style, properties) {
  const value = style.by === undefined ? undefined : style.values?.[properties[style.by]]
  return value ? { ...style.default, ...value } : style.default
}

/** Legend rows: {value, style}; value null is the default row, left out where every value has its own. */
export function legendRows(style) {
  const rows = Object.entries(style.values ?? {}).map(([value, own]) => ({ value, style: { ...style.default, ...own } }))
  if (rows.length === 0 || style.default.label) rows.push({ value: null, style: style.default })
  return rows
}

/** Black or white, whichever reads better on a colour #rrggbb (WCAG relative luminance). */
export function inkOn(colour) {
  return luminance(colour) > 0.36 ? '#17202a' : '#ffffff'
}

export function luminance(colour) {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
  const [r, g, b] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
