// The floor for search: BM25 (k1 1.2, b 0.75) over raw words in lower case. No stems, no stop words, no translation.

export type Bm25 = { rank: (query: string) => number[] }

const k1 = 1.2
const b = 0.75

/** `rank` gives the places of all documents that share a word with the query, best first. */
export function makeBm25(documents: readonly string[]): Bm25 {
  const postings = new Map<string, Map<number, number>>()
  const lengths = documents.map((document, at) => {
    const words = rawWords(document)
    for (const word of words) {
      const places = postings.get(word) ?? new Map<number, number>()
      if (places.size === 0) postings.set(word, places)
      places.set(at, (places.get(at) ?? 0) + 1)
    }
    return words.length
  })
  const average = lengths.reduce((sum, it) => sum + it, 0) / Math.max(1, lengths.length)
  return {
    rank: (query) => {
      const scores = new Map<number, number>()
      for (const word of new Set(rawWords(query))) {
        const places = postings.get(word) ?? new Map<number, number>()
        const rarity = Math.log(1 + (documents.length - places.size + 0.5) / (places.size + 0.5))
        for (const [at, times] of places) {
          const longness = 1 - b + (b * (lengths[at] ?? 0)) / average
          const gain = (rarity * times * (k1 + 1)) / (times + k1 * longness)
          scores.set(at, (scores.get(at) ?? 0) + gain)
        }
      }
      return Array.from(scores)
        .toSorted(([one, high], [other, low]) => low - high || one - other)
        .map(([at]) => at)
    },
  }
}

const rawWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
