// What becomes of an article's statements when its words change. An outlet that corrects a quotation seldom says so: what stood between
// quotation marks and stands there no more is noticed here. Pure.

import { foldedWords } from '../language/normalise.ts'
import type { Language } from '../language/script.ts'
import type { Recorded } from './store.ts'
import { areSameThing } from './utterance.ts'

type Kept = { id: number; utteranceId: number }
type Corrected = { statementId: number; replacedBy: number | null }
export type Compared = {
  /** Statements of the new revision that the old one had, with the utterance that they are. */
  kept: Kept[]
  /** Quoted statements of the old revision that the new one has otherwise, or not at all. */
  corrected: Corrected[]
}

/**
 * `before` and `after`: the statements of two revisions of one article; `text`: title and text of the later one. A statement whose words still
 * stand is not corrected, whatever has become of its frame.
 */
export function compareRevisions(
  before: readonly Recorded[],
  after: readonly Recorded[],
  { text, language }: { text: string; language: Language },
): Compared {
  const kept: Kept[] = []
  const corrected: Corrected[] = []
  const words = ` ${plain(text)} `
  const fresh = new Set(after.filter((it) => !before.some((old) => isSame(old, it))))
  for (const old of before) {
    for (const now of after.filter((it) => isSame(old, it)))
      kept.push({ id: now.id, utteranceId: old.utteranceId })
    if (old.form === 'indirect' || words.includes(` ${plain(old.words)} `)) continue
    const replacement = [...fresh].find(
      (it) =>
        it.in === old.in &&
        isSpeaker(it, old) &&
        areSameThing({ words: old.words, language }, { words: it.words, language }),
    )
    if (replacement) {
      fresh.delete(replacement)
      kept.push({ id: replacement.id, utteranceId: old.utteranceId })
    }
    corrected.push({ statementId: old.id, replacedBy: replacement?.id ?? null })
  }
  return { kept, corrected }
}

const plain = (text: string): string => foldedWords(text).join(' ')

const isSpeaker = (a: Recorded, b: Recorded): boolean => plain(a.speaker) === plain(b.speaker)

const isSame = (a: Recorded, b: Recorded): boolean =>
  a.in === b.in && isSpeaker(a, b) && plain(a.words) === plain(b.words)
