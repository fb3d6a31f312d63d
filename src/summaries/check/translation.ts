// A statement reported in the other language: it must name who said it, keep every number, and be about the same things. A fluent sentence
// about nothing in particular would pass every check that only looks for what the article lacks.

import { readTerms } from '../../language/glossary.ts'
import { foldedWords } from '../../language/normalise.ts'
import type { Language } from '../../language/script.ts'
import { acceptScore, nameSimilarity } from '../../people/match.ts'
import { checkText } from './check.ts'
import type { Fault, FaultKind, Reported, Source } from './fault.ts'
import { findNumbers } from './numbers.ts'

type Saying = { path: string; text: string }

/** The faults of a report of a statement. */
export function translationFaults({ path, text }: Saying, said: Reported, source: Source): Fault[] {
  const language = source.language === 'ar' ? 'en' : 'ar'
  const fault = (kind: FaultKind, words: string): Fault => ({ path, kind, words })
  const faults = checkText({ path, language, text, restsOn: said.ids }, source)
  if (/["«»“”„‹›]/.test(text))
    faults.push(fault('quotation', 'quotation marks stand around words of a translation'))
  if (said.isPerson && !names(text, said.speaker))
    faults.push(fault('speaker', `it does not name ${said.speaker}`))
  const missing = [...findNumbers(said.words)].filter(
    (it) => it >= smallestKept && !findNumbers(text).has(it),
  )
  for (const number of missing)
    faults.push(fault('number', `the number ${number} of the statement is missing`))
  if (!isAboutTheSame(text, said.words, language))
    faults.push(fault('translation', 'it is not about what was said'))
  return faults
}

/** One and two are said without a number in both languages. */
const smallestKept = 3
/** Of the things that a statement speaks of and the glossary knows, so many must come back; where it knows only one, nothing is asked. */
const shareKept = 0.3
const thingsMin = 2

/** Whether some word of a text is a word of a name in the other script. */
function names(text: string, name: string): boolean {
  const parts = foldedWords(name).filter((it) => it.length > 2)
  return foldedWords(text).some(
    (word) => word.length > 2 && parts.some((part) => nameSimilarity(part, word) >= acceptScore),
  )
}

function isAboutTheSame(text: string, words: string, language: Language): boolean {
  const theirs = thingsIn(words, language === 'ar' ? 'en' : 'ar')
  if (theirs.size < thingsMin) return true
  const mine = thingsIn(text, language)
  return [...theirs].filter((it) => mine.has(it)).length >= theirs.size * shareKept
}

/** What a text speaks of, by the glossary, each thing by its first English word. */
const thingsIn = (text: string, language: Language): Set<string> =>
  new Set(
    readTerms(text, language).flatMap(({ term }) =>
      term && term.kind !== 'phrase' ? (term.en[0] ?? []) : [],
    ),
  )
