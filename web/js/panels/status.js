import { number } from '../text/format.js'
import { has, pick, t } from '../text/text.js'
import { element, textButton } from './markup.js'

const PAUSE_MS = 700
const NAMED = 3

/** The one live region: says what the map shows once it has come to rest, and when map data could not be read. */
export function statusLine({ root, store, catalogue, territories, retry, signal }) {
  let timer
  let said = ''
  let latest = null
  store.watch((state) => state.language, () => latest && tell(latest), { signal, now: false })

  /** Called after each painting with the sheet: its progress() and counts(). */
  return function painted(sheet) {
    latest = sheet
    const { pending } = sheet.progress()
    root.dataset.pending = pending
    clearTimeout(timer)
    if (pending > 0) return
    timer = setTimeout(() => tell(sheet), PAUSE_MS)
  }

  function tell(sheet) {
    const { failures } = sheet.progress()
    const text = failures > 0 ? t('status.failed') : summary(sheet.counts())
    const key = `${text}${failures > 0}`
    if (key === said) return
    said = key
    root.replaceChildren(text, ...(failures > 0 ? [' ', textButton(t('retry'), 'refresh', retry)] : []))
    root.classList.toggle('is-problem', failures > 0)
  }

  function summary(counts) {
    const present = counts.filter(({ id, count }) => count > 0 && catalogue.layer(id).group !== 'territory').map(({ id, count }) => ({ layer: catalogue.layer(id), count }))
      .sort((a, b) => (a.layer.id === 'plot' ? -1 : b.layer.id === 'plot' ? 1 : a.layer.order - b.layer.order))
    if (present.length === 0) return store.get().layers.length === 0 ? t('status.noLayers') : t('status.nothing')
    const parts = present.slice(0, NAMED).map(({ layer, count }) => `${number(count)} ${nounOf(layer, count)}`)
    const more = present.length > NAMED ? ` ${t('status.more', { count: present.length - NAMED })}` : ''
    const what = parts.join(', ') + more
    const { view } = store.get()
    const near = view.zoom > 8 && territories.around(view)
    return near ? t('status.near', { what, place: near.name }) : t('status.shows', { what })
  }
}

const nounOf = (layer, count) => (has(`noun.${layer.id}`) ? t(`noun.${layer.id}`, { count }) : lower(pick(layer.title)))

const lower = (text) => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

/** Says that the page could not start, with a way to try again; used before anything else is there. */
export function startFailure(root, text, again) {
  root.replaceChildren(element('div', { class: 'start-failure', role: 'alert' }, element('p', {}, text), element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => location.reload() } }, again)))
}
