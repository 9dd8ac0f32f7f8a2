/** What the tablet keeps: what it knows of today, and every coming and going until the server has taken it. */

type Kept = 'known' | 'events'
let opened: Promise<IDBDatabase> | undefined

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('linli-kiosk', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('known')
      request.result.createObjectStore('events')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

/** Resolved only when it is on the disk: what is confirmed to a person is not lost with the power. */
async function write(store: Kept, work: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = (await database()).transaction(store, 'readwrite', { durability: 'strict' })
  work(transaction.objectStore(store))
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

export const put = (store: Kept, key: string, value: unknown): Promise<void> =>
  write(store, (objects) => void objects.put(value, key))

export const forget = (store: Kept, keys: readonly string[]): Promise<void> =>
  write(store, (objects) => {
    for (const key of keys) objects.delete(key)
  })

export const get = async <T>(store: Kept, key: string): Promise<T | undefined> =>
  done((await database()).transaction(store).objectStore(store).get(key)) as Promise<T | undefined>

export const all = async <T>(store: Kept): Promise<T[]> =>
  done((await database()).transaction(store).objectStore(store).getAll()) as Promise<T[]>
