const DATABASE = 'comparto-edit'
const STORE = 'drafts'

/**
 * What somebody has typed and drawn, kept in this browser until the server has it: one record for each account and proposal. A write is told
 * to be done only when it lies on the disk, so that it is there after a crash. Every promise is refused where the browser keeps nothing.
 */
export function createKeeper(account) {
  const keyOf = (edit) => `${account}/${edit.proposal ? `proposal/${edit.proposal}` : `${edit.layer}/${edit.feature ?? 'new'}/${edit.kind}`}`
  return {
    /** @param record {at, version, values, geometry, note} */
    keep: (edit, record) => inStore('readwrite', (store) => store.put(record, keyOf(edit))),
    find: (edit) => inStore('readonly', (store) => store.get(keyOf(edit))).then((found) => found ?? null),
    drop: (edit) => inStore('readwrite', (store) => store.delete(keyOf(edit))),
  }
}

async function inStore(mode, work) {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

const open = () => new Promise((resolve, reject) => {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error)
})
