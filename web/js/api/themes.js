const address = (id) => `/api/themes/${encodeURIComponent(id)}`

/** The addresses of theme routes; writing ones carry the proof of the session. @param session of api/session.js */
export function createThemesServer({ ask }) {
  return {
    published: async (options) => (await ask('/api/themes', options)).themes,
    /** With the latest documents, for those who write them. */
    drafts: async (options) => (await ask('/api/themes/drafts', options)).themes,
    /** {theme, seconds?, metres?, legs?}: the latest document for those who write, the published one for all others. */
    route: (id, { language, latest }, options) => ask(`${address(id)}?${new URLSearchParams({ lang: language, latest })}`, options),
    create: (document) => ask('/api/themes', { method: 'POST', content: { document } }),
    save: (id, version, document) => ask(address(id), { method: 'PUT', content: { version, document } }),
    remove: (id) => ask(address(id), { method: 'DELETE' }),
    publish: (id) => ask(`${address(id)}/publication`, { method: 'POST' }),
    withdraw: (id) => ask(`${address(id)}/withdrawal`, { method: 'POST' }),
    /** @param picture {photo: Blob, alt_it, alt_en, credit, licence} */
    addPicture(id, picture) {
      const form = new FormData()
      for (const [name, value] of Object.entries(picture)) form.append(name, value)
      return ask(`${address(id)}/pictures`, { method: 'POST', text: form })
    },
    removePicture: (id, picture) => ask(`${address(id)}/pictures/${picture}`, { method: 'DELETE' }),
  }
}

export const themeFile = (id, format, language) => `${address(id)}?${new URLSearchParams({ f: format, lang: language })}`
