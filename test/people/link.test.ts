// Who is who in the store: one man stays one man whatever an article calls him, and two of a surname stay two.

import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { linkPeople, linkPerson } from '../../src/people/link.ts'
import { listNames, listRoles, noteRoles } from '../../src/people/store.ts'
import { useDatabase } from '../support/database.ts'

const db = await useDatabase()
beforeEach(() => db.write`delete from people`)

async function spellings(id: number | undefined): Promise<string[]> {
  const names = await listNames(db, id === undefined ? [] : [id])
  return names.map((it) => it.name).toSorted()
}

/** Links the names one after the other, as articles come in; the ids as they stand in the end. */
async function met(...named: (string | [name: string, role: string])[]): Promise<(number | undefined)[]> {
  const written = named.map((it) =>
    typeof it === 'string' ? { name: it, role: null } : { name: it[0], role: it[1] },
  )
  for (const { name, role } of written) await linkPerson(db, name, role)
  const ids = []
  for (const { name, role } of written) ids.push(await linkPerson(db, name, role))
  return ids
}

const people = (ids: readonly (number | undefined)[]): number => new Set(ids).size

describe('one man', () => {
  test.each([
    [['بيسكوف', 'دميتري بيسكوف']],
    [['دميتري بيسكوف', 'بيسكوف']],
    [['Peskov', 'دميتري بيسكوف', 'Песков']],
    [['بيسكوف', 'Peskov', 'Dmitry Peskov', 'دميتري بيسكوف', 'Песков']],
    [['القندلاوي', 'Salim al-Qandalawi', 'سليم القندلاوي']],
    [['Qandalawi', 'سليم القندلاوي']],
    [['السيسي', 'عبد الفتاح السيسي', 'al-Sisi']],
    [['لو بان', 'مارين لوبان', 'Le Pen']],
    [['عباس', 'محمود عباس']],
    [['Zdeněk Vránovský', 'Vranovsky', 'فرانوفسكي']],
  ])('%j', async (names) => {
    const ids = await met(...names)
    expect(people(ids)).toBe(1)
    expect(await spellings(ids[0])).toEqual([...new Set(names)].toSorted())
  })

  test('goes by the fullest name', async () => {
    await met('بيسكوف', 'دميتري بيسكوف')
    const [id] = await met('بيسكوف')
    expect((await listNames(db, [id ?? 0]))[0]?.fullest).toBe('دميتري بيسكوف')
  })

  test('keeps the number that he was first known by', async () => {
    const first = await linkPerson(db, 'Peskov')
    await linkPerson(db, 'Harald Trondheim')
    expect(await linkPerson(db, 'دميتري بيسكوف')).toBe(first)
  })

  test('keeps the words that he spoke under the surname', async () => {
    await storeRole('Trondheim', 'minister')
    const id = await linkPerson(db, 'Harald Trondheim')
    expect(await listRoles(db, [id ?? 0], 5)).toEqual([
      { personId: id, role: 'minister', from: null, to: null },
    ])
  })

  test('has roles in two languages', async () => {
    const ids = await met(['بيسكوف', 'المتحدث باسم الكرملين'], ['Dmitry Peskov', 'Kremlin spokesman'])
    expect(people(ids)).toBe(1)
  })

  test('is one in one article, whatever stands first', async () => {
    const ids = await linkPeople(db, [
      { name: 'القندلاوي', role: null },
      { name: 'سليم القندلاوي', role: null },
    ])
    expect(people([...ids.values()])).toBe(1)
  })
})

describe('two people', () => {
  test.each([
    [['سليم القندلاوي', 'نوال القندلاوي']],
    [['Hunter Biden', 'Joe Biden']],
    [['سليم القندلاوي', 'Nawal al-Qandalawi']],
    [['محمد بن سلمان', 'سلمان']],
  ])('%j', async (names) => expect(people(await met(...names))).toBe(names.length))

  test('a bare surname that two have is neither', async () => {
    const ids = await met('سليم القندلاوي', 'نوال القندلاوي', 'القندلاوي')
    expect(people(ids)).toBe(3)
  })

  test('a bare surname stays by itself when its role is another', async () => {
    await storeRole('هارالد تروندهايم', 'وزير النقل التشيكي')
    const ids = await met('هارالد تروندهايم', ['تروندهايم', 'المتحدث باسم الكرملين'])
    expect(people(ids)).toBe(2)
  })

  test('a full name does not take a bare surname of another role', async () => {
    await storeRole('تروندهايم', 'المتحدث باسم الكرملين')
    await storeRole('Harald Trondheim', 'Czech transport minister')
    expect(people(await met('تروندهايم', 'Harald Trondheim'))).toBe(2)
  })

  test('of two with the surname the role tells', async () => {
    await storeRole('سليم القندلاوي', 'وزير النقل')
    await storeRole('نوال القندلاوي', 'المتحدثة باسم الكرملين')
    const [man, woman, minister] = await met('سليم القندلاوي', 'نوال القندلاوي', ['القندلاوي', 'وزير النقل'])
    expect(minister).toBe(man)
    expect(minister).not.toBe(woman)
  })
})

test('what is no name becomes nobody', async () => {
  expect(await linkPerson(db, 'تصريحات بوتين')).toBeUndefined()
  expect([...(await linkPeople(db, [{ name: 'كوربن تريزا ماي', role: null }])).keys()]).toEqual([])
})

/** An article in which somebody of this name speaks in this role. */
async function storeRole(name: string, role: string): Promise<void> {
  const personId = await linkPerson(db, name, role)
  const stored = await db.first(z.object({ revisionId: z.number() }))`
    with article as (insert into articles (language) values ('ar') returning id),
      revision as (
        insert into revisions (article_id, title, text, content_hash, terms)
        select id, 'عنوان', 'نص', ${`${name} ${role} ${Math.random()}`}, ''::tsvector from article returning id
      ),
      statement as (
        insert into statements (revision_id, ordinal, speaker, role, verb, verb_class, form, place, start_at, end_at, words, quotes, via, adjuncts)
        select id, 0, ${name}, ${role}, 'قال', 'say', 'direct', 'text', 0, 2, 'نص', '[]', '{}', '[]' from revision returning id
      )
    insert into statement_people (statement_id, person_id) select id, ${personId ?? 0} from statement
    returning (select id from revision) as "revisionId"`
  await noteRoles(db, stored?.revisionId ?? 0)
}
