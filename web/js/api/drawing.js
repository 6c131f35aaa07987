/** What the server does with shapes while they are drawn; it keeps none of them. @param session of api/session.js */
export function createDrawingServer(session) {
  return {
    /** {operation, geometries, metres?} → {geometries, areas in m²} */
    operate: (content, options) => session.ask('/api/editing/operations', { ...options, method: 'POST', content }),
    /** {from, to, positions} → {positions}, each pair in the order of its reference system */
    convert: (content, options) => session.ask('/api/editing/coordinates', { ...options, method: 'POST', content }),
  }
}
