// Who said it, and who did what to whom: a summary may be right in every name and number and still put words into the wrong mouth.

import { foldedWords } from '../../language/normalise.ts'
import { stem } from '../../language/stem.ts'
import { acceptScore, isSameSurname, nameSimilarity } from '../../people/match.ts'
import { extractStatements, findPeople } from '../../statements/extract.ts'
import type { Language } from '../../language/script.ts'
import type { Source, Text } from './fault.ts'
import { study } from './study.ts'

/** Each speaker whom the text names must be one of those who speak in the sentences that it rests on. */
export function speakerFaults({ text, restsOn }: Text, source: Source): string[] {
  const speakers = extractStatements({ text }).flatMap(({ persons }) => persons)
  if (speakers.length === 0) return []
  const isNear = (sentence: number) => restsOn.length === 0 || restsOn.includes(sentence)
  const theirs = [
    ...study(source).statements.flatMap(({ sentence, statement: { persons, speaker } }) =>
      isNear(sentence) ? (persons.length > 0 ? persons : [speaker]) : [],
    ),
    ...(source.statements ?? []).flatMap(({ ids, speaker }) => (ids.some(isNear) ? [speaker] : [])),
  ]
  // Where the rules find no speech there, they can tell nothing.
  if (theirs.length === 0) return []
  // Somebody whom the article does not name is a fault of another kind.
  const { people } = study(source)
  return [...new Set(speakers)]
    .filter(
      (name) => people.some((it) => isSamePerson(name, it)) && !theirs.some((it) => isSamePerson(name, it)),
    )
    .map((name) => `${name} is not who speaks in the sentences in rests_on`)
}

/** Whether two names may be one person's, within one article or answer. */
export const isSamePerson = (name: string, other: string): boolean =>
  nameSimilarity(name, other) >= acceptScore ||
  isSameSurname(name, other) ||
  lastWord(name) === lastWord(other)

const lastWord = (name: string): string => foldedWords(name).at(-1) ?? ''

/** «كُلِّف من قبل», "was met by": the order of the two says nothing then. */
const passive = /\bby\b|من قبل|على يد|من جانب/u

/** Two people of one sentence of the article, with the same verb between them, must not have changed places. */
export function roleFaults({ text, restsOn, language }: Text, source: Source): string[] {
  if (language !== source.language || passive.test(text)) return []
  const people = findPeople({ text }).map(({ name }) => lastWord(name))
  return pairs(people).flatMap(([first, second]) => {
    const swapped = (restsOn.length === 0 ? [] : restsOn)
      .flatMap((id) => source.sentences[id] ?? [])
      .find(
        (sentence) =>
          !passive.test(sentence) && haveChangedPlaces(sentence, text, { first, second, language }),
      )
    return swapped === undefined ? [] : [`${first} and ${second} have changed places`]
  })
}

const pairs = (names: readonly string[]): [string, string][] =>
  names.flatMap((first, at) => names.slice(at + 1).map((second): [string, string] => [first, second]))

/** With or without a letter before it. */
const placeOf = (words: readonly string[], name: string): number =>
  words.findIndex((it) => it === name || it.slice(1) === name)

type Two = { first: string; second: string; language: Language }

function haveChangedPlaces(sentence: string, text: string, { first, second, language }: Two): boolean {
  const theirs = foldedWords(sentence)
  const mine = foldedWords(text)
  const [a, b] = [placeOf(theirs, first), placeOf(theirs, second)]
  if (a < 0 || b < 0 || b > a) return false
  const around = (words: readonly string[], from: number, to: number): string[] =>
    words.slice(Math.max(0, from - verbBeforeMax), to).map((it) => stem(it, language))
  const [mineFirst, mineSecond] = [placeOf(mine, first), placeOf(mine, second)]
  const same = new Set(around(theirs, b, a))
  return around(mine, mineFirst, mineSecond).some(
    (it) => it.length > 2 && same.has(it) && it !== stem(first, language) && it !== stem(second, language),
  )
}

/** In Arabic the verb stands before both. */
const verbBeforeMax = 3
