// Commands that read a text and store nothing: statements, summarize, names. They start no database.

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { analyse } from '../articles/analyse.ts'
import type { Draft } from '../articles/article.ts'
import { UsageError } from '../errors.ts'
import { detectLanguage } from '../language/script.ts'
import { createLlm } from '../llm/client.ts'
import { OutsideError } from '../errors.ts'
import { prepareNames, rankNames } from '../people/match.ts'
import { createFetcher } from '../sources/fetch.ts'
import { readInput } from '../sources/read.ts'
import { extractStatements } from '../statements/extract.ts'
import type { Statement } from '../statements/statement.ts'
import { extractSummary } from '../summaries/extract.ts'
import { summariseWithModel } from '../summaries/model.ts'
import type { Summary } from '../summaries/summary.ts'
import { classifyTopics } from '../topics/classify.ts'
import { choice, type Command, misuse, type Program, textOption, wantsLines, type Words } from './command.ts'
import { answerLines, print, readText } from './lines.ts'

const text = z.string('must be a string')
const TextLine = z.object({ text })
const ArticleLine = TextLine.extend({
  title: text.nullish(),
  sentences: z
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(50, 'must be at most 50')
    .nullish(),
})
const QueryLine = z.object({ query: text.min(1, 'must not be empty') })

export const statements: Command = {
  name: 'statements',
  usage: 'PATH|URL|- [--json]   or   --jsonl < lines of {"id","text"}',
  summary: 'who said what in a text, with the place of every word',
  options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' } },
  run: async (words) => {
    if (wantsLines(words, statements))
      return answerLines(process.stdin, TextLine, (line) => ({
        statements: shown(extractStatements({ text: line.text })),
      }))
    const { articles, failed } = await readArticles(words, statements)
    const results = articles.map(({ title, text: body }, article) => ({
      title,
      text: body,
      statements: shown(extractStatements({ ...(title === '' ? {} : { title }), text: body })).map((it) => ({
        ...it,
        article,
      })),
    }))
    const all = results.flatMap((it) => it.statements)
    if (words.values['json'] === true)
      print({
        statements: all,
        articles: results.map(({ title, text: body }) => ({ title, text: body })),
        ...reported(failed),
      })
    else
      for (const it of all)
        print(`${it.person ?? (it.speaker || '?')} (${it.verb || it.verbClass}, ${it.form}): ${it.text}`)
    return succeeded(failed)
  },
}

/** The contract's fields alone: what stands around the words is for the chat. (JSON leaves an undefined field out.) */
const shown = (found: readonly Statement[]) => found.map((it) => ({ ...it, adjuncts: undefined }))

export const summarize: Command = {
  name: 'summarize',
  usage:
    'PATH|URL|- [--lang ar|en|both] [--json]   or   --jsonl < lines of {"id","text","title"?,"sentences"?}',
  summary: 'a headline and a short summary of each article',
  options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, lang: { type: 'string' } },
  run: async (words, program) => {
    const language = choice(words, 'lang', ['ar', 'en', 'both']) ?? 'both'
    const write = summariser(program, language)
    if (wantsLines(words, summarize))
      return answerLines(process.stdin, ArticleLine, (line) =>
        write({ title: line.title ?? '', text: line.text }, line.sentences ?? undefined),
      )
    const { articles, failed } = await readArticles(words, summarize)
    const [first, ...others] = await Promise.all(articles.map((article) => write(article)))
    if (words.values['json'] === true) {
      if (first) print({ ...first, ...(others.length > 0 ? { others } : {}), ...reported(failed) })
      else print({ title: null, summaries: {}, topics: [], ...reported(failed) })
    } else for (const it of first ? [first, ...others] : []) printSummary(it)
    return succeeded(failed)
  },
}

type Summarised = { title: string; summaries: { ar?: Summary; en?: Summary }; topics: string[] }

function printSummary({ summaries }: Summarised): void {
  for (const it of [summaries.ar, summaries.en]) if (it) print(`${it.headline}\n${it.body}\n[${it.method}]\n`)
}

/** With a model its summary in both languages, checked; without one, or when it fails, what can be had offline, labelled. */
function summariser({ config }: Program, wanted: 'ar' | 'en' | 'both') {
  const llm = config.model === undefined ? undefined : createLlm(config.model)
  return async (article: { title: string; text: string }, sentences?: number): Promise<Summarised> => {
    if (article.text.trim() === '') throw new Error('text: there is nothing to summarise')
    const language = detectLanguage(`${article.title}\n${article.text}`)
    const offline = analyseFor(article, language, sentences)
    const written =
      llm && language !== 'other' && sentences === undefined
        ? await byModel({ ...article, language })
        : undefined
    const summaries = written ?? offline.summaries
    const kept = Object.entries(summaries).filter(([it]) => wanted === 'both' || it === wanted)
    return {
      title: article.title || (Object.values(offline.summaries)[0]?.headline ?? ''),
      summaries: Object.fromEntries(kept),
      topics: offline.topics,
    }
  }

  async function byModel(article: {
    title: string
    text: string
    language: 'ar' | 'en'
  }): Promise<Summarised['summaries'] | undefined> {
    if (!llm) return undefined
    try {
      const { summaries } = await summariseWithModel(llm, article)
      return { ar: { ...summaries.ar, method: 'model' }, en: { ...summaries.en, method: 'model' } }
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error
      process.stderr.write(`The model wrote no summary (${error.message}); this one was made offline.\n`)
      return undefined
    }
  }
}

function analyseFor(
  article: { title: string; text: string },
  language: 'ar' | 'en' | 'other',
  sentences?: number,
) {
  if (language === 'other' || sentences === undefined) {
    const { summaries, topics } = analyse(article)
    return { summaries, topics }
  }
  // So many sentences were asked for: they come whole, however many words they have.
  const { headline, body } = extractSummary(
    { ...article, language },
    { sentences, wordsMax: Number.MAX_SAFE_INTEGER },
  )
  return {
    summaries: { [language]: { headline, body, method: 'extract' } } as Summarised['summaries'],
    topics: classifyTopics({ ...article, language }),
  }
}

export const names: Command = {
  name: 'names',
  usage: '--jsonl --among FILE < lines of {"id","query"}',
  summary: 'whom a name means, among a list of names in any script',
  options: { jsonl: { type: 'boolean' }, among: { type: 'string' } },
  run: async (words) => {
    const file = textOption(words, 'among')
    if (!wantsLines(words, names) || file === undefined) throw misuse(names)
    const among = prepareNames(readLines(file))
    return answerLines(process.stdin, QueryLine, ({ query }) => ({ matches: rankNames(query, among, 10) }))
  },
}

function readLines(file: string): string[] {
  try {
    const lines = readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  } catch (cause) {
    throw new UsageError(
      `--among: ${file} can't be read (${cause instanceof Error ? cause.message : String(cause)})`,
      { cause },
    )
  }
}

type Failure = { input: string; reason: string }

/** The articles in what was named; `-` is one text from standard input, taken as it is. */
async function readArticles(
  words: Words,
  command: Command,
): Promise<{ articles: Pick<Draft, 'title' | 'text'>[]; failed: Failure[] }> {
  const [input, ...more] = words.positionals
  if (input === undefined || more.length > 0) throw misuse(command)
  if (input === '-') {
    const read = await readText(process.stdin)
    if ('failed' in read) return { articles: [], failed: [{ input, reason: read.failed }] }
    return { articles: [{ title: '', text: read.text }], failed: [] }
  }
  const articles: Pick<Draft, 'title' | 'text'>[] = []
  const failed: Failure[] = []
  for await (const read of readInput(input, { fetcher: createFetcher({}) })) {
    if ('failed' in read) failed.push({ input: read.input, reason: read.failed })
    else articles.push(read.draft)
  }
  return { articles, failed }
}

const reported = (failed: readonly Failure[]) => (failed.length > 0 ? { failed } : {})

function succeeded(failed: readonly Failure[]): boolean {
  for (const { input, reason } of failed) process.stderr.write(`${input}: ${reason}\n`)
  return failed.length === 0
}
