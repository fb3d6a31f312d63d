// A tapped button: whether it may be followed, in which chat, and what it asks for.

import type { CallbackQuery } from 'telegraf/types'
import type { Context } from 'telegraf'
import { type Action, isManaging, unpackFor } from '../answers/action.ts'
import { noteDone } from '../audit/store.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send } from './chat.ts'
import { mayManage, noteThread, thereOf } from './managing.ts'
import { act } from './questions.ts'

/** `chatId`: the other chat that the screen is about; null for the one that it is shown in. */
type Tapped = { chatId: number | null; action: Action }

export async function onTap(ctx: Context, needs: BotNeeds, here: Here): Promise<void> {
  const tapped = tappedOf(ctx.callbackQuery)
  const isRefused = tapped !== undefined && (await isForManagers(ctx, here, tapped))
  // First of all: the button's spinner stops. A query too old to answer is no reason not to do what was asked.
  await ctx
    .answerCbQuery(isRefused ? texts[here.language].groups.adminsOnly : undefined)
    .catch((error: unknown) => needs.log.info({ error: String(error) }, 'query not answered'))
  if (!tapped || isRefused) return
  const { chatId, action } = tapped
  if (chatId !== null) return onTapThere(ctx, needs, here, { chatId, action })
  if (isManaging(action)) await noteThread(ctx, needs, here)
  if (here.isAdmin) await noteTap(ctx, needs, action)
  await act(ctx, needs, here, action)
}

function tappedOf(query: CallbackQuery | undefined): Tapped | undefined {
  if (!query || !('data' in query)) return undefined
  const { chatId, action } = unpackFor(query.data)
  return action && { chatId, action }
}

/** In a group what changes what comes there is for its admins. */
async function isForManagers(ctx: Context, here: Here, { chatId, action }: Tapped): Promise<boolean> {
  return isManaging(action) && chatId === null && !here.isPrivate && !(await mayManage(ctx, here.key))
}

/** Buttons that admins of the bot alone have and that change something, with what they are called among commands. */
const ofAdmins = new Map<Action['name'], string>([
  ['retry', 'queue retry'],
  ['bs', 'broadcast send'],
  ['bd', 'broadcast stop'],
  ['mv', 'mistake settle'],
])

async function noteTap({ from }: Context, { db, server }: BotNeeds, action: Action): Promise<void> {
  const name = ofAdmins.get(action.name)
  if (!from || name === undefined) return
  await noteDone(db, { server, adminId: from.id }, { action: name, detail: action.values.join(' ') })
}

/** On a screen about another chat: only what such a screen has. */
async function onTapThere(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  { chatId, action }: { chatId: number; action: Action },
): Promise<void> {
  if (!isManaging(action)) return
  const there = await thereOf(ctx, needs, here, chatId)
  if (there) return act(ctx, needs, there, action)
  await send(ctx, { lines: [[texts[here.language].groups.notYours]], buttons: [] }, here.language)
}
