// People in Postgres: one row a person, one a spelling. Who is who is decided by the caller (see people/link.ts).

import { z } from 'zod'
import type { Db } from '../database/database.ts'

const Known = z.object({ personId: z.number(), name: z.string(), fullest: z.string() })
export type Known = z.infer<typeof Known>

/** Spellings that share a blocking key with a name, in any script: the only ones worth comparing; those that share most come first. */
export function findByKeys(
  db: Db,
  { keys, folded }: { keys: readonly string[]; folded: string },
  limit: number,
) {
  return db.many(Known)`
    select n.person_id as "personId", n.name, p.name as fullest
    from person_names n join people p on p.id = n.person_id
    where n.keys && ${keys}::text[]
    order by n.folded = ${folded} desc, cardinality(array(select unnest(n.keys) intersect select unnest(${keys}::text[]))) desc,
      n.person_id, n.folded
    limit ${limit}`
}

const Role = z.object({ personId: z.number(), role: z.string() })

/** What articles call these people, the newest first. */
export function listRoles(db: Db, personIds: readonly number[], limitEach: number) {
  return db.many(Role)`
    select "personId", role from (
      select sp.person_id as "personId", s.role, row_number() over (partition by sp.person_id order by max(s.id) desc) as place
      from statement_people sp join statements s on s.id = sp.statement_id
      where sp.person_id = any(${personIds}::bigint[]) and s.role is not null
      group by sp.person_id, s.role
    ) as roles
    where place <= ${limitEach}
    order by "personId", place`
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
      insert into statement_people (statement_id, person_id)
      select statement_id, ${into} from statement_people where person_id = ${from}
      on conflict do nothing
    ), followed as (
      insert into follows (server, chat_id, person_id, since_id, added_at)
      select server, chat_id, ${into}, since_id, added_at from follows where person_id = ${from}
      on conflict do nothing
    ), kept as (
      update people set gender = coalesce(gender, (select gender from people where id = ${from})) where id = ${into}
    )
    delete from people where id = ${from}`
}
