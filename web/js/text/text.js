/** Words of the page in the chosen language. Keys are the same in every locale; a missing key shows itself. */
export const LANGUAGES = ['it', 'en']

const locales = new Map()
const parts = [] // words of pages that only some people open, in files of their own
let current = 'it'
let choices = 0

/**
 * Loads a language (once) and makes it the one that t() speaks, unless another one was chosen meanwhile: answers whether it is. `load` is given the name
 * of the file without its ending.
 */
export async function useLanguage(language, load) {
  const mine = ++choices
  const missing = () => [language, ...parts.map((part) => `${part}.${language}`)].filter((name) => !filesOf(language).files.includes(name))
  while (missing().length > 0) await Promise.all(missing().map((name) => loadOnce(language, name, load))) // a page that opens meanwhile brings words of its own
  if (mine !== choices) return false
  current = language
  document.documentElement.lang = language
  return true
}

/** Adds the words of a part of the application, in this and in every language chosen later. */
export async function useWords(part, load) {
  if (!parts.includes(part)) parts.push(part)
  let spoken
  do {
    spoken = current
    await loadOnce(spoken, `${part}.${spoken}`, load)
  } while (spoken !== current)
}

function filesOf(language) {
  if (!locales.has(language)) locales.set(language, { files: [], words: {} })
  return locales.get(language)
}

async function loadOnce(language, name, load) {
  const known = filesOf(language)
  if (known.files.includes(name)) return
  Object.assign(known.words, await load(name))
  known.files.push(name)
}

export const language = () => current

/** The text of a key; {name} is replaced; where the locale gives forms, `count` chooses the plural form. */
export function t(key, values = {}) {
  const found = locales.get(current)?.words[key]
  if (found === undefined) return key
  const form = typeof found === 'string' ? found : (found[new Intl.PluralRules(current).select(values.count)] ?? found.other)
  return form.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
}

export const has = (key) => locales.get(current)?.words[key] !== undefined

/** The right one of a descriptor's titles {it, en}. */
export const pick = (titles) => titles?.[current] ?? titles?.it ?? titles?.en ?? ''

/** Fills elements that name their text (data-text) or their label (data-label). */
export function localise(root) {
  for (const element of root.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text)
  for (const element of root.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.dataset.label))
}

export const preferredLanguage = (wanted) => wanted.map((tag) => tag.slice(0, 2)).find((tag) => LANGUAGES.includes(tag)) ?? 'it'
