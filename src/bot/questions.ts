// Questions, and what the buttons under their answers show.

import type { Context } from 'telegraf'
import { type Action, pack } from '../answers/action.ts'
import { answer, type Shown } from '../answers/answer.ts'
import { completed, leanMinutes, type Whole } from '../answers/follow-up.ts'
import { findPeople } from '../answers/people.ts'
import { understand } from '../answers/question.ts'
import { composeComment, composeOfArticle, composeStatement } from '../answers/single.ts'
import { shownStatements } from '../answers/evidence.ts'
import { articleLines, articlesPerMessage } from '../answers/latest.ts'
import { composeParagraph } from '../answers/paragraph.ts'
import { displayName } from '../answers/statement-lines.ts'
import type { Reply } from '../answers/reply.ts'
import { listNewest, listOutlets } from '../articles/store.ts'
import { localDate } from '../subscriptions/due.ts'
import {
  addAnswer,
  findAnswer,
  findAnswerTo,
  findLastQuestion,
  noteShown,
  noteStatements,
  noteTurned,
} from '../chats/store.ts'
import type { Language } from '../language/script.ts'
import { listNames } from '../people/store.ts'
import { anything, findStatement, listStatements } from '../statements/store.ts'
import { findStoryOf } from '../stories/store.ts'
import { listSummaries } from '../summaries/store.ts'
import { bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, edit, editMessage, type Here, readerOf, send, sendForId, sendLine } from './chat.ts'

/** Telegram's own limit for a message; the command line may bring more. */
const questionCharsMax = 4_096
const outletsMax = 40
const articleStatementsMax = 60

/** Answers a question in a new message. Its words are kept so that its buttons can ask it again. */
export async function ask(ctx: Context, needs: BotNeeds, here: Here, text: string): Promise<void> {
  const askedIn = ctx.message?.message_id
  const replyTo = here.isPrivate ? undefined : askedIn
  const show: Asking['show'] = (reply, language) => sendForId(ctx, reply, language, replyTo)
  await askIn(ctx, needs, here, { text, askedIn, show })
}

/** An edited question edits its answer. One whose answer is gone, or that never had one, is left alone. */
export async function askAgain(ctx: Context, needs: BotNeeds, here: Here, text: string): Promise<void> {
  const askedIn = ctx.editedMessage?.message_id
  const before = askedIn === undefined ? undefined : await findAnswerTo(needs.db, here.key, askedIn)
  // Telegram also tells of edits that nobody sees: a link's preview that has come.
  if (!before || before.question === text.trim()) return
  // What a model still thinks about the old question is not put over the new answer.
  await noteTurned(needs.db, before.id)
  const show: Asking['show'] = (reply, language) => editMessage(ctx, before.messageId, reply, language)
  await askIn(ctx, needs, here, { text, askedIn, show })
}

type Asking = {
  text: string
  askedIn: number | undefined
  /** Sends or edits, and answers in which message it is shown. */
  show: (reply: Reply, language: Language) => Promise<number | undefined>
}

async function askIn(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  { text, askedIn, show }: Asking,
): Promise<void> {
  const began = performance.now()
  const asked = text.slice(0, questionCharsMax).toWellFormed().trim()
  const lean = await leanOn(ctx, needs, here, asked)
  const question = lean?.text ?? asked
  const answerId = await addAnswer(needs.db, here.key, {
    question,
    language: here.language,
    askedBy: ctx.from?.id,
    askedIn,
  })
  const shown = { answerId, offset: 0, chosen: '0', ...(lean?.language ? { language: lean.language } : {}) }
  const { reply, language, evidence, statementIds } = await answerFor(needs, here, question, shown)
  if (statementIds.length > 0) await noteStatements(needs.db, answerId, statementIds)
  const messageId = await show(reply, language)
  needs.metrics?.answer(statementIds.length > 0 ? 'words' : 'none', (performance.now() - began) / 1000)
  if (messageId === undefined) return
  await noteShown(needs.db, answerId, { messageId, language })
  // The answer is there at once; what a model makes of it is edited in when it comes.
  if (!needs.llm || evidence.length === 0) return
  await needs.enqueue('lead', { answerId }, String(answerId))
}

/** A question that leans on the same person's last one, made whole; null for one that stands by itself. */
async function leanOn(
  ctx: Context,
  { db, config }: BotNeeds,
  { key, zone }: Here,
  text: string,
): Promise<Whole | null> {
  const before = ctx.from && (await findLastQuestion(db, key, ctx.from.id, leanMinutes))
  if (!before) return null
  const clock = { today: localDate(zone, new Date()), weekStart: config.weekStart }
  const isSpeaker = async (name: string) => (await findPeople(db, [name])).length > 0
  return completed(
    text,
    { text: before.question, question: understand(before.question, clock) },
    { clock, isSpeaker },
  )
}

/** In the asker's language, or in the one that a button names. A question without letters is answered in the chat's. */
async function answerFor(
  needs: BotNeeds,
  here: Here,
  question: string,
  { language, ...shown }: Shown & { language?: Language },
) {
  const reader = readerOf(needs, here)
  const asked = { text: question, today: reader.today, weekStart: needs.config.weekStart }
  const own = language ?? (/\p{L}/u.test(question) ? null : here.language)
  const {
    reply,
    found,
    reader: settled,
    evidence,
  } = await answer(needs.db, asked, { ...reader, language: own }, shown)
  return {
    reply,
    language: settled.language,
    evidence,
    statementIds: shownStatements(found, settled.language),
  }
}

/** More statements come in a new message; another language or another person turns the message itself. */
export async function again(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  [answerId, language, chosen, offset]: [number, Language, string, number],
) {
  const stored = await findAnswer(needs.db, here.key, answerId)
  if (!stored) return sendLine(ctx, texts[here.language].tooOld, here.language)
  await noteTurned(needs.db, answerId)
  const shown = { answerId, offset, chosen, language, lead: stored.lead }
  const { reply } = await answerFor(needs, here, stored.question, shown)
  await edit(ctx, reply, language)
}

export async function askFor(ctx: Context, needs: BotNeeds, here: Here, personId: number): Promise<void> {
  const names = await listNames(needs.db, [personId])
  if (names.length === 0) return sendLine(ctx, texts[here.language].tooOld, here.language)
  const name = displayName(
    names.map((it) => it.name),
    here.language,
  ).replace(/\s*\(.*\)$/, '')
  const question = texts[here.language].buttons.ask(name)
  const answerId = await addAnswer(needs.db, here.key, {
    question,
    language: here.language,
    askedBy: ctx.from?.id,
  })
  const shown = { answerId, offset: 0, chosen: String(personId), language: here.language }
  const { reply, language } = await answerFor(needs, here, question, shown)
  await send(ctx, reply, language)
}

export async function showStatement(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  { name, values: [id] }: Extract<Action, { name: 'p' | 'c' | 's' }>,
) {
  const said = await findStatement(needs.db, id)
  const { language } = here
  if (!said) return sendLine(ctx, texts[language].tooOld, language)
  const reader = readerOf(needs, here)
  const replyTo = ctx.callbackQuery?.message?.message_id
  if (name === 'p') {
    const paragraph = composeParagraph(said, reader)
    return send(ctx, paragraph, paragraph.language, replyTo)
  }
  if (name === 's') return send(ctx, composeStatement(said, reader), language, replyTo)
  const wanted = { ...anything, articleId: said.articleId }
  const inArticle = await listStatements(needs.db, wanted, articleStatementsMax)
  await send(ctx, composeComment(said, inArticle, reader), language, replyTo)
}

export async function showArticle(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  articleId: number,
): Promise<void> {
  const statements = await listStatements(needs.db, { ...anything, articleId }, articleStatementsMax)
  const reply = composeOfArticle(statements, readerOf(needs, here))
  const storyId = await findStoryOf(needs.db, articleId)
  const follow = texts[here.language].subscriptions.buttons.story
  const more = storyId === null ? [] : [[{ text: follow, data: pack('sub', 'story', storyId) }]]
  await send(ctx, { ...reply, buttons: [...reply.buttons, ...more] }, here.language)
}

export async function latest(ctx: Context, needs: BotNeeds, here: Here, offset: number): Promise<void> {
  const reader = readerOf(needs, here)
  const all = await listNewest(
    needs.db,
    { about: null, from: null, to: null },
    offset + articlesPerMessage + 1,
  )
  const articles = all.slice(offset, offset + articlesPerMessage)
  const summaries = await listSummaries(
    needs.db,
    articles.map((it) => it.id),
  )
  const moreData = all.length > offset + articlesPerMessage ? pack('n', offset + articlesPerMessage) : null
  const title = texts[here.language].latestTitle
  await send(ctx, articleLines({ title, articles, summaries, offset, moreData }, reader), here.language)
}

export async function sources(ctx: Context, needs: BotNeeds, here: Here): Promise<void> {
  const t = texts[here.language]
  const outlets = await listOutlets(needs.db, outletsMax)
  const rows = outlets.map(({ source, articles }): Line => [t.sourceRow(source, articles)])
  const lines: Line[] = rows.length === 0 ? [[t.latestEmpty]] : [[bold(t.sourcesTitle)], ...rows]
  await send(ctx, { lines, buttons: [] }, here.language)
}
