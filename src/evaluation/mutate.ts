// Articles gone wrong the way texts do go wrong on their road to us: cut off, marks lost or doubled, lines run together,
// invisible characters, halves of characters. By chance, and the same each time for a seed.

import { pickOf, sequence } from './sequence.ts'

type Random = () => number
type Change = (text: string, random: Random) => string

const marks = [
  '"',
  '«',
  '»',
  '“',
  '”',
  '‘',
  '’',
  "'",
  '(',
  ')',
  ':',
  '،',
  '.',
  '…',
  '؟',
  '-',
  '\n',
  '\n\n',
  '\t',
]
const hidden = [
  '\u200f',
  '\u200e',
  '\u202e',
  '\u2067',
  '\u2069',
  '\u0640',
  '\u064b',
  '\ufeff',
  '\u00ad',
  '\0',
  '\ud83d',
  '\udc00',
  '🙂',
]
const words = [
  'قال',
  'وأكد',
  'مؤكداً أن',
  'said',
  'according to',
  'وفقاً لـ',
  'told Reuters',
  'he added',
  'الذي',
  'who',
]

const placeIn = (text: string, random: Random): number => Math.floor(random() * (text.length + 1))

function insert(text: string, random: Random, pieces: readonly string[]): string {
  const at = placeIn(text, random)
  return text.slice(0, at) + pickOf(random, pieces) + text.slice(at)
}

function betweenTwo(text: string, random: Random): [from: number, to: number] {
  const [one, other] = [placeIn(text, random), placeIn(text, random)]
  return [Math.min(one, other), Math.max(one, other)]
}

const changes: readonly Change[] = [
  (text, random) => insert(text, random, marks),
  (text, random) => insert(text, random, hidden),
  (text, random) => insert(text, random, words),
  (text, random) => text.slice(0, placeIn(text, random)),
  (text, random) => text.slice(placeIn(text, random)),
  // A piece taken out, a piece twice, two pieces in the wrong order.
  (text, random) => {
    const [from, to] = betweenTwo(text, random)
    return text.slice(0, from) + text.slice(Math.min(to, from + 300))
  },
  (text, random) => {
    const [from, to] = betweenTwo(text, random)
    return text.slice(0, to) + text.slice(from, to) + text.slice(to)
  },
  (text, random) => {
    const at = placeIn(text, random)
    return text.slice(at) + text.slice(0, at)
  },
  // All of one mark lost, or turned into another.
  (text, random) => text.replaceAll(pickOf(random, marks), ''),
  (text, random) => text.replaceAll(pickOf(random, marks), pickOf(random, marks)),
  (text) => text.replaceAll('\n', ' '),
  (text) => text.replaceAll(/[.؟!]/g, ''),
  (text) => text.replaceAll(/\s+/g, ''),
  (text, random) =>
    insert(text, random, [
      pickOf(random, marks).repeat(50),
      'ـ'.repeat(400),
      'قال '.repeat(60),
      '«'.repeat(90),
    ]),
]

/** One to five of the changes, one on the other, to a text; never longer than `charsMax`. */
export function mutate(text: string, seed: number, charsMax = 20_000): string {
  const random = sequence(seed + 1)
  // The first numbers of neighbouring seeds are neighbours.
  for (let i = 0; i < 5; i++) random()
  let mutated = text
  const times = 1 + Math.floor(random() * 5)
  for (let i = 0; i < times; i++) mutated = pickOf(random, changes)(mutated, random).slice(0, charsMax)
  return mutated
}
