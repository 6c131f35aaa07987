import { createKeeper } from './keeper.js'
import { changedNames } from './values.js'
import { sameShape } from './merging.js'

const EVERY_MS = 10_000

/**
 * Keeps what is not saved in this browser, every ten seconds and whenever the page is left, and sends a draft that the server knows to the
 * server as soon as it can be stored. `kept` is what an earlier page left behind and the server never got.
 */
export async function createAutosave({ account, signal }, model, draft, saving) {
  const keeper = createKeeper(account.username)
  const whereOf = () => (draft.id ? { proposal: draft.id } : model.edit)
  const found = await keeper.find(whereOf()).catch(() => null)
  const differs = found && (changedNames(model.attributes, draft.values, found.values).length > 0 || !sameShape(found.geometry, draft.geometry) || found.note !== draft.note)
  let last = null

  const autosave = {
    kept: differs ? found : null,
    keptAt: null,
    async keep() {
      const now = { values: draft.values, geometry: draft.geometry, note: draft.note }
      if (!draft.isDirty() || (last && last.values === now.values && last.geometry === now.geometry && last.note === now.note)) return
      try {
        const at = new Date().toISOString()
        await keeper.keep(whereOf(), { at, version: draft.version, saved: draft.saved, ...now })
        last = now
        autosave.keptAt = at
      } catch (problem) {
        autosave.keptAt = null
        console.warn('This browser does not keep drafts', problem)
      }
    },
    async drop() {
      last = null
      autosave.keptAt = null
      autosave.kept = null
      await Promise.all([model.edit, whereOf()].map((where) => keeper.drop(where).catch(() => {})))
    },
  }

  async function tick() {
    await autosave.keep()
    if (draft.id && draft.isDirty() && saving.storable && saving.state !== 'saving') {
      const outcome = await saving.save()
      if (outcome.done && !draft.isDirty()) await autosave.drop()
    } else if (draft.isDirty()) saving.tell()
  }

  const timer = setInterval(tick, EVERY_MS)
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    autosave.keep()
  })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && autosave.keep(), { signal })
  window.addEventListener('online', () => saving.state === 'offline' && tick(), { signal })
  return autosave
}
