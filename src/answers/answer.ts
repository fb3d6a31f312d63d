// A question's whole way: understood, looked up, composed. The bot and the command line both go it.

import { extentOfStore } from '../articles/extent.ts'
import type { Db } from '../database/database.ts'
import { composeReply } from './compose.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { find, type Found } from './find.ts'
import { fits, type Lead } from './lead-form.ts'
import { type Question, understand } from './question.ts'
import type { Reply, Setting } from './reply.ts'
import type { Reader } from './statement-lines.ts'

export type Asked = {
  text: string
  /** The reader's own day and week. */
  today: string
  weekStart: 'sat' | 'sun' | 'mon'
}

/** `lead`: what a model wrote for the answer as it was first shown; it is left out where it does not fit what is shown. */
export type Shown = Pick<Setting, 'answerId' | 'offset' | 'chosen'> & { lead?: Lead | null }
export const fromTheStart: Shown = { answerId: null, offset: 0, chosen: '0' }

export type Answer = {
  question: Question
  found: Found
  reply: Reply
  reader: Reader
  /** The passages of the first message, for a model; empty where there is nothing to sum up. */
  evidence: Evidence[]
}

/**
 * Answers in the asker's language, or in `language` where one is set. A few queries; no model, so it comes at once.
 * `shown.chosen` narrows it to people the reader has picked.
 */
export async function answer(
  db: Db,
  asked: Asked,
  reader: Omit<Reader, 'language'> & { language?: Reader['language'] | null },
  shown: Shown,
): Promise<Answer> {
  const question = understand(asked.text, { today: asked.today, weekStart: asked.weekStart })
  const settled: Reader = { ...reader, language: reader.language ?? question.language }
  const found = await find(db, question, await chosenPeople(db, question, shown.chosen))
  const { articles } = await extentOfStore(db)
  const evidence = evidenceOf(found, settled.language)
  const lead =
    shown.offset === 0 && shown.lead && fits(shown.lead, settled.language, evidence) ? shown.lead : null
  return {
    question,
    found,
    reply: composeReply(found, { ...settled, ...shown, question, articles, lead }),
    reader: settled,
    evidence,
  }
}

async function chosenPeople(db: Db, question: Question, chosen: string): Promise<number[] | null> {
  if (chosen === '0') return null
  if (chosen !== 'a') return [Number(chosen)]
  const found = await find(db, { ...question, gender: null })
  return found.kind === 'choose' || found.kind === 'statements' ? found.people.map((it) => it.personId) : null
}
