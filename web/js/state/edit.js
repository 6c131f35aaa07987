/**
 * What somebody edits, reviews, waits for or looks back at, and its pure changes. `edit` names a proposal, or what is to become one:
 * {proposal} or {layer, feature, kind}; `past` the feature whose history is open, with the versions that are compared.
 */
export const WORK_TASKS = ['mine', 'review', 'publish', 'all', 'news', 'retired']
export const PROPOSAL_STATES = ['draft', 'submitted', 'sent_back', 'approved', 'published', 'withdrawn']
export const NO_WORK = { task: 'mine', state: '', layer: '', territory: '', q: '' }
const KINDS = ['change', 'retire']

export const initialEdit = { edit: null, work: NO_WORK, past: null }

/** What no link names: a place for a comment, how much of the map the form leaves on a phone, and how much there is to be done. */
export const passingEdit = { pickedPlace: null, editFace: 'form', notices: null }

// the record of a feature gives way: the map shows what is edited
const enter = (state, place, values) => ({ ...state, place, selected: null, choices: [], list: null, ...values })

export const openProposal = (state, proposal) => enter(state, 'edit', { edit: { proposal } })
export const proposeNew = (state, layer) => enter(state, 'edit', { edit: { layer, feature: null, kind: 'create' } })
export const proposeChange = (state, layer, feature, kind = 'change') => enter(state, 'edit', { edit: { layer, feature, kind } })
export const openPast = (state, layer, id, versions = []) => enter(state, 'history', { past: { layer, id, versions } })
export const comparePast = (state, versions) => ({ ...state, past: { ...state.past, versions: [...versions].sort((a, b) => a - b).slice(0, 2) } })
export const filterWork = (state, work) => ({ ...state, place: 'work', work: { ...state.work, ...work } })
export const showEditFace = (state, editFace) => ({ ...state, editFace })
export const countNotices = (state, notices) => ({ ...state, notices })

/** Takes a place from the map for a comment; the map answers through finishPicking of state/roads.js. */
export const pickForComment = (state) => ({ ...state, picking: 'comment', pickedPlace: null, editFace: 'map' })
export const forgetPlace = (state) => ({ ...state, pickedPlace: null })

/** Who may propose a change of a layer; the server asks for the place as well, when it comes to it. */
export const mayPropose = (account, layer) => Boolean(account?.scopes.includes('propose')) && (!account.layers || account.layers.includes(layer))
/** What is computed is written by nobody, and has no history. @param layer of the catalogue */
export const isWritten = (layer) => layer?.kind !== 'computed'
/** @param layer of the catalogue; what is public by consent only is made where that is given */
export const mayDraw = (account, layer) => isWritten(layer) && mayPropose(account, layer.id) && !layer.byConsent
export const mayWrite = (account, layer) => Boolean(account?.scopes.includes('write')) && (!account.layers || account.layers.includes(layer))

/** The parts of a link that say what is edited, listed or looked back at. */
export function editParts({ place, edit, work, past }) {
  const given = place === 'edit' && edit?.proposal ? [['proposal', edit.proposal]]
    : place === 'edit' && edit ? [['layer', edit.layer], ['feature', edit.feature], ['kind', KINDS.includes(edit.kind) && edit.kind !== 'change' ? edit.kind : '']]
      : place === 'work' ? [['task', work.task === NO_WORK.task ? '' : work.task], ['state', work.state], ['layer', work.layer], ['in', work.territory], ['q', work.q]]
        : place === 'history' && past ? [['past', `${past.layer}/${past.id}`], ['versions', past.versions.join(',')]] : []
  return given.filter(([, value]) => value)
}

export function readEdit(given) {
  const layer = /^[a-z][a-z0-9_]*$/.exec(given.get('layer') ?? '')?.[0] ?? null
  switch (given.get('place')) {
    case 'edit': {
      const proposal = number(given.get('proposal'))
      const feature = number(given.get('feature'))
      const kind = feature === null ? 'create' : KINDS.includes(given.get('kind')) ? given.get('kind') : 'change'
      return { edit: proposal ? { proposal } : layer ? { layer, feature, kind } : null }
    }
    case 'work':
      return { work: { task: WORK_TASKS.includes(given.get('task')) ? given.get('task') : NO_WORK.task, state: PROPOSAL_STATES.includes(given.get('state')) ? given.get('state') : '',
        layer: layer ?? '', territory: /^[\w-]{1,40}$/.exec(given.get('in') ?? '')?.[0] ?? '', q: (given.get('q') ?? '').slice(0, 200) } }
    case 'history': {
      const [, of, id] = /^([a-z][a-z0-9_]*)\/([1-9]\d{0,14})$/.exec(given.get('past') ?? '') ?? []
      const versions = (given.get('versions') ?? '').split(',').filter((one) => /^\d{1,9}$/.test(one)).map(Number) // the first one is 0
      return { past: of ? { layer: of, id: Number(id), versions: versions.slice(0, 2) } : null }
    }
    default: return {}
  }
}

const number = (text) => Number(/^[1-9]\d{0,14}$/.exec(text ?? '')?.[0] ?? 0) || null
const essence = ({ place, edit, work, past }) => (place === 'edit' ? JSON.stringify(edit) : place === 'work' ? work.task : place === 'history' ? `${past?.layer}/${past?.id}` : '')
export const isEditStep = (before, after) => essence(before) !== essence(after)
