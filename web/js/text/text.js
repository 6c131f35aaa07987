/** Words of the page in the chosen language. Keys are the same in every locale; a missing key shows itself. */
export const LANGUAGES = ['it', 'en']

const locales = new Map()
let current = 'it'

/** Loads a language (once) and makes it the one that t() speaks. */
export async function useLanguage(language, load) {
  if (!locales.has(language)) locales.set(language, await load(language))
  current = language
  document.documentElement.lang = language
}

export const language = () => current

/** The text of a key; {name} is replaced; where the locale gives forms, `count` chooses the plural form. */
export function t(key, values = {}) {
  const found = locales.get(current)?.[key]
  if (found === undefined) return key
  const form = typeof found === 'string' ? found : (found[new Intl.PluralRules(current).select(values.count)] ?? found.other)
  return form.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
}

export const has = (key) => locales.get(current)?.[key] !== undefined

/** The right one of a descriptor's titles {it, en}. */
export const pick = (titles) => titles?.[current] ?? titles?.it ?? titles?.en ?? ''

/** Fills elements that name their text (data-text) or their label (data-label). */
export function localise(root) {
  for (const element of root.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text)
  for (const element of root.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.dataset.label))
}

export const preferredLanguage = (wanted) => wanted.map((tag) => tag.slice(0, 2)).find((tag) => LANGUAGES.includes(tag)) ?? 'it'
