// ROUGE-1, -2 and -L (F) on the judge's own words: how much of a person's summary a machine's one has.

import { overlap, scoringWords } from './quotations.ts'
import { balance, type Figures, mean, share } from './task.ts'

export type Rouge = { r1: number; r2: number; rl: number }

export function rouge(candidate: string, reference: string): Rouge {
  const [ours, theirs] = [scoringWords(candidate), scoringWords(reference)]
  return {
    r1: ofShared(overlap(ours, theirs), ours.length, theirs.length),
    r2: ofShared(
      overlap(inPairs(ours), inPairs(theirs)),
      Math.max(0, ours.length - 1),
      Math.max(0, theirs.length - 1),
    ),
    rl: ofShared(longestCommon(ours, theirs), ours.length, theirs.length),
  }
}

export const meanRouge = (scores: readonly Rouge[]): Rouge & Figures => ({
  r1: mean(scores.map((it) => it.r1)),
  r2: mean(scores.map((it) => it.r2)),
  rl: mean(scores.map((it) => it.rl)),
})

const ofShared = (shared: number, ours: number, theirs: number): number =>
  balance(share(shared, ours), share(shared, theirs))

const inPairs = (words: readonly string[]): string[] => words.slice(1).map((word, i) => `${words[i]} ${word}`)

/** Length of the longest common subsequence. */
function longestCommon(left: readonly string[], right: readonly string[]): number {
  const best = new Uint32Array(right.length + 1)
  for (const word of left) {
    let diagonal = 0
    for (let j = 0; j < right.length; j++) {
      const above = best[j + 1] ?? 0
      best[j + 1] = right[j] === word ? diagonal + 1 : Math.max(above, best[j] ?? 0)
      diagonal = above
    }
  }
  return best[right.length] ?? 0
}
