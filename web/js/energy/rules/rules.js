import { askEnergy } from '../../state/energy.js'
import { pick, t } from '../../text/text.js'
import { element, failure, nothing, waiting } from '../../panels/markup.js'
import { notice } from '../../panels/fields.js'
import { energyProblem } from '../problems.js'
import { mayReview } from '../rights.js'
import { say, today } from '../texts.js'
import { isDraft } from '../verdict/findings.js'
import { rulesetView } from './ruleset.js'
import { timeline } from './timeline.js'

/** The tab Rules: the rule sets in their order of time, each with its rules and where they are written; reviewers try, take in and activate further ones. */
export async function open(parts) {
  const { root, store, energy, signal } = parts
  let loaded = null
  root.replaceChildren(waiting(t('energy.waiting')))
  signal.addEventListener('abort', () => loaded?.abort())
  await load()

  async function load() {
    try {
      const sets = await energy.rulesets.all()
      if (signal.aborted) return
      loaded?.abort()
      loaded = new AbortController()
      root.replaceChildren(element('p', { class: 'side-lead' }, t('energy.sets.lead')), notice('warning', t('energy.toBeConfirmed.notice')),
        ...(sets.length > 0 ? [bars(sets)] : [nothing(t('energy.sets.none'))]))
      watchOpen()
      if (mayReview(store.get().session?.account)) {
        const { uploadForm } = await import('./upload.js')
        if (!signal.aborted) root.append(uploadForm({ ...parts, again }))
      }
    } catch (problem) {
      if (!signal.aborted) root.replaceChildren(failure(energyProblem(problem), t('retry'), load))
    }
  }

  function again() {
    energy.rulesets.forget()
    return load()
  }

  /** The list of sets is the line of time: each row is a button that opens its set below. */
  function bars(sets) {
    const line = timeline(sets.map(({ valid }) => valid), today())
    return element('section', { class: 'energy-timeline' }, element('h2', {}, t('energy.sets')),
      element('ol', { class: 'energy-bars' }, ...sets.map((set, i) => element('li', {}, row(set, line.bars[i], line.now), element('div', { class: 'energy-set-open', 'data-open': set.id })))),
      element('div', { class: 'energy-years', 'aria-hidden': 'true' }, ...line.years.map(({ year, at }) => placed(element('span', {}, String(year)), at))))
  }

  function row(set, bar, now) {
    const key = keyOf(set)
    const toConfirm = isDraft(set.status)
    const button = element('button', { type: 'button', class: `energy-bar-row${set.active ? '' : ' is-inactive'}`, 'data-set': key, 'aria-expanded': 'false',
      on: { click: () => store.change(askEnergy, { item: store.get().energy.item === key ? null : key }) } },
      element('span', { class: 'energy-bar-name' }, pick(set.title) || say(set.title) || set.id), element('span', { class: 'side-small' }, validity(set, energy)),
      element('span', { class: `tag ${toConfirm ? 'energy-draft' : 'tag-fresh'}` }, t(toConfirm ? 'energy.toBeConfirmed' : 'energy.confirmed')), !set.active && element('span', { class: 'tag' }, t('energy.sets.inactive')),
      element('span', { class: 'energy-track', 'aria-hidden': 'true' }, stretched(element('span', { class: `energy-bar ${toConfirm ? 'is-draft' : ''}` }), bar), placed(element('span', { class: 'energy-now' }), now)))
    return button
  }

  function watchOpen() {
    store.watch((state) => state.energy.item, async (item) => {
      const [id, version] = item?.split('@') ?? []
      root.querySelectorAll('[data-set]').forEach((button) => button.setAttribute('aria-expanded', String(button.dataset.set.split('@')[0] === id)))
      root.querySelectorAll('[data-open]').forEach((one) => one.dataset.open !== id && one.replaceChildren())
      const holder = [...root.querySelectorAll('[data-open]')].find((one) => one.dataset.open === id)
      if (!holder) return
      try {
        const { versions } = await energy.api.ruleset(id, null, { signal })
        if (signal.aborted || store.get().energy.item !== item) return
        holder.replaceChildren(rulesetView({ ...parts, again }, versions.find((one) => one.version === Number(version)) ?? versions[0], versions))
      } catch (problem) {
        if (!signal.aborted) holder.replaceChildren(element('p', { class: 'energy-trouble', role: 'alert' }, energyProblem(problem)))
      }
    }, { signal: loaded.signal })
  }
}

export const keyOf = ({ id, version }) => `${id}@${version}`
export const validity = ({ valid: { from, to } }, { texts }) => t(`energy.valid.${from ? 'from' : ''}${to ? 'To' : ''}`, { from: from && texts.day(from), to: to && texts.day(to) })

function placed(made, at) {
  made.style.left = `${at * 100}%`
  return made
}

function stretched(made, { from, to }) {
  made.style.left = `${from * 100}%`
  made.style.width = `${Math.max(0.6, (to - from) * 100)}%`
  return made
}
