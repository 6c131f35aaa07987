import { askEnergy } from '../../state/energy.js'
import { hatchSwatch } from '../../map/hatches.js'
import { t } from '../../text/text.js'
import { element, failure, nothing, textButton, waiting } from '../../panels/markup.js'
import { toBeConfirmed } from '../fields.js'
import { notice } from '../../panels/fields.js'
import { dateField } from '../moments.js'
import { energyProblem } from '../problems.js'
import { area as areaText, citation, say } from '../texts.js'
import { compareVerdicts } from './comparing.js'
import { isDraft, look } from './findings.js'

/** The same area on another day, side by side: what becomes of it, and which rules make the difference. */
export function comparison({ store, answer, energy, signal }) {
  const { technology, project } = answer
  const result = element('div', { class: 'energy-compared', 'aria-live': 'polite' })
  const { beside } = store.get().energy
  let running = null
  store.watch((state) => state.energy.beside, compute, { signal })
  signal.addEventListener('abort', () => running?.abort())
  return element('details', { class: 'side-fold', open: Boolean(beside) }, element('summary', {}, t('energy.compare')), element('div', { class: 'side-fold-body' },
    dateField({ label: t('energy.compare.with'), value: beside, withToday: false, changes: energy.rulesets.changes().then((days) => days.filter((day) => day !== answer.date)),
      onChange: (date) => store.change(askEnergy, { beside: date }) }), result))

  async function compute(date) {
    running?.abort()
    if (!date) return result.replaceChildren()
    const mine = (running = new AbortController())
    result.replaceChildren(waiting(t('energy.verdict.waiting')))
    try {
      const { feature, geometry } = energy.area.get()
      const other = await energy.api.verdict({ ...(feature ? { feature } : { geometry }), technology, date, project: project?.length > 0 ? project : undefined }, { signal: mine.signal })
      energy.area.judged(other.id)
      if (!mine.signal.aborted) show(...[answer, other].sort((a, b) => (a.date < b.date ? -1 : 1)), other)
    } catch (problem) {
      if (!mine.signal.aborted) result.replaceChildren(failure(energyProblem(problem), t('retry'), () => compute(date)))
    }
  }

  function show(before, after, other) {
    const { same, areas, rules } = compareVerdicts(before, after)
    const days = [before, after].map(({ date }) => energy.texts.day(date))
    result.replaceChildren(
      same ? notice('good', t('energy.compare.same')) : notice('info', before.result === after.result ? t('energy.compare.areasDiffer', { result: energy.texts.result(after.result) })
        : t('energy.compare.differs', { before: energy.texts.result(before.result), after: energy.texts.result(after.result) })),
      table(t('energy.compare.areas'), days, areas.map(({ result: of, before: was, after: is }) => [[hatchSwatch(look(of)), ' ', energy.texts.result(of)], size(was), size(is)])),
      rules.length > 0 ? table(t('energy.compare.rules'), days, rules.map((rule) => [[say(rule.title) || rule.rule, element('span', { class: 'side-small side-block' }, t(`energy.effect.short.${rule.effect}`))], side(rule.before), side(rule.after)])) : nothing(t('energy.compare.noRules')),
      textButton(t('energy.compare.open', { day: energy.texts.day(other.date) }), 'arrow-right', () => store.change(askEnergy, { verdict: other.id, date: other.date, beside: null })))
  }

  function side(rule) {
    if (!rule) return t('energy.compare.notThere')
    return [t(`energy.reach.${rule.reach}`), rule.m2 > 0 && ` · ${areaText(rule.m2)}`, element('span', { class: 'side-small side-block' }, citation(rule.cite) ?? rule.ruleset, isDraft(rule.status) && [' ', toBeConfirmed()])]
  }
}

const size = (m2) => (m2 > 0 ? areaText(m2) : '–')

const table = (caption, days, rows) => element('div', { class: 'side-scroll', tabindex: '0', role: 'region', 'aria-label': caption }, element('table', { class: 'side-table' }, element('caption', {}, caption),
  element('thead', {}, element('tr', {}, element('td'), ...days.map((day) => element('th', { scope: 'col' }, day)))), element('tbody', {}, ...rows.map(([name, ...cells]) => element('tr', {}, element('th', { scope: 'row' }, name), ...cells.map((cell) => element('td', {}, cell)))))))
