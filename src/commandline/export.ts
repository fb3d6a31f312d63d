// `khabar export`: statements with their sources, for a table, a script or a bibliography; or, with --all, the whole state.

import { stringify } from 'csv-stringify/sync'
import { aboutness, readTopic, termsOf } from '../answers/topic.ts'
import { findPeople } from '../answers/people.ts'
import { anyOf } from '../articles/terms.ts'
import type { Db } from '../database/database.ts'
import { OutsideError, UsageError } from '../errors.ts'
import { fold } from '../language/normalise.ts'
import { anything, listStatements, type Said } from '../statements/store.ts'
import { choice, type Command, textOption, using, type Words } from './command.ts'
import { print } from './lines.ts'
import { exportAll } from './state.ts'

const formats = ['csv', 'jsonl', 'bibtex'] as const

export const exporting: Command = {
  name: 'export',
  usage:
    '[--person NAME] [--about TOPIC] [--from DAY] [--to DAY] [--outlet NAME] --format csv|jsonl|bibtex   or   --all [--out FILE]',
  options: {
    all: { type: 'boolean' },
    out: { type: 'string' },
    person: { type: 'string' },
    about: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    outlet: { type: 'string' },
    format: { type: 'string' },
  },
  run: async (words, program) => {
    const format = choice(words, 'format', formats)
    const isAll = words.values['all'] === true
    if (words.positionals.length > 0 || isAll === (format !== undefined) || (isAll && hasFilter(words)))
      throw new UsageError(`Usage: khabar export ${exporting.usage}`)
    if (format === undefined) return exportAll(words, program)
    const days = { from: dayOf(words, 'from'), to: dayOf(words, 'to') }
    return using(program.openStore(), async ({ db }) => {
      const found = await select(db, words, days)
      writers[format](found)
      process.stderr.write(`${found.length} statements\n`)
      return true
    })
  },
}

const hasFilter = (words: Words): boolean =>
  ['person', 'about', 'from', 'to', 'outlet'].some((it) => textOption(words, it) !== undefined)

function dayOf(words: Words, name: 'from' | 'to'): string | null {
  const day = textOption(words, name)
  if (day === undefined) return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))) return day
  throw new UsageError(`--${name} is a day, for example 2026-11-26, not "${day}"`)
}

/** What fits in memory with the articles around it. */
const statementsMax = 20_000
/** Half of what the topic speaks of has to be in the words, as in an answer. */
const aboutMin = 0.5

async function select(
  db: Db,
  words: Words,
  days: { from: string | null; to: string | null },
): Promise<Said[]> {
  const person = textOption(words, 'person')
  const people = person === undefined ? null : await findPeople(db, [person])
  if (people?.length === 0)
    throw new OutsideError(`Nobody who has spoken in the stored articles is known as "${person}"`)
  const aspects = readTopic(textOption(words, 'about') ?? '')
  const about = anyOf(termsOf(aspects).flat()) ?? null
  const outlet = fold(textOption(words, 'outlet') ?? '')
  const wanted = { ...anything, ...days, about, personIds: people?.map((it) => it.personId) ?? null }
  const all = await listStatements(db, wanted, statementsMax)
  if (all.length === statementsMax)
    process.stderr.write(`Only the newest ${statementsMax}: narrow it with --from and --to for the others\n`)
  return all
    .filter((it) => aspects.length === 0 || aboutness(aspects, it.words, it.language) >= aboutMin)
    .filter((it) => outlet === '' || [it.source, it.agency].some((name) => fold(name ?? '').includes(outlet)))
}

const columns: Readonly<Record<string, (said: Said) => unknown>> = {
  id: (it) => it.id,
  utteranceId: (it) => it.utteranceId,
  person: (it) => it.person,
  speaker: (it) => it.speaker,
  role: (it) => it.role,
  verb: (it) => it.verb,
  verbClass: (it) => it.verbClass,
  form: (it) => it.form,
  text: (it) => it.words,
  quotes: (it) => it.quotes,
  language: (it) => it.language,
  date: (it) => it.publishedAt,
  source: (it) => it.source,
  agency: (it) => it.agency,
  title: (it) => it.title,
  url: (it) => it.url,
  articleId: (it) => it.articleId,
  externalId: (it) => it.externalId,
  in: (it) => it.in,
  start: (it) => it.start,
  end: (it) => it.end,
}

const rowOf = (said: Said) =>
  Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, of(said)]))

const writers: Readonly<Record<(typeof formats)[number], (found: readonly Said[]) => void>> = {
  jsonl: (found) => found.forEach((it) => print(rowOf(it))),
  csv: (found) => {
    const rows = found.map((it) => ({ ...rowOf(it), quotes: placesOf(it.quotes) }))
    // A cell that begins with = would be a formula of whoever wrote the article.
    process.stdout.write(
      stringify(rows, { header: true, columns: Object.keys(columns), escape_formulas: true }),
    )
  },
  bibtex: (found) => found.forEach((it) => print(bibliographyOf(it))),
}

const placesOf = (quotes: Said['quotes']): string =>
  quotes.map(({ start, end }) => `${start}-${end}`).join(' ')

/** An entry of BibTeX: the article as the source, the words and how they are told in the note. */
function bibliographyOf(said: Said): string {
  const [year, month, day] = (said.publishedAt ?? '').slice(0, 10).split('-')
  const words = said.form === 'direct' ? `“${said.words}”` : said.words
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['author', said.source ?? said.agency],
    ['title', said.title],
    ['year', year],
    ['month', month],
    ['day', day],
    ['url', said.url],
    ['language', said.language],
    ['note', `${said.person ?? said.speaker} ${said.verb}: ${words}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${texSafe(value)}},`] : []))
  return `@misc{khabar-${said.id},\n${lines.join('\n')}\n}\n`
}

/** Characters that mean something to TeX, as themselves; braces must stay balanced. */
const texSafe = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\{}]/g, ' ')
    .replaceAll(/([#$%&_])/g, '\\$1')
