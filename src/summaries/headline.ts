// The headline of a summary: the article's own, or the beginning of its first sentence where it has none.
// What is cut off must not be what makes the rest true: an attribution, a denial, the end of a quotation.

import { findQuotations } from '../language/quotations.ts'
import type { Language } from '../language/script.ts'
import { splitSentences } from '../language/sentences.ts'
import { cut } from '../language/span.ts'

const headlineWordsMax = 15
const headlineWordsMin = 5

/** Words behind a cut that would change what stands before it. */
const decisive = {
  ar: /(?:^|\s)[وف]?(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|نفى|نفت|زعم|زعمت|ذكر|ذكرت|أفاد|أفادت|بحسب|حسب|وفق|وفقا|وفقاً|لكن|لكنه|لكنها|ليس|ليست|لم|لن|لا|غير|إلا|دون)(?=[\s،:]|$)/u,
  en: /\b(?:said|says|told|claim\w*|alleg\w*|den(?:y|ies|ied)|according|announce\w*|warn\w*|report\w*|but|not|never|no|without|unless|except|if)\b|n't\b/i,
}

/** The title, on one line; without one, the first sentence, cut at a clause (and marked «…») where that is safe. */
export function headlineOf(title: string, text: string, language: Language): string {
  const own = title.replaceAll(/\s+/g, ' ').trim()
  if (own !== '') return own
  const [first] = splitSentences(text.slice(0, 5_000))
  const sentence = (first ? cut(text, first) : text.slice(0, 200)).replaceAll(/\s+/g, ' ').trim()
  const end = clauseEnd(sentence)
  if (end === undefined || decisive[language].test(sentence.slice(end))) return sentence
  return `${sentence.slice(0, end)}…`
}

/** Where the last clause ends that leaves a headline of a fair length; undefined where the sentence is short or has no such place. */
function clauseEnd(sentence: string): number | undefined {
  if (sentence.split(' ').length <= headlineWordsMax) return undefined
  const quotations = findQuotations(sentence)
  let best: number | undefined
  for (const mark of sentence.matchAll(/[،,؛;](?=\s)|\s[-–—](?=\s)/gu)) {
    const words = sentence.slice(0, mark.index).split(' ').length
    if (words > headlineWordsMax) break
    const inside = quotations.some((it) => it.outer.start < mark.index && mark.index < it.outer.end)
    if (words >= headlineWordsMin && !inside) best = mark.index
  }
  return best
}
