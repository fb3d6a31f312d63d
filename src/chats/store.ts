// Chats, and what our messages show. A chat belongs to one server.

import { z } from 'zod'
import { Lead } from '../answers/lead-form.ts'
import type { Database, Db } from '../database/database.ts'

export const Server = z.enum(['telegram', 'playground'])
export type Server = z.infer<typeof Server>
export type ChatKey = { server: Server; chatId: number }

const Id = z.object({ id: z.number() })
const Chat = z.object({
  language: z.enum(['ar', 'en']).nullable(),
  /** Where its reader lives, as far as we were told. */
  zone: z.string().nullable(),
  retired: z.boolean(),
})
export type Chat = z.infer<typeof Chat>

/** Notes that a chat was heard from (and so can be sent to again), and answers its settings. */
export async function meetChat(
  db: Db,
  { server, chatId }: ChatKey,
  { kind, title }: { kind: string; /** As a group or channel calls itself. */ title: string | null },
): Promise<Chat> {
  return Chat.parse(
    await db.first(Chat)`
      insert into chats (server, chat_id, kind, title) values (${server}, ${chatId}, ${kind}, ${title})
      on conflict (server, chat_id) do update set last_seen_at = now(), title = excluded.title, retired_at = null, retired_because = null
      returning language, zone, retired_at is not null as retired`,
  )
}

/** The language of a chat; English for one that is not known or has not chosen. */
export async function findLanguage(db: Db, { server, chatId }: ChatKey): Promise<'ar' | 'en'> {
  const row = await db.first(z.object({ language: z.enum(['ar', 'en']).nullable() }))`
    select language from chats where server = ${server} and chat_id = ${chatId}`
  return row?.language ?? 'en'
}

/** The time zone of a chat, as far as we were told. */
export async function findZone(db: Db, { server, chatId }: ChatKey): Promise<string | null> {
  const row = await db.first(z.object({ zone: z.string().nullable() }))`
    select zone from chats where server = ${server} and chat_id = ${chatId}`
  return row?.zone ?? null
}

export function setLanguage(db: Db, { server, chatId }: ChatKey, language: 'ar' | 'en'): Promise<number> {
  return db.write`update chats set language = ${language} where server = ${server} and chat_id = ${chatId}`
}

/** The forum's topic that what comes by itself goes to; null for none. */
export function setThread(db: Db, { server, chatId }: ChatKey, threadId: number | null): Promise<number> {
  return db.write`
    update chats set thread_id = ${threadId}
    where server = ${server} and chat_id = ${chatId} and thread_id is distinct from ${threadId}::int`
}

/**
 * A group has become a supergroup: everything of it goes by its new number. What the new number has already been heard of with is given up for it;
 * nothing happens the second time.
 */
export async function moveChat(db: Database, { server, chatId }: ChatKey, toId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const old = await tx.first(Id)`
      select 1 as id from chats where server = ${server} and chat_id = ${chatId} for update`
    if (!old) return
    await tx.write`delete from chats where server = ${server} and chat_id = ${toId}`
    await tx.write`
      update chats set chat_id = ${toId}, kind = 'supergroup', retired_at = null, retired_because = null
      where server = ${server} and chat_id = ${chatId}`
    await tx.write`
      update bans set user_id = ${toId}
      where server = ${server} and user_id = ${chatId}
        and not exists (select from bans known where known.server = ${server} and known.user_id = ${toId})`
    await tx.write`
      update spending set asker = ${`${server}:${toId}`} where asker = ${`${server}:${chatId}`}`
  })
}

/** Nothing can be sent there any more. */
export function retireChat(db: Db, { server, chatId }: ChatKey, because: string): Promise<number> {
  return db.write`
    update chats set retired_at = now(), retired_because = ${because} where server = ${server} and chat_id = ${chatId}`
}

/** What is asked is kept for so long, that the buttons under an answer go on working. */
export const answersKeptDays = 180

export function forgetOldAnswers(db: Db): Promise<number> {
  return db.write`delete from answers where asked_at < now() - make_interval(days => ${answersKeptDays})`
}

/** Everything that is kept of a chat, as it stands in the tables. */
export async function readChat(db: Db, { server, chatId }: ChatKey): Promise<unknown> {
  const row = await db.first(z.object({ data: z.unknown() }))`
    select json_build_object(
      'chat', (select to_json(c) from chats c where c.server = ${server} and c.chat_id = ${chatId}),
      'subscriptions', (select coalesce(json_agg(to_json(t)), '[]'::json) from subscriptions t where t.server = ${server} and t.chat_id = ${chatId}),
      'questions', (select coalesce(json_agg(json_build_object('question', t.question, 'asked_at', t.asked_at) order by t.id), '[]'::json)
        from answers t where t.server = ${server} and t.chat_id = ${chatId}),
      'digests', (select coalesce(json_agg(json_build_object('local_date', t.local_date, 'settled_at', t.settled_at) order by t.id), '[]'::json)
        from digests t where t.server = ${server} and t.chat_id = ${chatId}),
      'following', (select coalesce(json_agg(json_build_object('person', p.name, 'added_at', t.added_at) order by t.added_at), '[]'::json)
        from follows t join people p on p.id = t.person_id where t.server = ${server} and t.chat_id = ${chatId}),
      'mistakes', (select coalesce(json_agg(json_build_object('kind', t.kind, 'reported_at', t.reported_at, 'confirmed', t.is_confirmed) order by t.id), '[]'::json)
        from mistakes t where t.server = ${server} and t.chat_id = ${chatId}),
      'links', (select coalesce(json_agg(json_build_object('address', t.address, 'asked_at', t.asked_at) order by t.id), '[]'::json)
        from readings t where t.server = ${server} and t.chat_id = ${chatId}),
      'appointed_at', (select appointed_at from admins t where t.server = ${server} and t.user_id = ${chatId}),
      'let_in_at', (select let_in_at from guests t where t.server = ${server} and t.user_id = ${chatId}),
      'admin_actions', (select count(*) from audit t where t.server = ${server} and t.admin_id = ${chatId}),
      'reloads', (select count(*) from reloads t where t.server = ${server} and t.chat_id = ${chatId}),
      'model_tokens', (select coalesce(sum(tokens), 0) from spending t where t.asker = ${`${server}:${chatId}`})
    ) as data`
  return row?.data
}

/** Deletes a chat with everything that hangs on it; what its questions have cost stays, and nobody's name is on it. */
export async function forgetChat(db: Database, { server, chatId }: ChatKey): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.write`update spending set asker = null where asker = ${`${server}:${chatId}`}`
    // Whose word a channel's digests wait for: nobody's, then.
    await tx.write`update chats set approver_id = null where server = ${server} and approver_id = ${chatId}`
    await tx.write`
      update updates set payload = null, lane = null
      where server = ${server} and handled_at is not null and payload is not null
        and coalesce(payload #>> '{message,chat,id}', payload #>> '{callback_query,message,chat,id}') = ${String(chatId)}`
    await tx.write`delete from chats where server = ${server} and chat_id = ${chatId}`
  })
}

/** Which statements an answer shows: who has seen them is told when they change. */
export function noteStatements(db: Db, id: number, statementIds: readonly number[]): Promise<number> {
  return db.write`update answers set statement_ids = ${statementIds}::bigint[] where id = ${id}`
}

export async function addAnswer(
  db: Db,
  { server, chatId }: ChatKey,
  {
    question,
    language,
    askedBy,
    askedIn,
  }: {
    question: string
    language: 'ar' | 'en'
    askedBy: number | undefined
    /** The message that asks it; none for a button. */
    askedIn?: number | undefined
  },
): Promise<number> {
  return Id.parse(
    await db.first(Id)`
      insert into answers (server, chat_id, question, language, asked_by, asked_in)
      values (${server}, ${chatId}, ${question}, ${language}, ${askedBy ?? null}, ${askedIn ?? null})
      returning id`,
  ).id
}

const AnswerTo = z.object({ id: z.number(), messageId: z.number(), question: z.string() })

/** The newest answer to what somebody asked in a message, where it is shown in one. */
export function findAnswerTo(db: Db, { server, chatId }: ChatKey, askedIn: number) {
  return db.first(AnswerTo)`
    select id, message_id as "messageId", question from answers
    where server = ${server} and chat_id = ${chatId} and asked_in = ${askedIn} and message_id is not null
    order by id desc
    limit 1`
}

const Answer = z.object({ question: z.string(), language: z.enum(['ar', 'en']), lead: Lead.nullable() })

/** Undefined for another chat's answer: a button's data may be forged. */
export function findAnswer(db: Db, { server, chatId }: ChatKey, id: number) {
  return db.first(Answer)`
    select question, language, lead from answers where id = ${id} and server = ${server} and chat_id = ${chatId}`
}

/** The last question of a person in a chat, of the last minutes; what was asked in between by others is theirs. */
export function findLastQuestion(db: Db, { server, chatId }: ChatKey, askedBy: number, minutes: number) {
  return db.first(z.object({ question: z.string() }))`
    select question from answers
    where server = ${server} and chat_id = ${chatId} and asked_by = ${askedBy}
      and asked_at > now() - make_interval(mins => ${minutes})
    order by id desc
    limit 1`
}

/** Which message shows an answer, and in which language: what a model writes later is edited into it. */
export function noteShown(
  db: Db,
  id: number,
  { messageId, language }: { messageId: number; language: 'ar' | 'en' },
) {
  return db.write`update answers set message_id = ${messageId}, shown_language = ${language} where id = ${id}`
}

/** The message shows something else from now on: another page, another language. */
export function noteTurned(db: Db, id: number): Promise<number> {
  return db.write`update answers set turned_at = coalesce(turned_at, now()) where id = ${id}`
}

export function setLead(db: Db, id: number, lead: Lead): Promise<number> {
  return db.write`update answers set lead = ${JSON.stringify(lead)}::jsonb where id = ${id} and lead is null`
}

const ShownAnswer = z.object({
  server: Server,
  chatId: z.number(),
  messageId: z.number(),
  language: z.enum(['ar', 'en']),
  question: z.string(),
  askedAt: z.date(),
  askedBy: z.number().nullable(),
  zone: z.string().nullable(),
  turned: z.boolean(),
  lead: Lead.nullable(),
})

/** An answer with the message that shows it; undefined where none does, or its chat is gone. */
export function findShown(db: Db, id: number) {
  return db.first(ShownAnswer)`
    select a.server, a.chat_id as "chatId", a.message_id as "messageId", a.shown_language as language, a.question,
      a.asked_at as "askedAt", a.asked_by as "askedBy", c.zone, a.turned_at is not null as turned, a.lead
    from answers a join chats c on c.server = a.server and c.chat_id = a.chat_id and c.retired_at is null
    where a.id = ${id} and a.message_id is not null`
}

const Counts = z.object({ chats: z.number(), active: z.number(), questions: z.number() })

export async function countChats(db: Db) {
  return Counts.parse(
    await db.first(Counts)`
      select count(*) as chats, count(*) filter (where last_seen_at > now() - interval '1 day') as active,
        (select count(*) from answers where asked_at > now() - interval '1 day') as questions
      from chats where retired_at is null`,
  )
}

const People = z.object({
  /** Private chats, groups and channels that can be sent to. */
  readers: z.number(),
  groups: z.number(),
  activeToday: z.number(),
  activeThisWeek: z.number(),
  arabic: z.number(),
  english: z.number(),
  subscribed: z.number(),
  /** Chats that have blocked the bot or are gone. */
  retired: z.number(),
  banned: z.number(),
})
export type People = z.infer<typeof People>

/** Who uses the bot, in numbers: nobody's name is known. */
export async function countPeople(db: Db, server: Server): Promise<People> {
  return People.parse(
    await db.first(People)`
      select count(*) filter (where kind = 'private' and retired_at is null)::int as readers,
        count(*) filter (where kind <> 'private' and retired_at is null)::int as groups,
        count(*) filter (where last_seen_at > now() - interval '1 day')::int as "activeToday",
        count(*) filter (where last_seen_at > now() - interval '7 days')::int as "activeThisWeek",
        count(*) filter (where language = 'ar')::int as arabic,
        count(*) filter (where language = 'en')::int as english,
        (select count(distinct chat_id)::int from subscriptions where server = ${server}) as subscribed,
        count(*) filter (where retired_at is not null)::int as retired,
        (select count(*)::int from bans where server = ${server}) as banned
      from chats where server = ${server}`,
  )
}
