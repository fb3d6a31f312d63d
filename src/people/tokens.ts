// A name taken apart for comparison: its words in one alphabet each, without titles, with particles and articles as options.
// What outlets write together or apart (عبدالله, عبد الله, Abdel Rahman, Ben-Gvir) must come out alike.

import { fold } from '../language/normalise.ts'
import { remembered } from '../language/remembered.ts'
import { nameEdits, type Encoded } from './edit-model.ts'
import { givenNames, type GivenName } from './given-names.ts'
import { lettersOf, type Letters, type Script } from './letters.ts'
import { keysOfSound, soundCodes, soundOf, withoutJoinedArticle, type SoundCodes } from './sound.ts'
import {
  doubtfulTitles,
  hyphenatedArticle,
  joinedBack,
  joinedForward,
  particles,
  titles,
} from './titles.data.ts'

/** One way to spell a word of a name. */
export type Form = Letters & { sounds: SoundCodes; encoded: Encoded; given: readonly GivenName[] }

/** A word of a name. `forms` has one or two entries: without and with its article or particle. `id` is the same for the same spelling. */
export type NameToken = { id: string; forms: readonly Form[]; keys: readonly string[]; weight: number }

/** `tokens` in order; `joins[i]` is the token `i` written together with the next. */
export type ParsedName = { tokens: readonly NameToken[]; joins: readonly NameToken[] }

type Word = Letters & { particle: string }

/** Weight of a word in a name is its length, up to this. */
const heaviestLetters = 8
/** In memory more and shorter keys are affordable than in the database's index. */
const searchKeys = 8
const shortKeyLength = 2

const namesKept = 20_000

/** Takes a name in any script apart; no tokens where it holds no letters. */
export const parseName: (name: string) => ParsedName = remembered((name) => {
  const found = wordsOf(name)
  return {
    tokens: found.map(tokenOf),
    joins: found.slice(1).map((word, index) => tokenOf(joined(found[index], word))),
  }
}, namesKept)

/** The words of a name as written, without titles in front. */
export function untitledWords(name: string): readonly string[] {
  return withoutTitles(name.trim().split(/\s+/).filter(Boolean))
}

function wordsOf(name: string): Word[] {
  const plain = surnameLast(name.normalize('NFKC').replace(/\([^)]*\)/g, ' '))
    .replace(hyphenatedArticle, 'al ')
    .replace(/(?<=\p{L})['’‘`ʼʿʾ](?=\p{L})/gu, '')
  const all = plain.split(/[^\p{L}\p{M}\p{N}\u200c]+/u).filter((word) => /\p{L}/u.test(word))
  const untitled = withoutTitles(all)
  const words: Word[] = []
  let particle = ''
  let forward = ''
  untitled.forEach((word, index) => {
    const folded = fold(word)
    const isLast = index === untitled.length - 1
    if (!isLast && joinedForward.has(folded)) forward += folded
    else if (!isLast && particles.has(folded)) particle += folded
    else {
      push(words, { word, forward, particle })
      particle = ''
      forward = ''
    }
  })
  return words
}

/** "Merkel, Angela" → "Angela Merkel". */
function surnameLast(name: string): string {
  const parts = name.split(',')
  return parts.length === 2 && /^\s*\p{L}+\s*$/u.test(parts[0] ?? '') && /\p{Script=Latin}/u.test(name)
    ? `${parts[1]} ${parts[0]}`
    : name
}

function withoutTitles(words: readonly string[]): readonly string[] {
  let start = 0
  for (let index = 0; index < words.length - 1; index++) {
    const folded = fold(words[index] ?? '').replace(/[.]/g, '')
    const doubtful = doubtfulTitles.has(folded) && words.length - index > 2
    if (!titles.has(folded) && !doubtful) break
    start = index + 1
  }
  return words.slice(start)
}

type Piece = { word: string; forward: string; particle: string }

function push(words: Word[], piece: Piece): void {
  const { letters, script } = lettersOf(piece.word)
  const previous = words.at(-1)
  if (letters === '') return
  if (previous?.script === script && piece.forward === '' && joinedBack.has(fold(piece.word))) {
    words[words.length - 1] = {
      ...previous,
      letters: previous.letters + lettersOf(piece.particle).letters + letters,
    }
  } else if (piece.forward !== '')
    words.push({ letters: withForward(piece, letters, script), script, particle: '' })
  else if (script === 'arabic' && piece.word.startsWith('ال') && letters.length > 4) {
    words.push({ letters: letters.slice(2), script, particle: 'ال' })
  } else words.push({ letters, script, particle: lettersOf(piece.particle).letters })
}

/** «عبد الرحمن» keeps its article inside; Latin writes it in too many ways (abdul, abdel, abd al), so there it is one form. */
function withForward({ forward, particle }: Piece, letters: string, script: Script): string {
  const front = lettersOf(forward).letters
  if (script === 'latin' && front.startsWith('abd')) return `abdel${letters}`
  return front + lettersOf(particle).letters + letters
}

function joined(first: Word | undefined, second: Word): Word {
  if (!first) return second
  return { ...first, letters: first.letters + second.particle + second.letters }
}

const known = new Map<string, NameToken>()
/** Tokens are made once and kept: names repeat. The store is emptied when it has grown to this size. */
const mostKnown = 100_000

function tokenOf(word: Word): NameToken {
  const id = `${word.particle}-${word.letters}`
  const made = known.get(id)
  if (made) return made
  const plain = formOf(word.letters, word.script)
  const forms = [plain, ...otherForms(word)]
  const keys = new Set(
    forms.flatMap((form) => [form, ...respelt(form)].flatMap((it) => searchKeysOf(soundOf(it)))),
  )
  const token = { id, forms, keys: [...keys], weight: Math.min(plain.letters.length, heaviestLetters) }
  if (known.size >= mostKnown) known.clear()
  known.set(id, token)
  return token
}

/** Letters that are read in two ways: a word is looked for under the second one too (Rodgers رودجرز, McEvoy ماكيفوي, Schoene سكوين). */
const secondReadings: readonly (readonly [pattern: RegExp, reading: string])[] = [
  [/^mc/, 'mak'],
  [/d[gz]/, 'j'],
  [/gn(?=[aeiou])/, 'ny'],
  [/gg(?=[eo])/, 'ng'],
  [/^tj|tj(?=[ae])/, 'ty'],
  [/sch(?=[eiou])/, 'sk'],
  [/^st/, 'ist'],
  [/^n(?=[dgjkt])/, 'an'],
  [/c(?=[ei])/, 'k'],
  // Llaneras يانيراس, Tagliacozzi تالياكوتزي, Cvitanich سفيتانيتش, Đorović جوروفيتش.
  [/^ll(?=[aeiou])/, 'y'],
  [/gl(?=i)/, 'l'],
  [/^c(?=[vm])/, 'ts'],
  [/đ/, 'j'],
  // «اتسوغه» for Tsuga, «ارحومه» for Rahuma.
  [/^ا(?=[^اوي]{2})/, ''],
]

function respelt({ letters, script }: Letters): Letters[] {
  return secondReadings.flatMap(([pattern, reading]) =>
    pattern.test(letters) ? [{ script, letters: letters.replace(pattern, reading) }] : [],
  )
}

/** Knut, Wright, Pnina, Gnassingbé: the first letter is written and not said. */
const silentOpening = /^(?:K(?=N)|W(?=R)|P(?=[SNT])|G(?=N)|M(?=N))/

function searchKeysOf(sounds: string): string[] {
  const said = sounds.replace(silentOpening, '')
  const keys = keysOfSound(sounds, searchKeys)
  if (said !== sounds) keys.push(...keysOfSound(said, searchKeys / 2))
  return [...keys, ...keys.map((key) => `~${key.slice(0, shortKeyLength)}`)]
}

function formOf(letters: string, script: Script): Form {
  const encoded = script === 'arabic' ? nameEdits.encodeArabic(letters) : nameEdits.encodeLatin(letters)
  return {
    script,
    letters,
    sounds: soundCodes(soundOf({ script, letters })),
    encoded,
    given: givenNames({ script, letters }),
  }
}

/** With its article or particle; without an article that Latin wrote as part of the word. */
function otherForms({ letters, script, particle }: Word): Form[] {
  if (particle === 'ال' && /^[او]/.test(letters))
    // «الأخضر» is Lakhdar in the Maghreb.
    return [formOf(particle + letters, script), formOf(`ل${letters.replace(/^ا/, '')}`, script)]
  if (particle !== '') return [formOf(particle + letters, script)]
  const bare = script === 'latin' ? withoutJoinedArticle(letters) : letters
  return bare === letters ? [] : [formOf(bare, script)]
}
