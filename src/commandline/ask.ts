// Questions to the store: ask, search, people. The same engine as the chat, with the parts of the answer as data.

import { z } from 'zod'
import { type Answer, answer, fromTheStart, type Shown } from '../answers/answer.ts'
import type { Lead } from '../answers/lead-form.ts'
import { displayName, roleOf } from '../answers/statement-lines.ts'
import type { Found } from '../answers/find.ts'
import { countStatements } from '../speakers/store.ts'
import { findPeople } from '../answers/people.ts'
import type { Question } from '../answers/question.ts'
import { searchForArticles } from '../articles/search.ts'
import type { Db } from '../database/database.ts'
import { OutsideError } from '../errors.ts'
import type { Llm } from '../llm/client.ts'
import type { Said } from '../statements/store.ts'
import { compose, withoutMarks } from '../texts/message.ts'
import {
  choice,
  type Command,
  countOption,
  misuse,
  type Program,
  textOption,
  using,
  wantsLines,
  type Words,
} from './command.ts'
import { answerLines, print } from './lines.ts'
import { readMoment } from './moment.ts'

const QuestionLine = z.object({ question: z.string('must be a string') })
const QueryLine = z.object({ query: z.string('must be a string') })

export const ask: Command = {
  name: 'ask',
  usage:
    'QUESTION [--lang ar|en] [--json] [--now ISO] [--zone Z] [--week-start sat|sun|mon]   or   --jsonl < lines of {"id","question"}',
  options: {
    json: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    lang: { type: 'string' },
    now: { type: 'string' },
    zone: { type: 'string' },
    'week-start': { type: 'string' },
  },
  run: async (words, program) => {
    const settings = readSettings(words, program)
    const asLines = wantsLines(words, ask)
    const text = words.positionals.join(' ')
    if (!asLines && text.trim() === '') throw misuse(ask)
    return using(program.openStore(), async (store) => {
      const needs = { db: store.db, llm: await store.openModel() }
      if (asLines)
        return answerLines(process.stdin, QuestionLine, ({ question }) =>
          answerAsData(needs, question, settings),
        )
      const result = await answerAsData(needs, text, settings)
      print(words.values['json'] === true ? result : result.answer)
      return true
    })
  },
}

type Needs = { db: Db; llm: Llm | undefined }

type Settings = {
  zone: string
  language: 'ar' | 'en' | null
  today: string
  weekStart: 'sat' | 'sun' | 'mon'
  hasModel: boolean
}

function readSettings(words: Words, { config }: Program): Settings {
  const zone = textOption(words, 'zone') ?? config.zone
  return {
    language: choice<'ar' | 'en'>(words, 'lang', ['ar', 'en']) ?? null,
    today: readMoment(textOption(words, 'now'), zone).toPlainDate().toString(),
    zone,
    weekStart: choice(words, 'week-start', ['sat', 'sun', 'mon']) ?? config.weekStart,
    hasModel: config.model !== undefined,
  }
}

async function answerAsData(
  { db, llm }: Needs,
  text: string,
  { language, today: day, weekStart, zone, hasModel }: Settings,
) {
  const start = performance.now()
  const answerWith = (shown: Shown) =>
    answer(db, { text, today: day, weekStart }, { language, today: day, hasModel }, shown)
  const first = await answerWith(fromTheStart)
  const lead = await leadOf(first, llm, { text, now: `${day}, ${zone}` })
  const { question, found, reply, reader } = lead ? await answerWith({ ...fromTheStart, lead }) : first
  const statements = 'statements' in found ? found.statements : []
  return {
    answer: withoutMarks(compose(reply.lines, reader.language).text),
    language: reader.language,
    lead: lead ? { sentences: lead.sentences, disagreements: lead.disagreements, model: lead.model } : null,
    understood: understood(question),
    statements: statements.map(statementRow),
    citations: citationsOf(found),
    found: statements.length > 0 || found.kind === 'articles',
    ms: Math.round((performance.now() - start) * 10) / 10,
  }
}

/** What a model makes of the passages; where it fails, the answer has none, and says why on stderr. */
async function leadOf(
  { evidence, reader }: Answer,
  llm: Llm | undefined,
  { text, now }: { text: string; now: string },
): Promise<Lead | undefined> {
  if (!llm || evidence.length === 0) return undefined
  const { writeLead } = await import('../answers/lead.ts')
  try {
    return await writeLead(llm, { question: text, language: reader.language, evidence, now })
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    process.stderr.write(`No first lines by the model: ${error.message}\n`)
    return undefined
  }
}

const understood = ({ kind, speakers, speakerGuesses, topic, from, to }: Question) => ({
  kind,
  speaker: speakers.length > 1 ? speakers.join(', ') : (speakerGuesses[0] ?? null),
  topic,
  from,
  to,
})

const statementRow = (said: Said) => ({
  id: said.id,
  speaker: said.speaker,
  person: said.person,
  role: said.role,
  verb: said.verb,
  verbClass: said.verbClass,
  form: said.form,
  in: said.in,
  text: said.words,
  start: said.start,
  end: said.end,
  quotes: said.quotes,
  date: said.publishedAt,
  source: said.source,
  agency: said.agency,
  url: said.url,
  articleId: said.articleId,
  externalId: said.externalId,
  utteranceId: said.utteranceId,
})

/** The articles that the answer rests on, each once. */
function citationsOf(found: Found) {
  const articles =
    found.kind === 'articles'
      ? found.articles.map((it) => ({ ...it, articleId: it.id }))
      : found.kind === 'mentioned'
        ? found.articles.map((it) => ({ ...it, articleId: it.id }))
        : 'statements' in found
          ? found.statements
          : []
  const byId = new Map(articles.map((it) => [it.articleId, it]))
  return Array.from(byId.values(), ({ articleId, externalId, title, url, source, publishedAt }) => ({
    articleId,
    externalId,
    title,
    url,
    source,
    date: publishedAt,
  }))
}

export const search: Command = {
  name: 'search',
  usage: 'QUERY [--limit N] [--json]   or   --jsonl < lines of {"id","query"}',
  options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, limit: { type: 'string' } },
  run: async (words, program) => {
    const limit = countOption(words, 'limit', 10)
    const asLines = wantsLines(words, search)
    const query = words.positionals.join(' ')
    if (!asLines && query.trim() === '') throw misuse(search)
    return using(program.openStore(), async ({ db }) => {
      const run = async (text: string) => {
        const start = performance.now()
        const results = await searchForArticles(db, text, limit)
        return { results, ms: Math.round((performance.now() - start) * 10) / 10 }
      }
      if (asLines) return answerLines(process.stdin, QueryLine, (line) => run(line.query))
      const found = await run(query)
      if (words.values['json'] === true) print(found)
      else for (const { id, title, score } of found.results) print(`${id}\t${score.toFixed(3)}\t${title}`)
      return true
    })
  },
}

export const people: Command = {
  name: 'people',
  usage: 'NAME [--json]',
  options: { json: { type: 'boolean' } },
  run: async (words, program) => {
    const name = words.positionals.join(' ')
    if (name.trim() === '') throw misuse(people)
    return using(program.openStore(), async ({ db }) => {
      const known = await findPeople(db, [name])
      const amounts = await countStatements(
        db,
        known.map((it) => it.personId),
      )
      const found = known.map((it) => ({
        id: it.personId,
        name: it.name,
        names: it.names,
        ar: displayName(it.names, 'ar'),
        en: displayName(it.names, 'en'),
        role: it.role,
        statements: amounts.get(it.personId) ?? 0,
        latest: it.latest,
      }))
      if (words.values['json'] === true) print({ people: found })
      else if (found.length === 0)
        print(`Nobody who has spoken in the stored articles is known as "${name}".`)
      else
        for (const person of known) {
          const role = roleOf(person, 'en')
          const called = `${displayName(person.names, 'ar')} / ${displayName(person.names, 'en')}`
          print(
            `${called}${role === null ? '' : `, ${role}`}: ${amounts.get(person.personId) ?? 0} statements, latest ${person.latest ?? 'undated'}`,
          )
        }
      return true
    })
  },
}
