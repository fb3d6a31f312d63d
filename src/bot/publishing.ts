// What the admin of a group or channel says about its digests: how they go out, and whether one does.

import type { Context } from 'telegraf'
import type { Action, ApprovalAction } from '../answers/action.ts'
import { readGathered } from '../digests/gather.ts'
import { findDigest, settleDigest, type StoredDigest } from '../digests/store.ts'
import { readSubscriptions } from '../subscriptions/schedule.ts'
import { approvalScreen } from '../publishing/screen.ts'
import { approve, findPublishing, leaveOut, setPublishing } from '../publishing/store.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, edit, type Here, sendLine } from './chat.ts'
import { subscriptionsScreen } from './digest-screens.ts'
import { mayManage } from './managing.ts'

const footerCharsMax = 200

/** `/channel @name footer WORDS`; without words there is none any more. */
export async function setFooter(
  ctx: Context,
  { db }: BotNeeds,
  { key, language }: Here,
  words: string,
): Promise<void> {
  const t = texts[language].publishing
  const footer = words.slice(0, footerCharsMax)
  await setPublishing(db, key, { footer: footer === '' ? null : footer })
  await sendLine(ctx, footer === '' ? t.noFooter : t.footer(footer), language)
}

/** Without a sound, pinned, only after the word of whoever taps: what a button of the subscriptions' screen turns. */
export async function setHowPublished(
  ctx: Context,
  { db }: BotNeeds,
  { key, language }: Here,
  { name, values: [wanted] }: Extract<Action, { name: 'silent' | 'pin' | 'approval' }>,
): Promise<void> {
  const isWanted = wanted === 1
  if (name === 'silent') await setPublishing(db, key, { isSilent: isWanted })
  else if (name === 'pin') await setPublishing(db, key, { isPinned: isWanted })
  else await setPublishing(db, key, { approverId: isWanted ? (ctx.from?.id ?? null) : null })
  await edit(ctx, subscriptionsScreen(await readSubscriptions(db, key), language), language)
}

/** The word of whoever was shown a digest: publish it, throw it away, leave an article out. Rights are asked of Telegram again. */
export async function actOnApproval(
  ctx: Context,
  needs: BotNeeds,
  { language }: Here,
  action: ApprovalAction,
): Promise<void> {
  const { db, server, enqueue } = needs
  const t = texts[language].publishing
  const [digestId] = action.values
  const digest = await findDigest(db, digestId)
  const tell = (line: string) => edit(ctx, { lines: [[line]], buttons: [] }, language)
  if (digest?.server !== server || !(await mayManage(ctx, digest)))
    return sendLine(ctx, texts[language].groups.notYours, language)
  if (action.name === 'leaveout') {
    await leaveOut(db, digestId, action.values[1])
    return showAgain(ctx, needs, digest, language)
  }
  if (action.name === 'unpublish') {
    const settled = await settleDigest(db, digestId, 'not approved')
    return tell(settled === 1 ? t.discarded : t.settled)
  }
  if (!(await approve(db, digestId))) return tell(t.settled)
  await enqueue('deliver', { server, digestId }, `digest-${digestId}-approved`)
  await tell(t.published)
}

async function showAgain(
  ctx: Context,
  { db }: BotNeeds,
  { id, server, chatId }: StoredDigest,
  language: Here['language'],
): Promise<void> {
  const digest = await findDigest(db, id)
  if (!digest || digest.settled) return
  const title = (await findPublishing(db, { server, chatId }))?.title ?? String(chatId)
  const screen = approvalScreen(digest, await readGathered(db, digest), { title, language })
  await edit(ctx, screen, language)
}
