import { boxOf } from '../../api/territories.js'
import { askEnergy } from '../../state/energy.js'
import { showSideLayers } from '../../state/side.js'
import { clearSelection, lookAt } from '../../state/view.js'
import { t } from '../../text/text.js'
import { failure, waiting } from '../../panels/markup.js'
import { showAnswer } from './answer.js'
import { questionForm } from './question.js'

const LAND = ['industrial_zone', 'logistics_zone', 'plot', 'energy_area', 'cadastral_parcel']
const kept = new Map() // answers by id: a stored verdict never changes

/** The tab Verdict: what the rules say about an area on a day; the question until it is asked, then the answer, which a link opens again. */
export function open(parts) {
  const { root, store, catalogue, energy, signal } = parts
  let shown = null
  store.watch((state) => state.energy.verdict, (id) => (id ? showStored(id) : showQuestion()), { signal })

  function fresh() {
    shown?.abort()
    shown = new AbortController()
    signal.addEventListener('abort', shown.abort.bind(shown), { signal: shown.signal })
    return { ...parts, signal: shown.signal, ask }
  }

  function land(opacity) {
    return LAND.filter((id) => catalogue.layer(id)).map((id) => ({ id, opacity }))
  }

  function showQuestion() {
    store.change(showSideLayers, land(1))
    root.replaceChildren(questionForm(fresh(), () => ask()))
  }

  /** Asks about the chosen area; `changes` are another technology, date or project. The answer is shown by its id. */
  async function ask(changes = {}) {
    store.change(askEnergy, changes)
    const { technology, date, project } = store.get().energy
    const area = energy.area.get()
    const said = await energy.api.verdict({ ...(area.feature ? { feature: area.feature } : { geometry: area.geometry }), technology, date: date ?? undefined, project: project.length > 0 ? project : undefined }, { signal })
    kept.set(said.id, said)
    energy.area.judged(said.id)
    store.change(clearSelection) // its record would cover the parts on the map
    store.change(askEnergy, { verdict: said.id, beside: null })
  }

  async function showStored(id) {
    const own = fresh()
    if (!kept.has(id)) {
      root.replaceChildren(waiting(t('energy.verdict.waiting')))
      try {
        kept.set(id, await energy.api.storedVerdict(id, { signal: own.signal }))
      } catch (problem) {
        if (own.signal.aborted) return
        const gone = problem.status === 404
        return root.replaceChildren(failure(t(gone ? 'energy.verdict.gone' : 'energy.verdict.failed'), t(gone ? 'energy.verdict.new' : 'retry'), () => (gone ? store.change(askEnergy, { verdict: null }) : showStored(id))))
      }
      if (own.signal.aborted) return
    }
    const answer = kept.get(id)
    if (!energy.area.of(id)) {
      // somebody came by a link: what it is about can be asked again
      energy.area.set({ geometry: answer.geometry, name: null, from: 'verdict', feature: answer.feature ?? null })
      energy.area.judged(id)
      store.change(askEnergy, { technology: answer.technology, date: answer.date, project: answer.project ?? [] })
    }
    if (energy.area.of(id) !== energy.area.get()) energy.area.set(energy.area.of(id)) // back to another area
    store.change(lookAt, boxOf(energy.area.get().geometry))
    store.change(showSideLayers, land(0.35)) // so that the parts stand out
    root.replaceChildren(...showAnswer(own, answer))
    root.parentElement.scrollTop = 0 // on a phone the question was longer than what is seen of it
  }
}
