// What was worked out once for a text is kept. Words and names of the news come again and again.

/** `work`, with its results kept for up to `max` different keys; then all are forgotten. For pure functions that are asked the same often. */
export function remembered<Result>(work: (key: string) => Result, max: number): (key: string) => Result {
  const kept = new Map<string, { result: Result }>()
  return (key) => {
    const known = kept.get(key)
    if (known) return known.result
    if (kept.size >= max) kept.clear()
    const result = work(key)
    kept.set(key, { result })
    return result
  }
}
