import { element } from './markup.js'

/** Loads the style sheet of a part of the application; resolves also when it does not come: the page works without. */
export function useStyles(href) {
  return new Promise((resolve) => {
    document.head.append(element('link', { rel: 'stylesheet', href, on: { load: resolve, error: resolve } }))
  })
}
