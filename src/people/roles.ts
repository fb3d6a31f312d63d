// Roles as articles write them («وزير النقل التشيكي», "Kremlin spokesman"), in the other language for display.
// Never half a translation: where one word is not in the lists, there is none.

import { fold } from '../language/normalise.ts'
import { hasArabic, type Language } from '../language/script.ts'
import type { Gender } from './given-names.ts'
import { englishRoles } from './roles-arabic.ts'
import { arabicRoles } from './roles-english.ts'

/** Longer phrases are sentences, not roles. */
const mostWords = 24

/**
 * The role in the language `to`; as it is where it is in that language already; undefined where a word is not known.
 * `gender` is the person's, for Arabic; the masculine where it is not known.
 */
export function translateRole(role: string, to: Language, gender?: Gender): string | undefined {
  const written = role.trim().replace(/\s+/g, ' ')
  if (written === '') return undefined
  if (hasArabic(written) === (to === 'ar')) return written
  const words = fold(written)
    .replace(/[«»"“”(){}[\]]/g, ' ')
    .replace(/[،,;؛]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  if (words.length > mostWords) return undefined
  return to === 'en' ? englishRoles(words) : arabicRoles(words, gender)
}
