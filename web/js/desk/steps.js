/** The steps of a load, in their order, and which of them its state opens. */
export const STEPS = ['file', 'source', 'mapping', 'check', 'difference', 'result']

export const BUSY = { checking: 'check', applying: 'result', rolling_back: 'result' } // where the progress of a running job is shown

const OPEN = {
  received: ['source', 'mapping'],
  checking: ['check'],
  checked: ['source', 'mapping', 'check', 'difference'],
  refused: ['source', 'mapping', 'check'],
  applying: ['result'],
  applied: ['check', 'difference', 'result'],
  rolling_back: ['result'],
  rolled_back: ['check', 'result'],
  failed: ['source', 'mapping', 'result'],
  discarded: ['result'],
}

const FIRST = { received: 'source', checked: 'check', refused: 'check', failed: 'result' }

/** The steps that can be opened now; without a choice of layer there is nothing to map yet. */
export function openSteps(load, draft) {
  if (!load) return ['file']
  const open = OPEN[load.state] ?? ['result']
  return open.filter((step) => step !== 'mapping' || missingChoices(draft, load).length === 0)
}

/** The step to show: the one asked for if it is open, else where the load stands. */
export function stepOf(load, draft, wanted) {
  const open = openSteps(load, draft)
  return open.includes(wanted) ? wanted : (BUSY[load?.state] ?? (open.includes(FIRST[load?.state]) ? FIRST[load?.state] : open.at(-1)))
}

/** Which choices of the step "source" are still open: 'layer', 'newLayer', 'crs'. */
export function missingChoices(draft, load) {
  const missing = []
  if (!draft.sourceLayer) missing.push('sourceLayer')
  if (draft.newLayer) {
    if (!/^[a-z][a-z0-9_]{0,40}$/.test(draft.newLayer.id) || !draft.newLayer.title.it.trim()) missing.push('newLayer')
  } else if (!draft.layer) missing.push('layer')
  if (!draft.crs && !sourceLayerOf(draft, load)?.crs?.epsg) missing.push('crs')
  return missing
}

export const sourceLayerOf = (draft, load) => load.inspection?.layers.find(({ name }) => name === draft.sourceLayer) ?? null
