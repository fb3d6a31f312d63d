// People in Postgres: one row a person, one a spelling. Who is who is decided by the caller (see people/link.ts).

import { z } from 'zod'
import type { Db } from '../database/database.ts'

const Known = z.object({ personId: z.number(), name: z.string(), fullest: z.string() })
export type Known = z.infer<typeof Known>

/** Spellings that share a blocking key with a name, in any script: the only ones worth comparing; those that share most come first. */
export async function findByKeys(db: Db, wanted: Wanted, limit: number): Promise<Known[]> {
  return (await findByKeysOfAll(db, [wanted], limit)).map(({ personId, name, fullest }) => ({
    personId,
    name,
    fullest,
  }))
}

export type Wanted = { keys: readonly string[]; folded: string }
const KnownAt = Known.extend({ at: z.number() })

/** The same for several names, `at` being a name's place among them; `limit` holds for each. */
export function findByKeysOfAll(db: Db, wanted: readonly Wanted[], limit: number) {
  const rows = wanted.map((it, at) => ({ ...it, at }))
  return db.many(KnownAt)`
    select q.at, near.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as q (at int, folded text, keys text[])
    cross join lateral (
      select n.person_id as "personId", n.name, p.name as fullest
      from person_names n join people p on p.id = n.person_id
      where n.keys && q.keys
      order by n.folded = q.folded desc, cardinality(array(select unnest(n.keys) intersect select unnest(q.keys))) desc,
        n.person_id, n.folded
      limit ${limit}) as near`
}

const Role = z.object({
  personId: z.number(),
  role: z.string(),
  /** The days of the first and the newest article that call the person so; null where none is dated. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
})

export type Role = z.infer<typeof Role>

/** What articles call these people and when, the newest first. */
export function listRoles(db: Db, personIds: readonly number[], limitEach: number) {
  return db.many(Role)`
    select "personId", role, "from", "to" from (
      select person_id as "personId", role, first_on as "from", last_on as "to",
        row_number() over (partition by person_id order by last_on desc nulls last, last_statement_id desc) as place
      from person_roles where person_id = any(${personIds}::bigint[])
    ) as roles
    where place <= ${limitEach}
    order by "personId", place`
}

/** Counts in the roles of a revision's speakers; of a joint statement it is not told whose the role is. Once a revision. */
export function noteRoles(db: Db, revisionId: number): Promise<number> {
  return db.write`
    insert into person_roles as known (person_id, role, first_on, last_on, statements, last_statement_id)
    select sp.person_id, s.role, min(a.published_on), max(a.published_on), count(distinct s.id), max(s.id)
    from (
      select statement_id, min(person_id) as person_id from statement_people
      where statement_id in (select id from statements where revision_id = ${revisionId})
      group by statement_id having count(*) = 1
    ) as sp
    join statements s on s.id = sp.statement_id and s.role is not null
    join revisions r on r.id = s.revision_id
    join articles a on a.id = r.article_id
    group by sp.person_id, s.role
    on conflict (person_id, role) do update set
      first_on = least(known.first_on, excluded.first_on), last_on = greatest(known.last_on, excluded.last_on),
      statements = known.statements + excluded.statements,
      last_statement_id = greatest(known.last_statement_id, excluded.last_statement_id)`
}

/** All spellings of these people. */
export function listNames(db: Db, personIds: readonly number[]) {
  return db.many(Known)`
    select n.person_id as "personId", n.name, p.name as fullest
    from person_names n join people p on p.id = n.person_id
    where n.person_id = any(${personIds}::bigint[])
    order by n.person_id, length(n.name) desc, n.name`
}

/** Held until the transaction ends: two workers that meet a new name at once must not make two people of one. */
export async function lockPeople(db: Db): Promise<void> {
  await db.write`select pg_advisory_xact_lock(hashtext('khabar:people'))`
}

const Id = z.object({ id: z.number() })

export async function addPerson(db: Db, name: string, gender: 'm' | 'f' | null): Promise<number> {
  return Id.parse(
    await db.first(Id)`insert into people (name, gender) values (${name}, ${gender}) returning id`,
  ).id
}

export function addName(
  db: Db,
  {
    personId,
    name,
    folded,
    keys,
  }: { personId: number; name: string; folded: string; keys: readonly string[] },
): Promise<number> {
  return db.write`
    insert into person_names (person_id, name, folded, keys) values (${personId}, ${name}, ${folded}, ${keys}::text[])
    on conflict do nothing`
}

/** A fuller form of the name was met: from now on the person goes by it. */
export function renamePerson(db: Db, personId: number, name: string): Promise<number> {
  return db.write`update people set name = ${name} where id = ${personId}`
}

/** Two rows turn out to be one person: spellings and statements move, and the first row goes. */
export function mergePeople(db: Db, from: number, into: number): Promise<number> {
  return db.write`
    with names as (
      insert into person_names (person_id, name, folded, keys)
      select ${into}, name, folded, keys from person_names where person_id = ${from}
      on conflict do nothing
    ), said as (
      insert into statement_people (statement_id, person_id, published_order, is_shown)
      select statement_id, ${into}, published_order, is_shown from statement_people where person_id = ${from}
      on conflict do nothing
    ), marked as (
      update statements set terms = ts_delete(terms, '@' || ${from}::bigint) || array_to_tsvector(array['@' || ${into}::bigint])
      where id in (select statement_id from statement_people where person_id = ${from})
    ), followed as (
      insert into follows (server, chat_id, person_id, since_id, added_at)
      select server, chat_id, ${into}, since_id, added_at from follows where person_id = ${from}
      on conflict do nothing
    ), subscribed as (
      insert into subscriptions (server, chat_id, topic)
      select server, chat_id, 'person:' || ${into}::bigint from subscriptions where topic = 'person:' || ${from}::bigint
      on conflict do nothing
    ), unsubscribed as (
      delete from subscriptions where topic = 'person:' || ${from}::bigint
    ), roles as (
      insert into person_roles as known (person_id, role, first_on, last_on, statements, last_statement_id)
      select ${into}, role, first_on, last_on, statements, last_statement_id from person_roles where person_id = ${from}
      on conflict (person_id, role) do update set
        first_on = least(known.first_on, excluded.first_on), last_on = greatest(known.last_on, excluded.last_on),
        statements = known.statements + excluded.statements,
        last_statement_id = greatest(known.last_statement_id, excluded.last_statement_id)
    ), apart as (
      insert into people_apart (person_id, other_id)
      select least(${into}::bigint, other), greatest(${into}::bigint, other)
      from (select case when person_id = ${from} then other_id else person_id end as other
        from people_apart where person_id = ${from} or other_id = ${from}) as others
      where other <> ${into}
      on conflict do nothing
    ), kept as (
      update people set gender = coalesce(gender, (select gender from people where id = ${from})) where id = ${into}
    )
    delete from people where id = ${from}`
}

const Apart = z.object({ personId: z.number(), otherId: z.number() })

/** Those of these people who are known not to be another of them, both ways round. */
export function listApart(db: Db, personIds: readonly number[]) {
  return db.many(Apart)`
    select a.person_id as "personId", a.other_id as "otherId" from people_apart a
    where a.person_id = any(${personIds}::bigint[]) and a.other_id = any(${personIds}::bigint[])
    union all
    select a.other_id, a.person_id from people_apart a
    where a.person_id = any(${personIds}::bigint[]) and a.other_id = any(${personIds}::bigint[])`
}

const Written = z.object({ person: z.string() })

/** The names by which articles call the speaker of this person's statements. */
export function listWrittenNames(db: Db, personId: number) {
  return db.many(Written)`
    select distinct s.person from statement_people sp join statements s on s.id = sp.statement_id
    where sp.person_id = ${personId} and s.person is not null`
}

type Split = { from: number; into: number; folded: string; written: readonly string[] }

/**
 * One row turns out to be two people: a spelling moves to the second with the statements that were made under it, and the two are never taken for
 * one again. Answers how many statements moved. Roles are counted anew by the caller (see recountRoles).
 */
export async function splitPerson(db: Db, { from, into, folded, written }: Split): Promise<number> {
  await db.write`
    insert into people_apart (person_id, other_id)
    values (${Math.min(from, into)}, ${Math.max(from, into)}) on conflict do nothing`
  await db.write`update person_names set person_id = ${into} where person_id = ${from} and folded = ${folded}`
  const moved = await db.write`
    update statement_people sp set person_id = ${into}
    from statements s
    where s.id = sp.statement_id and sp.person_id = ${from} and s.person = any(${written}::text[])`
  await db.write`
    update statements set terms = ts_delete(terms, '@' || ${from}::bigint) || array_to_tsvector(array['@' || ${into}::bigint])
    where terms @@ ${`'@${from}'`}::tsquery and id in (select statement_id from statement_people where person_id = ${into})`
  // What the one said is no report of what the other said.
  await db.write`
    update statements s set utterance_id = null
    from statement_people own, statement_people first
    where own.statement_id = s.id and first.statement_id = s.utterance_id
      and (own.person_id, first.person_id) in ((${from}, ${into}), (${into}, ${from}))`
  return moved
}

/** What articles call these people, from all that they have said. */
export async function recountRoles(db: Db, personIds: readonly number[]): Promise<void> {
  await db.write`delete from person_roles where person_id = any(${personIds}::bigint[])`
  await db.write`
    insert into person_roles (person_id, role, first_on, last_on, statements, last_statement_id)
    select sp.person_id, s.role, min(a.published_on), max(a.published_on), count(*), max(s.id)
    from statement_people sp
    join statements s on s.id = sp.statement_id and s.role is not null
    join revisions r on r.id = s.revision_id
    join articles a on a.id = r.article_id
    where sp.person_id = any(${personIds}::bigint[])
      and (select count(*) from statement_people others where others.statement_id = s.id) = 1
    group by sp.person_id, s.role`
}
