// Who speaks: the mention in the clause, else the one who spoke or acted before and agrees with the verb.
// A wrong name is worse than none: where grammar and memory disagree, nobody is named.

import type { Clause } from './clauses.ts'
import { isSomebody } from './subjects.ts'
import { isBoundary, startsRole } from './boundaries.ts'
import type { VerbForm } from './lexicon.ts'
import { type Mention, readMention } from './mention.ts'
import type { Known } from './names.ts'
import { detached, type Entity, lookUp, type Register } from './register.ts'
import type { Sentence } from './sentences.ts'
import { type Token, wordAt } from './tokens.ts'

/** What is remembered from sentence to sentence. */
export type Memory = {
  /** Those who spoke, latest last. */
  spoke: Entity[]
  /** Who did something in a sentence after the last one that was spoken. */
  acted: Entity | null
}

export const nothingYet = (): Memory => ({ spoke: [], acted: null })

export type Reading = { text: string; sentence: Sentence; register: Register; known: Known }

const rememberedMax = 8

/** The one a mention means; somebody new where the article names nobody like that elsewhere. */
export function whoIs({ text, sentence, register }: Reading, mention: Mention): Entity {
  const found = lookUp(register, text, sentence.tokens, mention)
  return found ?? detached(text, sentence.tokens, mention)
}

/** Who is the subject of a clause without one of its own; null where nobody agrees. `inSentence`: who spoke last in the same sentence. */
export function whoGoesOn(memory: Memory, clause: Clause, inSentence: Entity | null): Entity | null {
  const { subject } = clause.cue
  if (inSentence && agrees(inSentence, subject)) return inSentence
  if (clause.bound) return null
  const continues = continuations.has(clause.cue.verb.lemma)
  if (memory.acted && !continues && agrees(memory.acted, subject)) return memory.acted
  return memory.spoke.findLast((it) => agrees(it, subject)) ?? null
}

/** «أضاف», «تابع»: the same one goes on speaking. */
const continuations = new Set('اضاف تابع اردف استطرد استدرك ختم اختتم خلص اوضح'.split(' '))

/** Whether someone can be the subject of a verb form, as far as both are known. */
function agrees(entity: Entity, subject: VerbForm['subject'] | null): boolean {
  if (subject === null || entity.kind === 'organisation') return true
  if (subject === 'several') return entity.kind === 'unnamed' && entity.offices.length === 0
  if (entity.kind === 'unnamed') return true
  return entity.gender === null || entity.gender === subject
}

export function remember(memory: Memory, entity: Entity): Memory {
  return { spoke: [...memory.spoke.filter((it) => it !== entity), entity].slice(-rememberedMax), acted: null }
}

/** «استقبل الوزير فلان …»: the person who acts in a sentence, so that «وأكد» after it is his. */
export function actorOf(reading: Reading): Entity | null {
  const { tokens } = reading.sentence
  const at = actorAt(tokens)
  const mention = at < 0 ? null : readMention(tokens, at, reading.known)
  return mention && isSomebody(tokens, mention, reading.known) ? whoIs(reading, mention) : null
}

const particles = /^[وف]?(?:لم|لا|لن|قد|كان|كانت|كما)$/

/** Where an actor may begin: with the sentence, or behind its verb («استقبل الوزير», «وكان الوزير قد», «ولم تؤكد الوزارة»). */
function actorAt(tokens: Token[]): number {
  let verb = 0
  while (verb < 2 && particles.test(wordAt(tokens, verb))) verb++
  if (startsRole(tokens, verb) || (verb > 0 && tokens[verb]?.about.isGiven === true)) return verb
  return isActing(tokens, verb) ? verb + 1 : -1
}

/** Whether an actor may stand behind a word: a verb, or one that no list knows. */
function isActing(tokens: Token[], at: number): boolean {
  const verb = tokens[at]?.about.verb
  // «ودعا إدارة الميناء إلى»: whoever stands behind such a verb may be the one spoken to.
  return verb ? !verb.verb.addresses : !isBoundary(tokens, at)
}
