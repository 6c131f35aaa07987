/** Resolves references of features (zone_id, municipality_code …) to names; each is asked once. */
export function createNames(server, catalogue, territories) {
  const asked = new Map()

  /** The referenced feature's {layer, id, name}, or null when the referenced layer does not have it. */
  function resolve(layer, value) {
    const key = `${layer}/${value}`
    if (!asked.has(key)) {
      const answer = find(layer, value)
      asked.set(key, answer)
      answer.catch(() => asked.delete(key))
    }
    return asked.get(key)
  }

  async function find(layer, value) {
    if (!catalogue.layer(layer)) return null
    if (typeof value === 'number') return byId(layer, value)
    if (layer !== 'territory') return byCode(layer, value)
    await territories.ready
    const found = territories.list.find(({ code }) => code === value)
    return found ? { layer, id: found.id, name: found.name } : null
  }

  async function byId(layer, id) {
    const { properties } = await server.feature(layer, id)
    return { layer, id, name: properties.name ?? properties.code }
  }

  async function byCode(layer, code) {
    const [found] = (await server.features(layer, { code, properties: 'code,name', limit: 1 })).features
    return found ? { layer, id: found.id, name: found.properties.name ?? code } : null
  }

  return { resolve }
}
