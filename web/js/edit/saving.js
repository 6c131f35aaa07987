/**
 * Brings a draft to the server, one request at a time. `state` is null, saving, saved, offline or failed; what could not be sent stays in
 * this browser. A save that met somebody else's answers {theirs}: nobody's work is written over.
 */
export function createSaving({ editing, rename }, model, draft) {
  const watchers = new Set()
  let busy = null
  const saving = {
    state: null,
    at: null,
    problem: null,
    storable: false, // whether the last check said so
    wasTried: false, // from then on fields say what is missing
    save,
    /** On top of what somebody else has saved. */
    saveOver: (theirs, values, geometry) => send(async () => editing.save(draft.id, theirs.version, { ...draft.content(), properties: { ...draft.content().properties, ...values }, geometry })),
    rebase: (values, geometry) => send(async () => editing.rebase(draft.id, draft.version, { properties: values, geometry })),
    tell: () => put({}),
    watch(listener, signal) {
      watchers.add(listener)
      signal.addEventListener('abort', () => watchers.delete(listener))
    },
  }

  /** What has changed since the request that is under way was sent goes after it: who submits next shall submit all of it. */
  async function save() {
    if (busy) {
      const outcome = await busy
      if (!outcome.done || !draft.isDirty()) return outcome
    }
    return (busy ??= send(first).finally(() => (busy = null)))
  }

  async function first() {
    if (draft.id) return editing.save(draft.id, draft.version, draft.content())
    return editing.create(draft.begun())
  }

  async function send(work) {
    const sent = { values: draft.values, geometry: draft.geometry, note: draft.note }
    put({ state: 'saving', problem: null })
    try {
      const said = await work()
      const isNew = !draft.id
      draft.settle({ id: said.id, version: said.version, sent })
      put({ state: 'saved', at: new Date().toISOString() })
      if (isNew) rename(said.id)
      return { done: true }
    } catch (problem) {
      if (problem.status === undefined) throw problem
      put({ state: problem.status === 0 ? 'offline' : 'failed', problem })
      if (problem.status === 412 && draft.id) {
        const now = await editing.proposal(draft.id).catch(() => null)
        if (now && now.version !== draft.version) return { theirs: now, problem }
      }
      return { problem }
    }
  }

  function put(change) {
    Object.assign(saving, change)
    for (const watcher of [...watchers]) watcher()
  }

  return saving
}
