// The one call an article: its words in `summarize.md`, the form of the answer here.
// Evidence stands first and words last, because models write in this order. Nothing in it is a quotation, a link or a date field.

import { z } from 'zod'
import { loadPrompt } from './prompt.ts'

export const summarizePrompt = loadPrompt('summarize.md', [
  'boundary',
  'language',
  'other',
  'published',
  'sentences',
  'statements',
])

/** Limits stand in refinements: they are checked here and not sent, because servers disagree on how to take them. */
const limits = {
  evidence: 8,
  people: 12,
  topics: 3,
  sentences: 3,
  sayings: 6,
  nameChars: 80,
  sentenceChars: 500,
  headlineChars: 160,
}

const text = (charsMax: number) =>
  z.string().refine((it) => it.trim() !== '' && it.length <= charsMax, `must be 1 to ${charsMax} characters`)
const list = <T extends z.ZodType>(of: T, most: number) =>
  z.array(of).refine((it) => it.length <= most, `must have at most ${most} items`)
const sentenceIds = (most: number) => list(z.int(), most).describe('Numbers of sentences of the article.')

/** So many statements of an article are reported in its other language. */
export const sayingsMax = limits.sayings

/** The form of the answer. `topicNames`: the closed list of topics, as the model is to write them. */
export function summarizeSchema(topicNames: readonly [string, ...string[]]) {
  return z.object({
    evidence: sentenceIds(limits.evidence),
    people: list(z.object({ ar: text(limits.nameChars), en: text(limits.nameChars) }), limits.people),
    topics: list(z.enum(topicNames), limits.topics),
    sentences: list(
      z.object({
        rests_on: sentenceIds(limits.evidence),
        ar: text(limits.sentenceChars),
        en: text(limits.sentenceChars),
      }),
      limits.sentences,
    ),
    sayings: list(z.object({ statement: z.int(), text: text(limits.sentenceChars) }), limits.sayings),
    headline: z.object({ ar: text(limits.headlineChars), en: text(limits.headlineChars) }),
  })
}
export type SummaryRecord = z.infer<ReturnType<typeof summarizeSchema>>
