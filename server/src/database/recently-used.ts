/**
 * Keeps what was made for keys, as many as were used most recently.
 *
 * @param max how many
 * @returns what is kept for a key, or else what `make` makes for it
 */
export function recentlyUsed<Key, Value>(max: number): (key: Key, make: () => Value) => Value {
  const kept = new Map<Key, Value>()
  return (key, make) => {
    const value = kept.get(key) ?? make()
    kept.delete(key)
    kept.set(key, value)
    const [oldest] = kept.keys()
    if (kept.size > max && oldest !== undefined) kept.delete(oldest)
    return value
  }
}
