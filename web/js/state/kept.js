/**
 * A box in this browser that outlives the page: records by key. A write is told to be done only when it lies on the disk, so that it is there after a crash.
 * Every promise is refused where the browser keeps nothing.
 */
export function createBox(database, store) {
  return {
    put: (key, record) => within('readwrite', (box) => box.put(record, key)),
    find: (key) => within('readonly', (box) => box.get(key)).then((found) => found ?? null),
    drop: (key) => within('readwrite', (box) => box.delete(key)),
    all: () => within('readonly', (box) => box.getAll()),
  }

  async function within(mode, work) {
    const opened = await open()
    try {
      return await new Promise((resolve, reject) => {
        const transaction = opened.transaction(store, mode, { durability: 'strict' })
        const request = work(transaction.objectStore(store))
        transaction.oncomplete = () => resolve(request.result)
        transaction.onerror = transaction.onabort = () => reject(transaction.error)
      })
    } finally {
      opened.close()
    }
  }

  function open() {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(database, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(store)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  }
}
