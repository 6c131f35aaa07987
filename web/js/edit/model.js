import { ServerProblem } from '../api/server.js'
import { propertiesOf } from './values.js'

const AT_WORK = ['draft', 'sent_back']

/**
 * What is edited or reviewed, put together from what the server says: {edit, proposal, layer, attributes, kind, feature, base, current, values,
 * geometry, note, editable}. `base` is what the proposal began with, `current` what is published now; both are null for something new.
 */
export async function readModel(edit, { editing, catalogue, correcting, signal }) {
  const proposal = edit.proposal ? await editing.proposal(edit.proposal, { signal }) : null
  const id = proposal?.layer ?? edit.layer
  const layer = catalogue.layer(id)
  if (!layer) throw new ServerProblem(404, id, null)
  const feature = proposal?.feature ?? edit.feature ?? null
  const [{ attributes: all }, present] = await Promise.all([editing.form(id, { signal }), proposal || feature === null ? null : presentOf(editing, id, feature, { signal })])
  const kind = proposal?.kind ?? edit.kind
  const attributes = kind === 'create' ? all.map(withGivenCode) : all
  const base = proposal ? proposal.base : present
  return {
    edit, proposal, layer, attributes, kind, feature, base,
    current: proposal ? proposal.current : base,
    values: propertiesOf(attributes, { ...base?.properties, ...proposal?.properties }),
    geometry: proposal?.geometry ?? base?.geometry ?? null,
    note: proposal?.note ?? '',
    // what waits for review may be corrected by who reviews it, if they say so
    editable: !proposal || (proposal.may.includes('edit') && (AT_WORK.includes(proposal.state) || correcting === proposal.id)),
  }
}

/** The code of something new is given when it is submitted, unless its author chooses one. */
const withGivenCode = (attribute) => (attribute.name === 'code' ? { ...attribute, required: false, given: true } : attribute)

/** The last version that is kept: with all its digits, and the fields of the desk for those who see them. */
async function presentOf(editing, layer, feature, options) {
  const { versions: [last] } = await editing.versions(layer, feature, { limit: 1 }, options)
  return editing.version(layer, feature, last.version, options)
}

export const titleOf = ({ proposal, values, feature }) => proposal?.title ?? values.name ?? values.code ?? (feature ? `#${feature}` : null)
