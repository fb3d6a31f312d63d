// Reads what a reader's link leads to, with the model where there is one, and hands it on to be shown: whoever sends for a server must not
// wait for pages and models.

import type { App } from '../src/app.ts'
import type { Draft } from '../src/articles/article.ts'
import type { Reply } from '../src/answers/reply.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import { localDate } from '../src/subscriptions/due.ts'
import { OutsideError } from '../src/errors.ts'
import type { Payload } from '../src/queue.ts'
import { findElsewhere } from '../src/readings/elsewhere.ts'
import { composeReading, type ReadArticle, readArticle } from '../src/readings/screen.ts'
import { findReading, setReadingAnswer } from '../src/readings/store.ts'
import { readBody } from '../src/sources/read.ts'
import { summariseWithModel } from '../src/summaries/model.ts'
import { texts } from '../src/texts/texts.ts'

type Needs = Pick<App, 'db' | 'config' | 'enqueue' | 'fetcher' | 'llm' | 'log'>
type Reading = NonNullable<Awaited<ReturnType<typeof findReading>>>

export async function read(app: Needs, { readingId }: Payload<'read'>): Promise<void> {
  const reading = await findReading(app.db, readingId)
  if (!reading) return
  if (!reading.answer) {
    const [part] = outgoing(await answerTo(app, reading), reading.language)
    if (part) await setReadingAnswer(app.db, readingId, part)
  }
  await app.enqueue('show', { server: reading.server, readingId }, String(readingId))
}

async function answerTo(app: Needs, reading: Reading): Promise<Reply> {
  const { language } = reading
  const t = texts[language].readings
  const draft = await fetchDraft(app, reading.address)
  if (draft === 'feed') return { lines: [[t.isFeed]], buttons: [] }
  if (draft === 'unread') return { lines: [[t.unreadable]], buttons: [] }
  const { title, text, url, source, agency, publishedAt } = draft
  const article = { title, text, url: url ?? reading.address, source, agency, publishedAt }
  const offline = readArticle(article, await findElsewhere(app.db, article))
  const written = await writtenByModel(app, reading, offline)
  const today = localDate(reading.zone ?? app.config.zone, new Date())
  return composeReading(written ? { ...offline, written } : offline, {
    language,
    today,
    hasModel: app.llm !== undefined,
  })
}

/** What went wrong is for our log: a reader can do nothing about it. */
async function fetchDraft({ fetcher, log }: Needs, address: string): Promise<Draft | 'feed' | 'unread'> {
  try {
    const fetched = await fetcher.fetch(address)
    if (fetched.status !== 'fetched') return 'unread'
    const { isFeed, reads } = readBody(address, fetched)
    if (isFeed) return 'feed'
    const [first] = reads
    return first && 'draft' in first ? first.draft : 'unread'
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    log.info({ permanent: error.permanent }, "a reader's link was not read")
    return 'unread'
  }
}

/** Within the budget of whoever asks; undefined where there is no model, or where it fails. */
async function writtenByModel(
  { llm, log }: Needs,
  { server, askedBy, chatId }: Reading,
  { article, language, analysis }: ReadArticle,
): Promise<ReadArticle['written']> {
  if (!llm || language === 'other') return undefined
  try {
    const { summaries } = await summariseWithModel(
      llm,
      {
        ...article,
        language,
        statements: analysis.statements.map((it) => ({
          ...it,
          isPerson: it.person !== null,
          words: it.text,
        })),
      },
      { purpose: 'question', asker: `${server}:${askedBy ?? chatId}` },
    )
    return { ar: { ...summaries.ar, method: 'model' }, en: { ...summaries.en, method: 'model' } }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    log.info({ reason: error.message }, "the model wrote no summary of a reader's link")
    return undefined
  }
}
