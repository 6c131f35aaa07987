const SYSTEM = ['updated_at', 'demonstration'] // the application fills these itself

/** The attributes that a file may fill: the layer's public ones, and what else is mapped, which only the desk sees. */
export function attributesOf(catalogue, layer, mapped) {
  const known = (catalogue.layer(layer)?.attributes ?? []).filter(({ name, reference }) => !SYSTEM.includes(name) && reference !== layer)
  const further = mapped.filter((name) => !known.some((attribute) => attribute.name === name))
  return [...known, ...further.map((name) => ({ name, title: { it: name, en: name }, required: false }))]
}
