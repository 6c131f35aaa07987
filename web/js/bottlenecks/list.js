import { supposeOne } from '../state/bottlenecks.js'
import { lookAt, select } from '../state/view.js'
import { t } from '../text/text.js'
import { element, failure, nothing, waiting } from '../panels/markup.js'
import { roadDetail } from './road.js'

/** The bottlenecks that were found, in their order; the chosen one tells where and how it acts. */
export function bottleneckList(parts) {
  const { store, register, texts, signal } = parts
  const list = element('ol', { class: 'bn-list', 'aria-label': t('place.bottlenecks') })
  const root = element('div', { class: 'bn-results' })
  let detail = null
  register.watch(({ status, answer, problem }) => {
    root.setAttribute('aria-busy', String(status === 'waiting'))
    if (status === 'failed') return root.replaceChildren(failure(problem.status === 400 ? problem.detail : t('bn.failed'), t('retry'), register.load))
    if (!answer) return root.replaceChildren(waiting(t('bn.waiting')))
    if (answer.total === 0) return root.replaceChildren(nothing(t('bn.none')))
    list.replaceChildren(...answer.items.map(card))
    root.replaceChildren(list)
    mark()
  }, signal)
  store.watch((state) => state.selected, mark, { signal })
  store.watch((state) => [state.scenario.fix, state.scenario.close], markChosen, { signal })
  return root

  function card({ id, bbox, properties }) {
    const { name, code, bottleneck_type: type, status, severity, cost_eur: cost, funded_eur: funded, works_until: until, transport_mode: mode } = properties
    const open = () => {
      store.change(select, 'bottleneck', id)
      store.change(lookAt, widened(bbox))
    }
    return element('li', { class: 'bn-card', 'data-id': id },
      element('h2', { class: 'bn-name' }, element('button', { type: 'button', class: 'bn-open', 'aria-expanded': 'false', on: { click: open } }, name ?? code)),
      element('p', { class: 'bn-line' }, element('span', {}, texts.type(type)), element('span', { class: `bn-status is-${status}` }, texts.status(status)),
        element('span', { class: 'bn-severity' }, texts.severity(severity))),
      element('dl', { class: 'bn-facts' }, ...[['bn.cost', cost != null && texts.euros(cost)], ['bn.funded', funded != null && texts.euros(funded)], ['bn.until', until && texts.day(until)]]
        .filter(([, value]) => value).map(([key, value]) => element('div', {}, element('dt', {}, t(key)), element('dd', {}, value)))),
      element('div', { class: 'bn-actions' }, choice(id, 'fix', name ?? code), mode === 'road' && type !== 'missing_link' && choice(id, 'close', name ?? code)),
      element('div', { class: 'bn-detail' }))
  }

  /** A box to tick; what is in the what-if is said there too. */
  function choice(id, to, name) {
    return element('label', { class: 'bn-choice' }, element('input', { type: 'checkbox', 'data-id': id, 'data-to': to, 'aria-label': `${t(`bn.${to}`)}: ${name}`,
      on: { change: ({ target }) => store.change(supposeOne, id, target.checked ? to : null) } }), t(`bn.${to}`))
  }

  function markChosen() {
    const { scenario } = store.get()
    for (const box of list.querySelectorAll('[data-to]')) box.checked = scenario[box.dataset.to].includes(Number(box.dataset.id))
  }

  function mark() {
    markChosen()
    detail?.abort()
    detail = new AbortController()
    signal.addEventListener('abort', () => detail.abort())
    const { selected } = store.get()
    for (const one of list.children) {
      const isIt = selected?.layer === 'bottleneck' && String(selected.id) === one.dataset.id
      one.classList.toggle('is-selected', isIt)
      one.querySelector('.bn-open').setAttribute('aria-expanded', String(isIt))
      const place = one.querySelector('.bn-detail')
      place.replaceChildren(...(isIt ? [roadDetail({ ...parts, signal: detail.signal }, selected.id)] : []))
      if (isIt) one.scrollIntoView({ block: 'nearest' })
    }
  }
}

/** A point is no box to look at. */
const widened = ([west, south, east, north]) => [west - 0.004, south - 0.003, east + 0.004, north + 0.003]

export const chosenButton = (label, iconName, onClick) => textButton(label, iconName, onClick)
