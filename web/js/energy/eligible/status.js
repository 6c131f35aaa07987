import { moment, number } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, failure, textButton, waiting } from '../../panels/markup.js'
import { energyProblem } from '../problems.js'
import { mayReview } from '../rights.js'

const PAUSE_MS = 2500

/** How far the eligible areas of each territory are computed, and which layers they lack; reviewers have them computed anew. */
export function computingStatus(parts) {
  const { store, energy, territories, signal, onDone } = parts
  const body = element('div', { class: 'side-fold-body', 'aria-live': 'polite' }, waiting(t('energy.waiting')))
  let wasBusy = false
  let timer = null
  let text = ''
  signal.addEventListener('abort', () => clearTimeout(timer))
  load()
  return element('details', { class: 'side-fold', open: true }, element('summary', {}, t('energy.status')), body)

  async function load() {
    clearTimeout(timer)
    try {
      const { territories: all } = await energy.api.eligibleStatus({ signal })
      const busy = all.some(isBusy)
      const now = JSON.stringify(all)
      if (now !== text) body.replaceChildren(...(all.length > 0 ? all.map(one) : [element('p', {}, t('energy.status.none'))]))
      text = now
      if (wasBusy && !busy) onDone()
      wasBusy = busy
      if (busy) timer = setTimeout(load, PAUSE_MS)
    } catch (problem) {
      if (!signal.aborted) body.replaceChildren(failure(energyProblem(problem), t('retry'), load))
    }
  }

  function one({ territory, state, done, pieces, failed, computedAt, missingLayers }) {
    const name = energy.texts.territory(territory, territories)
    const busy = isBusy({ state })
    return element('div', { class: 'side-card' }, element('strong', {}, name), ' ', element('span', { class: 'side-small' }, t(`energy.status.${state}`), computedAt && !busy && ` · ${moment(computedAt)}`),
      busy && element('progress', { max: String(pieces || 1), value: pieces ? String(done) : null, 'aria-label': t('energy.status.of', { name }) }),
      done < pieces && element('span', { class: 'side-small side-block' }, t('energy.status.pieces', { done: number(done, 0), pieces: number(pieces, 0) }), failed > 0 && ` · ${t('energy.status.failures', { count: number(failed, 0) })}`),
      missingLayers?.length > 0 && element('p', { class: 'energy-missing' }, energy.texts.missing(missingLayers)),
      mayReview(store.get().session?.account) && !busy && element('div', { class: 'button-row' }, textButton(t('energy.status.compute'), 'refresh', (event) => compute(territory, event.currentTarget), { 'aria-label': `${t('energy.status.compute')}: ${name}` })))
  }

  async function compute(territory, button) {
    button.disabled = true
    try {
      await energy.api.computeEligible(territory)
      wasBusy = true
      await load()
    } catch (problem) {
      button.after(element('span', { class: 'energy-trouble', role: 'alert' }, energyProblem(problem)))
      button.disabled = false
    }
  }
}

/** Pieces are waiting; those of other states are as good as they get without somebody's doing. */
const isBusy = ({ state }) => state === 'waiting'
