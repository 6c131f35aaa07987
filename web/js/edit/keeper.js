import { createBox } from '../state/kept.js'

const box = createBox('comparto-edit', 'drafts')

/** What somebody has typed and drawn, kept in this browser until the server has it: one record for each account and proposal. */
export function createKeeper(account) {
  const keyOf = (edit) => `${account}/${edit.proposal ? `proposal/${edit.proposal}` : `${edit.layer}/${edit.feature ?? 'new'}/${edit.kind}`}`
  return {
    /** @param record {at, version, values, geometry, note} */
    keep: (edit, record) => box.put(keyOf(edit), record),
    find: (edit) => box.find(keyOf(edit)),
    drop: (edit) => box.drop(keyOf(edit)),
  }
}
