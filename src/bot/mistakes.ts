// Reporting a mistake and settling it: a reader says what is wrong, an admin decides, and the reader hears what came of it.

import type { Context } from 'telegraf'
import { isRefusal } from '../delivery/refusal.ts'
import { findLanguage, setLanguage } from '../chats/store.ts'
import { outgoing } from '../delivery/outgoing.ts'
import { kindsScreen } from '../mistakes/screens.ts'
import { addMistake, findMistake, type Mistake, mistakeKinds, settleMistake } from '../mistakes/store.ts'
import { addCorrection, findStatement, hideStatement } from '../statements/store.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, edit, type Here, send, sendLine } from './chat.ts'

export async function askKind(
  ctx: Context,
  { db }: BotNeeds,
  { language }: Here,
  statementId: number,
): Promise<void> {
  const said = await findStatement(db, statementId)
  if (!said) return sendLine(ctx, texts[language].tooOld, language)
  await send(ctx, kindsScreen(statementId, language), language, ctx.callbackQuery?.message?.message_id)
}

export async function report(
  ctx: Context,
  { db, enqueue, server }: BotNeeds,
  { key, language }: Here,
  [statementId, place]: [number, number],
): Promise<void> {
  const kind = mistakeKinds[place]
  if (!kind) return
  // What comes of it comes days later, in the language of this conversation.
  await setLanguage(db, key, language)
  const mistakeId = await addMistake(db, key, { statementId, kind })
  if (mistakeId !== undefined) await enqueue('alert', { server, mistakeId }, `mistake-${mistakeId}`)
  await edit(ctx, { lines: [[texts[language].mistake.thanks]], buttons: [] }, language)
}

/** Of two admins the first decides. What is confirmed is shown no more, and whoever was shown it is told. */
export async function settle(
  ctx: Context,
  { db }: BotNeeds,
  { language, isAdmin }: Here,
  [mistakeId, verdict]: [number, number],
): Promise<void> {
  if (!isAdmin) return
  const t = texts[language].mistake
  const isConfirmed = verdict === 1
  const mistake = await findMistake(db, mistakeId)
  if (!mistake) return sendLine(ctx, texts[language].tooOld, language)
  const adminId = ctx.from?.id ?? 0
  if (!(await settleMistake(db, mistakeId, { isConfirmed, adminId })))
    return edit(ctx, { lines: [[t.settledBefore]], buttons: [] }, language)
  if (isConfirmed) {
    const said = await findStatement(db, mistake.statementId)
    if (said) {
      await hideStatement(db, said.id)
      await addCorrection(db, {
        statementId: said.id,
        revisionId: said.revisionId,
        replacedBy: null,
        cause: 'mistake',
      })
    }
  }
  await edit(ctx, { lines: [[isConfirmed ? t.confirmed : t.rejected]], buttons: [] }, language)
  await answerReporter(ctx, db, mistake, isConfirmed)
}

async function answerReporter(
  ctx: Context,
  db: BotNeeds['db'],
  { server, chatId }: Mistake,
  isConfirmed: boolean,
): Promise<void> {
  const language = await findLanguage(db, { server, chatId })
  const t = texts[language].mistake
  const words = isConfirmed ? t.heardConfirmed : t.heardRejected
  try {
    for (const { text, extra } of outgoing({ lines: [[words]], buttons: [] }, language))
      await ctx.telegram.sendMessage(chatId, text, extra)
  } catch (error) {
    // Who has blocked the bot meanwhile hears nothing more.
    if (!isRefusal(error)) throw error
  }
}
