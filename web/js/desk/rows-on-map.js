import { boxOf } from '../api/territories.js'
import { lookAt, markRows, openLoad } from '../state/view.js'
import { t } from '../text/text.js'
import { element, iconButton, textButton, waiting, failure } from '../panels/markup.js'
import { problemText } from './problems.js'
import { codeText, isOnMap } from './rows.js'

const MOST = 200
const NEAR = 0.0012 // degrees around a single point

/** Over the map: the rows of a load that are marked on it, one after the other, and the way back to the load. */
export function rowsOnMap({ root, store, desk, signal }) {
  let running = null
  let rows = []
  let shownKey = ''

  store.watch((state) => [state.place, state.load, state.rows, state.session?.account?.username, state.language], ([place, load, wanted, user]) => {
    const shown = place === 'map' && typeof load === 'number' && wanted && user
    root.hidden = !shown
    if (!shown) {
      running?.abort()
      shownKey = ''
      if (store.get().marks) store.change(markRows, null)
      return root.replaceChildren()
    }
    const [kind, only] = wanted.split('.')
    const key = `${load}/${wanted}`
    if (key === shownKey) return fill(kind, load)
    shownKey = key
    read(load, kind, only ? Number(only) : null)
  }, { signal })

  async function read(load, kind, only) {
    running?.abort()
    const mine = (running = new AbortController())
    root.setAttribute('aria-label', t('marks.label', { load }))
    root.replaceChildren(waiting(t('rows.waiting')))
    try {
      const { items } = await desk.rows(load, { kind, limit: MOST }, { signal: mine.signal })
      if (mine.signal.aborted) return
      rows = items.filter(isOnMap).map((item) => ({ ...item, row: item.row ?? item.featureId }))
      const current = rows.find(({ row }) => row === only) ?? null
      mark(current?.row ?? null)
      fill(kind, load)
      look(current ? [current] : rows)
      root.querySelector('button')?.focus({ preventScroll: true })
    } catch (problem) {
      if (!mine.signal.aborted) root.replaceChildren(failure(problemText(problem), t('retry'), () => read(load, kind, only)), backButton(load))
    }
  }

  const mark = (current) => store.change(markRows, { rows: rows.map(({ row, lon, lat, geometry }) => ({ row, lon, lat, geometry: geometry ?? null })), current })

  const look = (those) => those.length > 0 && store.change(lookAt, those.map(boxAround).reduce(join))

  function step(by, kind, load) {
    const at = rows.findIndex(({ row }) => row === store.get().marks?.current)
    const next = rows[(at + by + rows.length + (at < 0 && by < 0 ? 1 : 0)) % rows.length]
    mark(next.row)
    look([next])
    fill(kind, load)
    root.querySelector(by > 0 ? '.row-next' : '.row-previous').focus()
  }

  function fill(kind, load) {
    const current = rows.find(({ row }) => row === store.get().marks?.current)
    root.replaceChildren(...[
      element('p', { class: 'load-rows-text', role: 'status' }, current ? t('marks.row', { row: current.row, what: current.code ? codeText(current.code) : current.key ?? '' })
        : t(`marks.${kind}`, { count: rows.length })),
      rows.length > 1 && iconButton(t('marks.previous'), 'chevron-left', () => step(-1, kind, load), { class: 'icon-button row-previous' }),
      rows.length > 1 && iconButton(t('marks.next'), 'chevron-right', () => step(1, kind, load), { class: 'icon-button row-next' }),
      backButton(load)].filter(Boolean))
  }

  const backButton = (load) => textButton(t('marks.back', { load }), 'arrow-left', () => store.change(openLoad, load, store.get().step), { class: 'text-button marks-back' })
}

const boxAround = ({ lon, lat, geometry }) => (geometry ? boxOf(geometry) : [lon - NEAR, lat - NEAR, lon + NEAR, lat + NEAR])

const join = (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
