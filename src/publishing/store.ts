// How a digest goes out into a group or channel, and whose word it waits for. Every function is one query.

import { z } from 'zod'
import type { ChatKey } from '../chats/store.ts'
import type { Db } from '../database/database.ts'

const Publishing = z.object({
  title: z.string().nullable(),
  isSilent: z.boolean(),
  isPinned: z.boolean(),
  /** The message of the last digest that was pinned. */
  pinnedMessageId: z.number().nullable(),
  footer: z.string().nullable(),
  /** Who is shown a digest first; null: nobody. */
  approverId: z.number().nullable(),
})
export type Publishing = z.infer<typeof Publishing>

/** Undefined for private chats, and for one that is not known. */
export function findPublishing(db: Db, { server, chatId }: ChatKey) {
  return db.first(Publishing)`
    select title, is_silent as "isSilent", is_pinned as "isPinned", pinned_message_id as "pinnedMessageId", footer, approver_id as "approverId"
    from chats where server = ${server} and chat_id = ${chatId} and kind <> 'private'`
}

/** What is undefined stays as it is. */
export function setPublishing(
  db: Db,
  { server, chatId }: ChatKey,
  wanted: Partial<Pick<Publishing, 'isSilent' | 'isPinned' | 'footer' | 'approverId'>>,
): Promise<number> {
  const { isSilent = null, isPinned = null, footer = null, approverId = null } = wanted
  return db.write`
    update chats set is_silent = coalesce(${isSilent}::boolean, is_silent), is_pinned = coalesce(${isPinned}::boolean, is_pinned),
      footer = case when ${'footer' in wanted} then ${footer} else footer end,
      approver_id = case when ${'approverId' in wanted} then ${approverId}::bigint else approver_id end
    where server = ${server} and chat_id = ${chatId} and kind <> 'private'`
}

export function notePinned(db: Db, { server, chatId }: ChatKey, messageId: number): Promise<number> {
  return db.write`
    update chats set pinned_message_id = ${messageId} where server = ${server} and chat_id = ${chatId}`
}

const Approval = z.object({ isAsked: z.boolean(), isApproved: z.boolean() })

export function findApproval(db: Db, digestId: number) {
  return db.first(Approval)`
    select asked_at is not null as "isAsked", approved_at is not null as "isApproved" from digests where id = ${digestId}`
}

/** Its approver has been shown it. */
export function noteAsked(db: Db, digestId: number): Promise<number> {
  return db.write`update digests set asked_at = coalesce(asked_at, now()) where id = ${digestId}`
}

/** Of digests that wait for a word only the newest does: what an older one tells is old. Of those that come at once each has its own news. */
export function giveUpOlder(db: Db, { server, chatId }: ChatKey, digestId: number): Promise<number> {
  return db.write`
    update digests set settled_at = now(), failure = 'a later digest took its place'
    where server = ${server} and chat_id = ${chatId} and id < ${digestId} and not at_once
      and settled_at is null and asked_at is not null and approved_at is null`
}

/** True for the word that was said first; false for one that is sent or given up already. */
export async function approve(db: Db, digestId: number): Promise<boolean> {
  return (
    (await db.write`
      update digests set approved_at = now()
      where id = ${digestId} and settled_at is null and approved_at is null`) === 1
  )
}

/** An article that its approver wants left out; nothing once it is approved. */
export function leaveOut(db: Db, digestId: number, articleId: number): Promise<number> {
  return db.write`
    update digests set content = jsonb_set(content, '{articles}', (
      select coalesce(jsonb_agg(it order by place), '[]'::jsonb)
      from jsonb_array_elements(content -> 'articles') with ordinality as listed (it, place)
      where it::bigint <> ${articleId}))
    where id = ${digestId} and settled_at is null and approved_at is null`
}
