// Tells who speaks from whom he speaks to or of, where both stand behind the verb without a mark: «دعا النواب الوزير إلى»,
// «ووصفت القرار بأنه». Arabic marks neither in writing; order, gender and what the verb needs tell them apart.

import type { Cue } from './cues.ts'
import { lexicon } from './lexicon.ts'
import type { Mention } from './mention.ts'
import { type Token, wordAt } from './tokens.ts'

/** «ودعا أصحابها إلى», «واتهم الشركة بـ»: the one whom it is said to or of; who speaks was named before. */
export function isAddressee(tokens: Token[], mention: Mention, cue: Cue): boolean {
  const head = tokens[mention.from]
  if (!head || !cue.verb.addresses) return false
  if (mention.kind === 'person') return needsObject(cue) && standsAlone(tokens, mention)
  const isOwned =
    lexicon.possessed.has(head.word) || (mention.roles.length === 0 && /.{3}(?:ها|هم|هما)$/.test(head.word))
  // «أبلغ الصحافيين»: an object by its ending.
  if (isOwned || /^ال.+ين$/.test(head.word) || disagrees(head, cue)) return true
  // These two never go without an object: where one noun stands before «بأن», it is that.
  return needsObject(cue) && standsAlone(tokens, mention) && !isTwoNouns(tokens, mention)
}

const standsAlone = (tokens: Token[], { to }: Mention): boolean => /^ب.{2,}/.test(wordAt(tokens, to))

/** «طالب إدارة الصحة»: directly behind its verb, a subject has its gender. */
const disagrees = (head: Token, { subject }: Cue): boolean =>
  subject === 'male' && head.about.feminine && !lexicon.quantifiers.has(head.word)

export const needsObject = ({ verb }: Cue): boolean => verb.lemma === 'وصف' || verb.lemma === 'اتهم'

/** The mention without the one spoken to: of two offices the first («دعا النواب وزير البترول إلى»), of two nouns too. */
export function withoutAddressee(tokens: Token[], mention: Mention, { verb }: Cue): Mention {
  if (!verb.addresses) return mention
  const [first, second] = mention.roles
  const several = first !== undefined && lexicon.organisations.has(wordAt(tokens, first.from))
  if (first && second && (!mention.name || several))
    return {
      ...mention,
      to: second.from,
      roles: [first],
      name: null,
      kind: several ? 'organisation' : 'unnamed',
    }
  if (!isTwoNouns(tokens, mention)) return mention
  const to = mention.to - 1
  return { ...mention, to, roles: first ? [{ ...first, to }] : [] }
}

/** «المحافظ القرار», «بغداد طهران»: a definite noun or a place, and another that is no adjective of it. */
function isTwoNouns(tokens: Token[], mention: Mention): boolean {
  const [last, before] = [tokens[mention.to - 1], tokens[mention.to - 2]]
  if (mention.name || mention.to - mention.from < 2 || !last || !before) return false
  if (lexicon.places.has(last.word)) return before.about.isDefinite || lexicon.places.has(before.word)
  if (!last.about.isDefinite || !before.about.isDefinite || isAdjectival(last)) return false
  return last.about.isHead || !before.about.feminine || !last.about.feminine
}

/** An adjective by its form («الفلسطينية», «المركزي») or one that offices have («العام»). */
const isAdjectival = ({ word, about }: Token): boolean =>
  /(?:ي|يه|يون|يين)$/.test(word) ||
  lexicon.adjectives.has(word.slice(2)) ||
  lexicon.notSurnames.has(word) ||
  (word.startsWith('الم') && !about.isHead)
