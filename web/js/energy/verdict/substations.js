import { language, t } from '../../text/text.js'
import { element, failure, waiting } from '../../panels/markup.js'
import { notice } from '../../panels/fields.js'
import { energyProblem } from '../problems.js'
import { area as areaText, share } from '../texts.js'

/** Under which primary substations the area lies, and how much of it under each: a community computes by them. */
export function sharesOf({ answer, energy, signal }) {
  const body = element('div', { class: 'side-fold-body' }, waiting(t('energy.waiting')))
  load()
  return element('section', { class: 'energy-shares' }, element('h3', {}, t('energy.shares')), body)

  async function load() {
    try {
      const { shares, warnings } = await energy.api.substationShares(answer.geometry, language(), { signal })
      body.replaceChildren(...warnings.map(({ kind, text }) => (kind === 'straddles' ? notice('warning', text) : element('p', { class: 'side-small' }, text))),
        shares.length > 0 ? element('ul', { class: 'side-list' }, ...shares.map(one)) : '')
    } catch (problem) {
      if (!signal.aborted) body.replaceChildren(failure(energyProblem(problem), t('retry'), load))
    }
  }

  function one({ code, name, distributor, m2, share: part }) {
    return element('li', { class: 'side-card' }, element('strong', {}, code ?? t('notKnown')), ' ', name, ' ',
    element('span', { class: 'side-small' }, [distributor ?? t('energy.shares.noDistributor'), areaText(m2), share(part)].join(' · ')))
  }
}
