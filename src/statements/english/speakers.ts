// Who a statement belongs to: the mention as it stands in the sentence, and the person behind it.

import { cut } from '../../language/span.ts'
import type { Statement } from '../statement.ts'
import { mainSubject } from './speaking.ts'
import type { Reading, Sentence } from './items.ts'
import { type Mention, mentionsOf, spanOf } from './mentions.ts'
import type { Subject } from './subjects.ts'
import type { Known, People } from './people.ts'
import { findNamed, putInFocus, resolvePerson } from './resolving.ts'

export type Speaker = Pick<Statement, 'speaker' | 'person' | 'persons' | 'role'>

/** Resolves the subject of a reporting verb, and remembers that it spoke. */
export function speakerOf(reading: Reading, people: People, sentence: Sentence, subject: Subject): Speaker {
  const mentions = mentionsOf(sentence, subject)
  const found = mentions.map((mention) => resolvePerson(people, mention, reading.text))
  remember(people, mentions, found)
  const [first] = mentions
  const span = mentions.length === 1 && first ? first.span : spanOf(sentence, subject)
  const persons = found.flatMap((known) => (known ? [known.name] : []))
  return {
    speaker: cut(reading.text, span),
    person: persons[0] ?? null,
    persons: [...new Set(persons)],
    role: first?.roleSpan ? cut(reading.text, first.roleSpan) : null,
  }
}

/** Remembers whom a sentence without a statement is about, for the pronouns after it. */
export function noteSubject(reading: Reading, people: People, sentence: Sentence): void {
  const subject = mainSubject(sentence)
  if (!subject) return
  const mentions = mentionsOf(sentence, subject).filter(
    (mention) => mention.kind === 'name' || mention.kind === 'pronoun',
  )
  const found = mentions.map((mention) =>
    mention.kind === 'pronoun'
      ? resolvePerson(people, mention, reading.text)
      : findNamed(people, mention.name, mention.gender),
  )
  remember(people, mentions, found)
}

function remember(people: People, mentions: readonly Mention[], found: readonly (Known | null)[]): void {
  if (mentions.some((mention) => mention.plural)) putInFocus(people, 'group')
  for (const known of found) if (known) putInFocus(people, known)
}
