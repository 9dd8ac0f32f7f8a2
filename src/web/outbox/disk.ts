const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** What this device keeps, in stores of things under a key each. */
export function disk<S extends string>(name: string, stores: readonly S[]) {
  let opened: Promise<IDBDatabase> | undefined
  const database = (): Promise<IDBDatabase> => {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1)
      request.onupgradeneeded = () => {
        for (const store of stores) request.result.createObjectStore(store)
      }
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    return opened
  }
  /** Resolved only when it is on the disk: what is confirmed to a person is not lost with the power. */
  const write = async (store: S, work: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await database()).transaction(store, 'readwrite', { durability: 'strict' })
    work(transaction.objectStore(store))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  }
  return {
    put: (store: S, key: string, value: unknown): Promise<void> =>
      write(store, (objects) => void objects.put(value, key)),
    forget: (store: S, keys: readonly string[]): Promise<void> =>
      write(store, (objects) => {
        for (const key of keys) objects.delete(key)
      }),
    empty: (store: S): Promise<void> => write(store, (objects) => void objects.clear()),
    get: async <T>(store: S, key: string): Promise<T | undefined> =>
      done((await database()).transaction(store).objectStore(store).get(key)) as Promise<T | undefined>,
    all: async <T>(store: S): Promise<T[]> =>
      done((await database()).transaction(store).objectStore(store).getAll()) as Promise<T[]>,
  }
}
