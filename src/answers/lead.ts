// The first lines of an answer, written by a model from the passages that the answer shows, each sentence held against the passages that it
// names. What they don't say is dropped; where nothing is left there are no first lines, and the passages stand by themselves.

import { randomBytes } from 'node:crypto'
import { answerPrompt, answerSchema, type LeadRecord } from '../../prompts/answer.ts'
import { speaksToMachine } from '../language/machine-talk.ts'
import { tidy } from '../language/normalise.ts'
import type { Language } from '../language/script.ts'
import type { Llm } from '../llm/client.ts'
import type { Evidence } from './evidence.ts'
import { leadFaults, withoutFaulty } from './lead-check.ts'
import type { Lead } from './lead-form.ts'

export type LeadTask = {
  question: string
  language: Language
  evidence: readonly Evidence[]
  /** The moment of asking, as the reader's clock has it. */
  now: string
  /** Whose question it is, for the budget. */
  asker?: string
}

/** Three sentences; the rest is for models that think although they are asked not to. */
const outputTokensMax = 1_500
const wordsCharsMax = 1_200

/**
 * Writes the first lines. Undefined without a call where there is nothing to sum up or the question gives orders to a machine, and
 * after one where nothing of the answer holds. Throws an LlmError or a BudgetSpentError.
 */
export async function writeLead(llm: Llm, task: LeadTask): Promise<Lead | undefined> {
  const { question, language, evidence, now, asker } = task
  if (evidence.length === 0 || speaksToMachine(question)) return undefined
  let last: ReturnType<typeof leadFaults> = []
  const { value, model } = await llm.complete({
    name: answerPrompt.name,
    schema: answerSchema,
    system: answerPrompt.system,
    user: answerPrompt.fillIn({
      boundary: randomBytes(6).toString('hex'),
      language: language === 'ar' ? 'Arabic' : 'English',
      now,
      question: tidy(question),
      evidence: evidence.map(passage).join('\n\n'),
    }),
    maxOutputTokens: outputTokensMax,
    purpose: 'question',
    ...(asker === undefined ? {} : { asker }),
    check: (record) => {
      last = leadFaults(record, evidence, language)
      return last.map(({ path, words }) => `${path}: ${words}`)
    },
    salvage: (record) => withoutFaulty(record, last),
  })
  if (value.sentences.length === 0) return undefined
  return {
    language,
    keys: evidence.map(({ key }) => key),
    ...shown(value),
    model,
    promptVersion: answerPrompt.version,
  }
}

function passage(
  { speaker, role, verb, words, title, outlet, publishedAt }: Evidence,
  index: number,
): string {
  const who = [speaker, role ?? '', verb].filter((it) => it !== '' && !(it === role && speaker.includes(it)))
  const facts = [publishedAt ?? 'undated', outlet ?? 'unknown outlet', ...who].map(tidy)
  return `[${index + 1}] ${facts.join(' · ')}\n${tidy(title)}\n${tidy(words).slice(0, wordsCharsMax)}`
}

const shown = ({ sentences, disagreements }: LeadRecord): Pick<Lead, 'sentences' | 'disagreements'> => ({
  sentences: sentences.map(clean),
  disagreements: disagreements.map(clean),
})

const clean = ({ text, rests_on: ids }: LeadRecord['sentences'][number]): Lead['sentences'][number] => ({
  text: tidy(text),
  ids: [...new Set(ids)].toSorted((a, b) => a - b),
})
