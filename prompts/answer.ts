// The call behind the first lines of an answer: its words in `answer.md`, the form here. Evidence stands before words, and nothing in it is
// a quotation, a link or a date field.

import { z } from 'zod'
import { loadPrompt } from './prompt.ts'

export const answerPrompt = loadPrompt('answer.md', ['boundary', 'language', 'now', 'question', 'evidence'])

const sentencesMax = 3
const disagreementsMax = 1
const idsMax = 8
const sentenceChars = 500

const sentence = z.object({
  rests_on: z
    .array(z.int())
    .refine((it) => it.length <= idsMax, `must have at most ${idsMax} items`)
    .describe('Numbers of passages.'),
  text: z
    .string()
    .refine(
      (it) => it.trim() !== '' && it.length <= sentenceChars,
      `must be 1 to ${sentenceChars} characters`,
    ),
})
const list = (most: number) =>
  z.array(sentence).refine((it) => it.length <= most, `must have at most ${most} items`)

export const answerSchema = z.object({ sentences: list(sentencesMax), disagreements: list(disagreementsMax) })
export type LeadRecord = z.infer<typeof answerSchema>
