import { labelled, choice, tick } from '../../panels/fields.js'
import { element, failure, icon, nothing, textButton, waiting } from '../../panels/markup.js'
import { lookAt, select } from '../../state/view.js'
import { day } from '../../text/format.js'
import { pick, t } from '../../text/text.js'
import { holding } from './holding.js'
import { misfits, stopOfHost, usualMinutes } from './fits.js'
import { hostName } from './hosts.js'
import { addStop, hasStop, MOST_STOPS } from './model.js'
import { problemText } from './problems.js'

const PAUSE_MS = 250
const A_PAGE = 20
const MOST_READ = 200

/** Who receives visitors: looked for by words and filters, in the list and on the map; what a host does not offer this group is said beside it. */
export function hostPicker(parts) {
  const { store, book, hosts, catalogue, live, say, scroller } = parts
  const asked = parts.asked // outlives the step, so that whoever comes back finds what was looked for
  const list = element('ul', { class: 'side-list tour-hosts' })
  const said = element('p', { class: 'side-small', role: 'status' })
  const foot = element('div', {})
  const chosen = element('div', { class: 'tour-selected' })
  let found = []
  let openIds = null
  let shown = A_PAGE
  let timer = null
  let running = null

  const words = element('input', { type: 'search', class: 'field', placeholder: t('tours.hosts.placeholder'), on: { input: () => later({ q: words.value.trim() }) } })
  words.value = asked.q ?? ''
  const themes = element('div', { class: 'side-chips', role: 'group', 'aria-label': t('tours.hosts.theme') }, ...catalogue.codes('visit_theme').map(({ value, title }) =>
    element('button', { type: 'button', class: 'side-chip', 'aria-pressed': String(asked.theme === value), 'data-theme': value, on: { click: () => {
      asked.theme = asked.theme === value ? null : value
      for (const chip of themes.children) chip.setAttribute('aria-pressed', String(chip.dataset.theme === asked.theme))
      find()
    } } }, pick(title))))
  const fitting = tick(t('tours.hosts.fitting'), asked.fitting, (on) => later({ fitting: on }, 0))
  const inView = tick(t('tours.hosts.inView'), asked.inView, (on) => later({ inView: on }, 0))
  const municipalities = element('datalist', { id: 'tour-municipalities' })
  const filters = element('details', { class: 'side-fold', open: asked.open, on: { toggle: ({ target }) => (asked.open = target.open) } }, element('summary', {}, t('tours.hosts.filters')),
    element('div', { class: 'side-fold-body' }, element('div', { class: 'side-fields' },
      labelled(t('tours.hosts.chain'), choice([['', t('tours.hosts.any')], ...catalogue.codes('production_chain').map(({ value, title }) => [value, pick(title)])], asked.chain, (chain) => later({ chain }, 0))),
      labelled(t('tours.hosts.kind'), choice([['', t('tours.hosts.any')], ['company', t('tours.hosts.companies')], ['visit_place', t('tours.hosts.places')]], asked.layer, (layer) => later({ layer }, 0))),
      labelled(t('tours.hosts.ateco'), textInput(asked.ateco, (ateco) => later({ ateco }), { placeholder: '28.9' })),
      labelled(t('tours.hosts.municipality'), textInput(asked.municipality, (municipality) => later({ municipality }), { list: 'tour-municipalities' })), municipalities,
      labelled(t('tours.hosts.language'), choice([['', t('tours.hosts.any')], ...catalogue.codes('visit_language').map(({ value, title }) => [value, pick(title)])], asked.language, (language) => later({ language }, 0)))),
      tick(t('tours.wheelchair'), asked.wheelchair, (wheelchair) => later({ wheelchair }, 0)), tick(t('tours.hosts.lunch'), asked.lunch, (lunch) => later({ lunch }, 0)), inView))

  store.watch((state) => state.extent, () => asked.inView && later({}, PAUSE_MS * 2), { signal: live, now: false })
  store.watch((state) => state.selected, (selected) => showSelected(selected), { signal: live })
  book.watch('any', (tour) => {
    questionKey(tour) === lastKey ? render() : later({})
    showSelected(store.get().selected)
  }, live)
  live.addEventListener('abort', () => { running?.abort(); clearTimeout(timer) })
  let lastKey = null
  find()
  return element('section', { class: 'tour-picker', 'aria-label': t('tours.hosts') }, element('h3', {}, t('tours.hosts')), chosen,
    element('div', { class: 'side-field' }, element('label', { class: 'visually-hidden', for: (words.id = 'tour-hosts-words') }, t('tours.hosts.words')), words),
    themes, fitting, filters, said, list, foot)

  function later(values, pause = PAUSE_MS) {
    Object.assign(asked, values)
    clearTimeout(timer)
    timer = setTimeout(find, pause)
  }

  async function find() {
    running?.abort()
    const mine = (running = new AbortController())
    const tour = book.get()
    lastKey = questionKey(tour)
    if (found.length === 0) list.replaceChildren(element('li', {}, waiting(t('side.waiting'))))
    const query = queryOf(tour)
    try {
      const [{ hosts: all }, open] = await Promise.all([hosts.search(query, { signal: mine.signal }),
        hosts.search({ ...query, date: tour.question.date }, { signal: mine.signal }).catch((problem) => { if (problem.name === 'AbortError') throw problem; return null })])
      if (mine.signal.aborted) return
      openIds = open && new Set(open.hosts.map(({ id }) => id))
      found = all
      shown = A_PAGE
      if (!asked.municipality) municipalities.replaceChildren(...[...new Set(all.map((host) => host.municipalityName).filter(Boolean))].sort().map((value) => element('option', { value })))
      render()
    } catch (problem) {
      if (mine.signal.aborted) return
      said.textContent = ''
      list.replaceChildren(element('li', {}, failure(problemText(problem), t('retry'), find)))
      foot.replaceChildren()
    }
  }

  function queryOf({ question: { start } }) {
    const { q, theme, chain, ateco, language, wheelchair, lunch } = asked
    return { q, theme, chain, ateco, language, wheelchair: wheelchair ? 'true' : null, lunch: lunch ? 'true' : null, limit: MOST_READ, near: start?.point ? `${start.point.lon},${start.point.lat}` : null,
      bbox: asked.inView && store.get().extent ? store.get().extent.join(',') : null }
  }

  function render() {
    const tour = book.get()
    const rated = found.filter((host) => (!asked.layer || host.layer === asked.layer) && (!asked.municipality || (host.municipalityName ?? '').toLowerCase().startsWith(asked.municipality.toLowerCase())))
      .map((host) => ({ host, why: reasons(host, tour) }))
    const wanted = asked.fitting ? rated.filter(({ why }) => why.length === 0) : rated
    const hidden = rated.length - wanted.length
    said.textContent = [t('tours.hosts.count', { count: wanted.length, date: day(tour.question.date) }), hidden > 0 && t('tours.hosts.hidden', { count: hidden })].filter(Boolean).join(' ')
    if (wanted.length === 0) list.replaceChildren(element('li', {}, nothing(t(hidden > 0 ? 'tours.hosts.noneFit' : 'tours.hosts.none'))))
    else list.replaceChildren(...wanted.slice(0, shown).map(({ host, why }) => card(host, why, tour)))
    foot.replaceChildren(...(wanted.length > shown ? [textButton(t('tours.hosts.more', { count: wanted.length - shown }), 'plus', () => {
      const first = shown
      shown += A_PAGE
      render()
      list.children[first]?.querySelector('button')?.focus()
    })] : []))
  }

  function reasons(host, tour) {
    return misfits(host, { question: tour.question, windows: openIds && !openIds.has(host.id) ? [] : null, today: parts.today })
  }

  function card(host, why, tour) {
    const name = hostName(host)
    const added = hasStop(tour, host.id)
    const full = tour.question.stops.length >= MOST_STOPS
    const add = element('button', { type: 'button', class: added ? 'text-button' : 'btn btn-primary tour-add', 'data-host': host.id, disabled: !added && full, 'aria-pressed': String(added), 'aria-label': t(added ? 'tours.hosts.added.named' : 'tours.hosts.add.named', { name }),
      on: { click: () => {
        if (hasStop(book.get(), host.id)) return
        holding(scroller, said, () => book.change(addStop, stopOfHost(host))) // the button stays under the pointer
        say(t('tours.stop.added', { name }))
        list.querySelector(`[data-host="${host.id}"]`)?.focus({ preventScroll: true })
      } } }, added ? [icon('check', 'sm'), element('span', {}, t('tours.hosts.added'))] : t('tours.hosts.add'))
    return element('li', { class: 'tour-host' },
      element('div', { class: 'tour-host-text' },
        element('button', { type: 'button', class: 'link-button tour-host-name', on: { click: () => show(host) } }, name),
        element('span', { class: 'side-small' }, [host.municipalityName, kindText(host, catalogue), t('tours.minutes', { count: usualMinutes(host) }), host.visit.maxPeople && t('tours.upTo', { count: host.visit.maxPeople })].filter(Boolean).join(' · ')),
        why.length > 0 && element('span', { class: 'tour-why' }, icon('warning-circle', 'xs'), ' ', why.map((one) => t(`tours.why.${one.kind}`, one)).join('; '))), add)
  }

  /** Shows a host on the map and its record. */
  function show(host) {
    const { lon, lat } = host.entrance
    store.change(lookAt, [lon - 0.02, lat - 0.014, lon + 0.02, lat + 0.014])
    store.change(select, host.layer, host.id)
  }

  /** Who was clicked on the map can be added at once. */
  async function showSelected(selected) {
    if (!selected || !['company', 'visit_place'].includes(selected.layer)) return chosen.replaceChildren()
    await hosts.learn([selected.id])
    if (live.aborted || store.get().selected?.id !== selected.id) return
    const host = hosts.get(selected.id)
    chosen.replaceChildren(...(host ? [element('p', { class: 'side-small' }, t('tours.hosts.selected')), element('ul', { class: 'side-list tour-hosts' }, card(host, reasons(host, book.get()), book.get()))] : []))
  }
}

const questionKey = ({ question: { date, start } }) => JSON.stringify([date, start?.point])
const kindText = (host, catalogue) => pick(host.trade?.chain ? catalogue.codeTitle('production_chain', host.trade.chain) : catalogue.codeTitle('place_kind', host.kind))

function textInput(value, onInput, attributes = {}) {
  const field = element('input', { type: 'text', autocomplete: 'off', ...attributes, on: { input: () => onInput(field.value.trim()) } })
  field.value = value ?? ''
  return field
}
