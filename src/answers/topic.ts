// Whether a statement is about what the reader asked: by its words, in either language, and by names in either script.

import { stemsOf } from '../articles/terms.ts'
import { readTerms } from '../language/glossary.ts'
import { hasArabic, type Language } from '../language/script.ts'
import { isStopWord } from '../language/stem.ts'
import { findNameIn } from '../people/find.ts'
import { nameKeys } from '../people/sound.ts'

/** One thing that the topic speaks of, with all the ways to say it: each a run of stems. */
export type Aspect = { words: string; phrases: readonly (readonly string[])[]; isTerm: boolean }

/** «اتهامات ماكرون» → the accusations (and "allegation", «مزاعم» …), and Macron in any script. Words that say nothing are left out. */
export function readTopic(topic: string): Aspect[] {
  const language: Language = hasArabic(topic) ? 'ar' : 'en'
  return readTerms(topic, language).flatMap(({ words, term }): Aspect[] => {
    if (term) {
      const phrases = [...term.ar, ...term.en].map(phraseOf).filter((phrase) => phrase.length > 0)
      return [{ words: words.join(' '), phrases, isTerm: true }]
    }
    return words
      .filter((word) => !isStopWord(word, language))
      .map((word) => ({ words: word, phrases: [phraseOf(word)], isTerm: false }))
  })
}

/** As an article's own stems are made: without stop words. */
const phraseOf = (words: string): string[] => stemsOf(words, hasArabic(words) ? 'ar' : 'en')

/** The stems and name keys worth looking for in an index, a group an aspect. */
export function termsOf(aspects: readonly Aspect[]): string[][] {
  return aspects.map((aspect) => [
    ...new Set(aspect.phrases.flatMap((phrase) => phrase.slice(0, 1)).filter((it) => it.length > 1)),
  ])
}

/** Blocking keys of the aspects that may be names. */
export const keysOfTopic = (aspects: readonly Aspect[]): string[] => [
  ...new Set(aspects.filter((it) => !it.isTerm).flatMap((it) => nameKeys(it.words))),
]

/** 0 (not about it) to 1 (every aspect of the topic is named in these words). No aspects: everything is about it. */
export function aboutness(aspects: readonly Aspect[], text: string, language: Language | 'other'): number {
  if (aspects.length === 0) return 1
  const stems = stemsOf(text, language)
  const at = new Map<string, number[]>()
  stems.forEach((stem, index) => at.set(stem, [...(at.get(stem) ?? []), index]))
  const named = aspects.filter(
    (aspect) =>
      aspect.phrases.some((phrase) => holds(stems, at, phrase)) ||
      (!aspect.isTerm && aspect.words.length > 2 && findNameIn(aspect.words, text).length > 0),
  )
  return named.length / aspects.length
}

/** The words of a phrase near each other and in order; stop words between them are not in `stems`. */
function holds(
  stems: readonly string[],
  at: ReadonlyMap<string, number[]>,
  phrase: readonly string[],
): boolean {
  const [first, ...rest] = phrase
  if (first === undefined) return false
  return (at.get(first) ?? []).some((start) =>
    rest.every((stem, offset) => stems.slice(start + 1, start + 3 + offset).includes(stem)),
  )
}
