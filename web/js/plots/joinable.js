import { plotServer } from '../api/plots.js'
import { toHash } from '../state/permalink.js'
import { lookForUnions, outline, showFace } from '../state/search.js'
import { askAbout, lookAt } from '../state/view.js'
import { readAmount } from '../text/amount.js'
import { number, withUnit } from '../text/format.js'
import { language, pick, t } from '../text/text.js'
import { element, failure, nothing, textButton, waiting } from '../panels/markup.js'

const PAUSE_MS = 400

/** Plots beside each other that together are large enough: «8 ha contiguous, at most 3 owners», the smallest unions first. */
export function joinablePanel({ store, signal, shapesOf }) {
  const area = element('input', { type: 'text', inputmode: 'decimal', class: 'field', id: 'plots-join-area', placeholder: '8 ha', 'aria-describedby': 'plots-join-fault', on: { input: later } })
  const owners = element('input', { type: 'number', min: '1', max: '99', step: '1', class: 'field', id: 'plots-join-owners', on: { input: later } })
  const fault = element('p', { class: 'field-fault', id: 'plots-join-fault', role: 'alert' })
  const said = element('p', { class: 'plots-said', role: 'status' })
  const body = element('div', { class: 'plots-body' })
  let timer
  let running = null

  store.watch((state) => [state.tab, state.join, state.search.filter], ([tab]) => (tab === 'join' ? load() : leave()), { signal })
  signal.addEventListener('abort', () => running?.abort()) // what comes later would be drawn for a page that is no more

  return element('div', { class: 'plots-join' },
    element('div', { class: 'join-form' }, element('div', { class: 'range-end' }, element('label', { for: area.id }, t('plots.join.area')), area),
      element('div', { class: 'range-end' }, element('label', { for: owners.id }, t('plots.join.owners')), owners), fault), said, body)

  function leave() {
    running?.abort()
    store.change(outline, shapesOf())
  }

  function later() {
    const minArea = readAmount(area.value, language(), 'm²')
    const isWrong = minArea === null || !owners.validity.valid
    fault.textContent = isWrong ? t('plots.noAmount') : ''
    clearTimeout(timer)
    if (!isWrong) timer = setTimeout(() => store.change(lookForUnions, { minArea: Math.round(minArea ?? 0) || null, maxOwners: Number(owners.value) || null }), PAUSE_MS)
  }

  async function load() {
    const { join, search } = store.get()
    if (area !== document.activeElement) area.value = join.minArea ? number(join.minArea, 0) : ''
    if (owners !== document.activeElement) owners.value = join.maxOwners ?? ''
    running?.abort()
    if (!join.minArea) {
      said.textContent = ''
      store.change(outline, shapesOf())
      return body.replaceChildren(nothing(t('plots.join.begin')))
    }
    const mine = (running = new AbortController())
    body.replaceChildren(waiting(t('plots.waiting')))
    try {
      const answer = await plotServer.joinable({ ...join, filter: search.filter }, { signal: mine.signal })
      if (!mine.signal.aborted) fill(answer)
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      body.replaceChildren(failure(problem.status === 400 ? t('plots.refused', { detail: problem.detail ?? problem.title }) : t('plots.failed'), t('retry'), load))
    }
  }

  function fill({ unions, complete }) {
    said.textContent = [t('plots.join.found', { count: unions.length, number: number(unions.length, 0) }), complete === false && t('plots.join.incomplete')].filter(Boolean).join(' ')
    mark(unions, -1)
    if (unions.length === 0) return body.replaceChildren(nothing(t('plots.join.nothing')))
    body.replaceChildren(element('ol', { class: 'plot-list' }, ...unions.map((union, i) => card(union, i, unions))))
  }

  function mark(unions, current) {
    store.change(outline, [...shapesOf(), ...unions.map(({ geometry }, i) => ({ geometry, current: i === current }))])
  }

  function card(union, i, unions) {
    const show = () => {
      mark(unions, i)
      store.change(showFace, 'map')
      store.change(lookAt, union.bbox)
    }
    const ask = () => union.ids.forEach((id) => store.change(askAbout, 'plot', id))
    const titleId = `union-${i}`
    return element('li', { class: 'plot-card', 'aria-labelledby': titleId, on: { mouseenter: () => mark(unions, i), focusin: () => mark(unions, i) } },
      element('h2', { class: 'plot-name', id: titleId }, `${number(union.area_m2 / 10_000, 2)} ha`, ' ', element('span', { class: 'row-code' }, t('plots.join.plots', { count: union.ids.length }))),
      element('p', { class: 'join-why' }, pick(union.explanation)),
      element('dl', { class: 'plot-facts' }, fact(t('plots.fact.area_m2'), withUnit(Math.round(union.area_m2), 'm²')),
        fact(t('plots.join.ownersFact'), known(union.owners) ? number(union.owners, 0) : null), fact(t('plots.fact.price_eur'), known(union.price_eur) ? withUnit(Math.round(union.price_eur), '€') : null)),
      element('p', {}, t('plots.join.members'), ' ', ...union.ids.flatMap((id, at) => [at > 0 ? ', ' : '', element('a', { href: toHash({ ...store.get(), place: 'plot', plot: id }) }, union.names[at])])),
      element('div', { class: 'button-row' }, textButton(t('plots.card.onMap'), 'map-marker', show, { 'aria-describedby': titleId }), textButton(t('feature.ask'), 'mail', ask, { 'aria-describedby': titleId })))
  }
}

const fact = (title, value) => element('div', {}, element('dt', {}, title), element('dd', {}, value ?? element('span', { class: 'not-known' }, t('notKnown'))))
const known = (value) => value !== null && value !== undefined
