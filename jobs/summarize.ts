// One revision in; its statements, topics and summaries stored. May run any number of times and die at any line:
// what is done is not done again, what is not, is. The model is asked last, so that readers never wait for it.

import { sayingsMax, summarizePrompt } from '../prompts/summarize.ts'
import { analyse } from '../src/articles/analyse.ts'
import { agree, nearCopies } from '../src/near-copies/near-copy.ts'
import { type Article, holdArticle } from '../src/articles/store.ts'
import {
  claimModel,
  claimRenewedMs,
  findPrevious,
  findRevision,
  markAnalysed,
  markModelled,
  releaseModel,
  renewClaim,
} from '../src/revisions/store.ts'
import { findOriginal, listNearCopies, setCopyOf } from '../src/near-copies/store.ts'
import type { App } from '../src/app.ts'
import type { Database, Db } from '../src/database/database.ts'
import { BudgetSpentError } from '../src/budget/budget.ts'
import { OutsideError, TooEarlyError } from '../src/errors.ts'
import { shownMax } from '../src/digests/digest.ts'
import { markStale } from '../src/digests/store.ts'
import { linkPeople } from '../src/people/link.ts'
import { lockPeople, noteRoles } from '../src/people/store.ts'
import type { Payload } from '../src/queue.ts'
import { compareRevisions } from '../src/statements/corrections.ts'
import {
  addCorrection,
  addStatements,
  copyTranslations,
  listRecorded,
  listReportable,
  setTranslation,
  setUtterance,
} from '../src/statements/store.ts'
import { addSpeakers } from '../src/speakers/store.ts'
import { holdsFor, type Summarisable, summariseWithModel } from '../src/summaries/model.ts'
import { addModelSummary, addSummary, findModelSummaries } from '../src/summaries/store.ts'
import { setTopics } from '../src/topics/store.ts'

export async function summarize(
  { db, llm, log }: Pick<App, 'db' | 'llm' | 'log'>,
  { revisionId }: Payload<'summarize'>,
): Promise<void> {
  const article = await findRevision(db, revisionId)
  if (!article) return // replaced or deleted since it was queued
  if (!article.analysed) await analyseAndStore(db, article)
  if (!llm || article.modelled) return
  // Nothing is asked about it; left unmarked it would be every sweep's work for ever.
  if (article.language === 'other') return void (await markModelled(db, revisionId))
  const statements = await listReportable(db, revisionId, sayingsMax)
  const summarisable = { ...article, language: article.language, statements }
  if (await takeOver(db, summarisable)) return

  // Two jobs can be about one article: a dead worker's that another took over, or one of the time before there was a model.
  if (!(await claimModel(db, revisionId)))
    throw new TooEarlyError('Another worker is asking the model about it', claimWaitMs)

  const renewing = setInterval(() => {
    renewClaim(db, revisionId).catch((error: unknown) =>
      log.warn({ revisionId, error: String(error) }, 'a claim was not renewed'),
    )
  }, claimRenewedMs)
  try {
    const { summaries, translations, promptVersion, model, verdict } = await summariseWithModel(
      llm,
      summarisable,
    )
    await db.transaction(async (tx) => {
      await addModelSummary(tx, revisionId, 'ar', { ...summaries.ar, promptVersion, model })
      await addModelSummary(tx, revisionId, 'en', { ...summaries.en, promptVersion, model })
      for (const [index, words] of translations) {
        const statement = statements[index]
        if (statement) await setTranslation(tx, statement.id, words)
      }
      await markModelled(tx, revisionId, verdict)
      await noteChange(tx, article)
    })
  } catch (error) {
    await releaseModel(db, revisionId)
    // Left unfinished: the sweep finds it again when the day is another.
    if (error instanceof BudgetSpentError) return log.info({ revisionId }, error.message)
    if (!(error instanceof OutsideError) || !error.permanent) throw error
    // Refused, or wrong twice: the labelled excerpt stands, and the article is not paid for again.
    log.warn({ revisionId, reason: error.message }, 'no summary by the model')
    await markModelled(db, revisionId, { givenUp: error.message.slice(0, reasonCharsMax) })
  } finally {
    clearInterval(renewing)
  }
}

/** Whoever finds another worker at it looks again after this. */
const claimWaitMs = 10_000

/** How long a copy waits for what is being written about its original, each time. */
const originalWaitMs = 10_000

/**
 * What a model wrote about an article holds of its copies as long as these state the same numbers, names and quotations and the checks find no
 * fault: true where it was taken over, and nobody has to be asked. Throws a TooEarlyError while the original is waiting for the model itself.
 */
async function takeOver(db: Database, article: Article & Summarisable): Promise<boolean> {
  const original = await findOriginal(db, article.revisionId)
  if (!original || !agree(original, article)) return false
  if (!original.modelled) {
    if (original.isFresh)
      throw new TooEarlyError('The model is asked about its original first', originalWaitMs)
    return false
  }
  const { version: promptVersion } = summarizePrompt
  const summaries = await findModelSummaries(db, original.revisionId, promptVersion)
  if (!summaries || !holdsFor(summaries, article)) return false
  await db.transaction(async (tx) => {
    for (const language of ['ar', 'en'] as const)
      await addModelSummary(tx, article.revisionId, language, {
        ...summaries[language],
        promptVersion,
      })
    await copyTranslations(tx, original.revisionId, article.revisionId)
    await markModelled(tx, article.revisionId, { takenFrom: original.revisionId })
  })
  return true
}

/** Of the reason that a summary was given up for: the faults of an answer, in the checks' own words. */
const reasonCharsMax = 1_000

/** The part of the work that needs no model; nothing for a revision that is analysed or gone. */
export async function analyseRevision({ db }: Pick<App, 'db'>, revisionId: number): Promise<void> {
  const article = await findRevision(db, revisionId)
  if (article && !article.analysed) await analyseAndStore(db, article)
}

/** Whole or not at all. */
async function analyseAndStore(db: Database, article: Article): Promise<void> {
  const { statements, summaries, topics } = analyse(article)
  await db.transaction(async (tx) => {
    if (!(await holdArticle(tx, article.id))) return // deleted meanwhile
    if (!(await markAnalysed(tx, article.revisionId))) return // another worker was first
    const ids = await addStatements(tx, article.revisionId, statements, article.language)
    await noteCopy(tx, article)
    await noteCorrections(tx, article)
    await noteChange(tx, article)
    for (const [language, summary] of Object.entries(summaries))
      await addSummary(tx, article.revisionId, language === 'ar' ? 'ar' : 'en', summary)
    await setTopics(tx, article.id, topics)
    // Last: until the transaction ends nobody else's people are linked.
    const names = [...new Set(statements.flatMap((it) => it.persons))]
    if (names.length > 0) await lockPeople(tx)
    const roleOf = (name: string) => statements.find((it) => it.person === name && it.role !== null)?.role
    const people = await linkPeople(
      tx,
      names.map((name) => ({ name, role: roleOf(name) ?? null })),
    )
    const pairs = statements.flatMap((it, index) =>
      it.persons.flatMap((name) => {
        const [statementId, personId] = [ids[index], people.get(name)]
        return statementId === undefined || personId === undefined ? [] : [{ statementId, personId }]
      }),
    )
    await addSpeakers(tx, pairs)
    await noteRoles(tx, article.revisionId)
  })
}

/** Of the texts that share keys with one so many are read. */
const copiesReadMax = 10

/** An article whose text an earlier one has, give or take, is known as its copy; best as the copy of one that says the same of everything. */
async function noteCopy(db: Db, { revisionId, title, text }: Article): Promise<void> {
  const near = nearCopies(text, await listNearCopies(db, revisionId, copiesReadMax))
  const original = near.find((it) => agree(it, { title, text })) ?? near[0]
  if (original) await setCopyOf(db, revisionId, original.revisionId)
}

/** Digests that showed the article as it was are to be edited where they were sent. */
async function noteChange(db: Db, { id, revisionId }: Pick<Article, 'id' | 'revisionId'>): Promise<void> {
  if ((await findPrevious(db, revisionId)) !== undefined)
    await markStale(db, id, { days: digestsEditedDays, shown: shownMax })
}

/** What is older nobody scrolls back to. */
const digestsEditedDays = 7

/** What a changed article still says is no news; what it quoted and quotes no more is a correction. */
async function noteCorrections(db: Db, { revisionId, title, text, language }: Article): Promise<void> {
  const previous = await findPrevious(db, revisionId)
  if (previous === undefined || language === 'other') return
  const [before, after] = [await listRecorded(db, previous), await listRecorded(db, revisionId)]
  const { kept, corrected } = compareRevisions(before, after, { text: `${title}\n${text}`, language })
  for (const { id, utteranceId } of kept) await setUtterance(db, id, utteranceId)
  for (const { statementId, replacedBy } of corrected)
    await addCorrection(db, { statementId, revisionId, replacedBy })
}
