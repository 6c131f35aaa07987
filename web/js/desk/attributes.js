const SYSTEM = ['updated_at', 'demonstration', 'territory_code'] // the application fills these itself

/** The attributes that a file may fill: those the server offers, or the layer's public ones; required ones first. */
export function attributesOf(catalogue, layer, suggestion) {
  const offered = suggestion.attributes ?? catalogue.layer(layer)?.attributes ?? []
  return offered.filter(({ name }) => !SYSTEM.includes(name))
}

/** A new layer has the attributes of the file; they may be left out, and one names the records. */
export function newAttributes(fields, suggestion) {
  if (suggestion.attributes) return suggestion.attributes
  const targets = Object.keys(suggestion.mapping ?? {})
  const names = targets.length > 0 ? targets : fields.map(({ name }) => name)
  return names.map((name) => ({ name, title: { it: name, en: name }, required: false }))
}
