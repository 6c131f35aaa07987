import { changedNames, propertiesOf } from './values.js'
import { sameShape } from './merging.js'

/**
 * What somebody is writing: values, shape and reason, beside what the server has of them. Watchers hear of every change.
 * @param model of model.js
 */
export function createDraft({ proposal, layer, feature, attributes, kind, values, geometry, note }) {
  const watchers = new Set()
  const key = crypto.randomUUID?.() // sent again, it is the same proposal
  const draft = {
    id: proposal?.id ?? null,
    version: proposal?.version ?? null,
    values, geometry, note,
    saved: { values, geometry, note },

    put(change) {
      Object.assign(draft, change)
      tell()
    },
    isDirty: () => changedNames(attributes, draft.saved.values, draft.values).length > 0 || !sameShape(draft.saved.geometry, draft.geometry) || draft.saved.note !== draft.note,
    /** The server has what was sent. */
    settle({ id = draft.id, version = draft.version, sent = draft } = {}) {
      Object.assign(draft, { id, version, saved: { values: sent.values, geometry: sent.geometry, note: sent.note } })
      tell()
    },
    feature: () => ({ type: 'Feature', properties: propertiesOf(attributes, draft.values), geometry: draft.geometry }),
    /** For a check: without the values that are known to be wrong. */
    withoutWrong(faults) {
      const { properties, ...rest } = draft.feature()
      const wrong = new Set(faults.filter(({ kind: how }) => how === 'wrong').map(({ attribute }) => attribute))
      return { ...rest, properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !wrong.has(name))) }
    },
    /** What the server is told. */
    content: () => (kind === 'retire' ? { properties: {}, geometry: null, note: draft.note } : { properties: propertiesOf(attributes, draft.values), geometry: draft.geometry, note: draft.note }),
    begun: () => ({ layer: layer.id, kind, ...(key ? { key } : {}), ...(feature === null ? {} : { feature }), ...draft.content() }),
    watch(listener, signal) {
      watchers.add(listener)
      signal.addEventListener('abort', () => watchers.delete(listener))
    },
  }
  const tell = () => { for (const watcher of [...watchers]) watcher() }
  return draft
}
