// Whether what two articles call somebody speaks against its being one person: «وزير النقل التشيكي» is not the Kremlin's spokesman.
// Roles change and have many names, so only two that are fully understood and have nothing in common conflict.

import { hasArabic } from '../language/script.ts'
import { stems } from '../language/stem.ts'
import { translateRole } from './roles.ts'

/** True where both sides have roles that are understood, and no role of one has a word in common with any of the other. */
export function rolesConflict(some: readonly string[], others: readonly string[]): boolean {
  const [left, right] = [wordsOf(some), wordsOf(others)]
  if (left.size === 0 || right.size === 0) return false
  return ![...left].some((word) => right.has(word))
}

/** The English stems of all roles that are in the lists; of whom nothing is understood there are none. */
function wordsOf(roles: readonly string[]): Set<string> {
  return new Set(roles.flatMap((role) => stems(understood(role) ?? '', 'en')).filter((it) => !rank.has(it)))
}

/** Rank says nothing about the office: a deputy minister may be a minister tomorrow. */
const rank = new Set(stems('deputy former acting general', 'en'))

function understood(role: string): string | undefined {
  if (hasArabic(role)) return translateRole(role, 'en')
  const arabic = translateRole(role, 'ar')
  // There and back, so that "Czech transport minister" and "minister of transport" come out in the same words.
  return arabic === undefined ? undefined : (translateRole(arabic, 'en') ?? role)
}
