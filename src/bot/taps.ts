// A tapped button: whether it may be followed, in which chat, and what it asks for.

import type { CallbackQuery } from 'telegraf/types'
import type { Context } from 'telegraf'
import {
  type Action,
  type ApprovalAction,
  type DigestAction,
  isApprovalAction,
  isDigestAction,
  isManaging,
  unpackFor,
} from '../answers/action.ts'
import { setLanguage } from '../chats/store.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, edit, type Here, sendLine } from './chat.ts'
import { mayManage, noteThread, enterTapped } from './managing.ts'
import { actOnQueue } from './admin.ts'
import { noteAdmin } from './audit.ts'
import { actOnBroadcast } from './broadcasts.ts'
import { actOnDigest } from './digests.ts'
import { setFollowed, showFollowed } from './following.ts'
import { askKind, report, settle } from './mistakes.ts'
import { forgetNow } from './privacy.ts'
import { actOnApproval, setHowPublished } from './publishing.ts'
import { again, askFor, latest, showArticle, showStatement, sources } from './questions.ts'

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
  const done = here.isAdmin ? ofAdmins.get(action.name) : undefined
  if (done !== undefined) await noteAdmin(ctx, needs, { action: done, detail: action.values.join(' ') })
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
  ['sendall', 'broadcast send'],
  ['stopall', 'broadcast stop'],
  ['mv', 'mistake settle'],
])

/** On a screen about another chat: only what such a screen has. */
async function onTapThere(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  { chatId, action }: { chatId: number; action: Action },
): Promise<void> {
  if (!isManaging(action)) return
  const there = await enterTapped(ctx, needs, here, chatId)
  if (there) return act(ctx, needs, there, action)
  await sendLine(ctx, texts[here.language].groups.notYours, here.language)
}

/** What a button, or a link into the chat, asks for. */
export function act(ctx: Context, needs: BotNeeds, here: Here, action: Action): Promise<void> {
  if (isDigestAction(action)) return actOnDigest(ctx, needs, here, action)
  if (isApprovalAction(action)) return actOnApproval(ctx, needs, here, action)
  return actOnOther(ctx, needs, here, action)
}

type Other = Exclude<Action, DigestAction | ApprovalAction>

// oxlint-disable-next-line complexity -- a table: a line a button
async function actOnOther(ctx: Context, needs: BotNeeds, here: Here, action: Other): Promise<void> {
  switch (action.name) {
    case 'a':
      return again(ctx, needs, here, action.values)
    case 'q':
      return askFor(ctx, needs, here, action.values[0])
    case 'p':
    case 'c':
    case 's':
      return showStatement(ctx, needs, here, action)
    case 'n':
      return latest(ctx, needs, here, action.values[0])
    case 'r':
      return showArticle(ctx, needs, here, action.values[0])
    case 'sources':
      return sources(ctx, needs, here)
    case 'f':
      return setFollowed(ctx, needs, here, action.values)
    case 'followed':
      return showFollowed(ctx, needs, here)
    case 'silent':
    case 'pin':
    case 'approval':
      return setHowPublished(ctx, needs, here, action)
    case 'm':
      return askKind(ctx, needs, here, action.values[0])
    case 'mk':
      return report(ctx, needs, here, action.values)
    case 'mv':
      return settle(ctx, needs, here, action.values)
    case 'queue':
    case 'retry':
      return actOnQueue(ctx, needs, here, action.name)
    case 'sendall':
    case 'stopall':
      return actOnBroadcast(ctx, needs, here, { name: action.name, id: action.values[0] })
    case 'forget':
      return forgetNow(ctx, needs, here)
    case 'lang':
      await setLanguage(needs.db, here.key, action.values[0])
      return edit(ctx, { lines: [[texts[action.values[0]].languageSet]], buttons: [] }, action.values[0])
  }
}
