export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const inMemory = new Map<string, string>()

const memoryStorage: TabStorage = {
  getItem: (key) => inMemory.get(key) ?? null,
  setItem: (key, text) => void inMemory.set(key, text),
  removeItem: (key) => void inMemory.delete(key),
}

/** What this tab keeps over a reload; where a browser forbids that, for as long as the page. */
export function tabStorage(): TabStorage {
  try {
    return sessionStorage
  } catch {
    return memoryStorage
  }
}
