import { fromHash, isStep, toHash } from './permalink.js'
import { initialEnergy } from './energy.js'
import { initialCensus } from './census.js'
import { initialEdit } from './edit.js'
import { initialSearch } from './search.js'
import { initialRanking } from './ranking.js'
import { initialRoads } from './roads.js'
import { initialTours } from './tours.js'
import { restore } from './view.js'

/**
 * Keeps the address bar and the state the same: steps (another place, another feature) become entries of the history,
 * everything else replaces the present one. `onLanguage` loads one of the `languages` before the state takes it from a link, and answers whether it is spoken.
 */
export function followHistory({ store, languages, onLanguage, signal }) {
  let last = store.get()
  let restoring = false
  let turns = 0

  store.watch(toHash, (hash, state) => {
    if (hash !== location.hash) history[!restoring && isStep(last, state) ? 'pushState' : 'replaceState'](null, '', hash)
    last = state
  }, { signal })

  window.addEventListener('popstate', async () => {
    const mine = ++turns
    const named = fromHash(location.hash)
    const speaks = languages.includes(named.language) && (await onLanguage(named.language).catch(() => false))
    if (mine !== turns) return // somebody has gone further while the words came
    if (!speaks) delete named.language // its words do not come: the page is worth more than its language
    restoring = true
    // a link names all there is, so what it leaves out is not there
    store.change(restore, { place: 'map', selected: null, choices: [], list: null, territory: null, load: null, step: null, rows: null, marks: null, about: [], receipt: null, inquiry: null, plot: null, shared: null, alert: null, confirm: null, ...initialSearch, ...initialRanking, ...initialRoads, ...initialEnergy, ...initialCensus, ...initialTours, ...initialEdit, ...named })
    restoring = false
    // somebody stays with what is not saved yet: the address follows what is shown
    if (toHash(store.get()) !== location.hash) history.pushState(null, '', toHash(store.get()))
  }, { signal })
}
