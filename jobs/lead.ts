// The first lines of an answer that a reader has already: asked of the model, held against the passages, stored. They are a kindness: where
// the budget is spent or the model fails, the answer stands as it is, and nobody is told.

import type { App } from '../src/app.ts'
import { answer, fromTheStart } from '../src/answers/answer.ts'
import { writeLead } from '../src/answers/lead.ts'
import { findShown, setLead } from '../src/chats/store.ts'
import { localDate } from '../src/subscriptions/due.ts'
import { OutsideError } from '../src/errors.ts'
import type { Payload } from '../src/queue.ts'

/** A reader has read on by then. */
const lateMs = 10 * 60_000

export async function lead(
  { db, llm, config, enqueue, log }: Pick<App, 'db' | 'llm' | 'config' | 'enqueue' | 'log'>,
  { answerId }: Payload<'lead'>,
): Promise<void> {
  const shown = await findShown(db, answerId)
  if (!llm || !shown || shown.turned || Date.now() - shown.askedAt.getTime() > lateMs) return
  if (!shown.lead) {
    const { question, language, askedAt, askedBy, server } = shown
    const zone = shown.zone ?? config.zone
    const today = localDate(zone, askedAt)
    const asked = { text: question, today, weekStart: config.weekStart }
    const { evidence } = await answer(db, asked, { language, today, hasModel: true }, fromTheStart)
    if (evidence.length === 0) return
    try {
      const written = await writeLead(llm, {
        question,
        language,
        evidence,
        now: `${today}, ${zone}`,
        ...(askedBy === null ? {} : { asker: `${server}:${askedBy}` }),
      })
      if (!written) return
      await setLead(db, answerId, written)
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error
      return log.info({ answerId, reason: error.message }, 'no first lines by the model')
    }
  }
  await enqueue('amend', { server: shown.server, answerId }, String(answerId))
}
