// How much a term tells, learnt from articles: what stands in few of them tells more. Pure.

/** The terms of an article, for counting: each once. */
export type Counted = Iterable<string>

export class Weights {
  readonly #counts = new Map<string, number>()
  #articles = 0

  add(terms: Counted): void {
    this.#articles++
    for (const term of new Set(terms)) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1)
  }

  /** How many articles were counted. */
  get articles(): number {
    return this.#articles
  }

  /**
   * Inverse document frequency, from 0 (in every article) to 1 (in none): the same scale however many there are. A store of a few
   * articles is taken for one of some more, in which nothing else was found, or every word of theirs would be a common one.
   */
  of(term: string): number {
    const articles = this.#articles + articlesAssumed
    return Math.log(articles / ((this.#counts.get(term) ?? 0) + 1)) / Math.log(articles)
  }
}

const articlesAssumed = 50
