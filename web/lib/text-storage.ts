export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What this tab keeps over a reload. */
export const tabStorage = withMemory(() => sessionStorage)
/** What all tabs of this browser share. */
export const sharedStorage = withMemory(() => localStorage)

/** A browser's storage; what it does not take, being forbidden or full, is kept for as long as the page. */
export function withMemory(open: () => TextStorage): TextStorage {
  const inMemory = new Map<string, string>()

  function ask<T>(question: (storage: TextStorage) => T): T | undefined {
    try {
      return question(open())
    } catch {
      return undefined
    }
  }

  return {
    getItem: (key) => inMemory.get(key) ?? ask((storage) => storage.getItem(key)) ?? null,
    setItem(key, text) {
      const isKept = ask((storage) => {
        storage.setItem(key, text)
        return true
      })
      if (isKept) {
        inMemory.delete(key)
      } else {
        ask((storage) => storage.removeItem(key))
        inMemory.set(key, text)
      }
    },
    removeItem(key) {
      if (!inMemory.delete(key)) ask((storage) => storage.removeItem(key))
    },
  }
}
