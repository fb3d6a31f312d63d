// Whether a lie comes through: a model at the wire that answers in the agreed form, fluently, and with one thing wrong, twice. What a reader
// would see afterwards is searched for the lie. The same articles are then answered honestly, to see what the checks cost.

import { z } from 'zod'
import { summarizePrompt } from '../../prompts/summarize.ts'
import type { SummaryRecord } from '../../prompts/summarize.ts'
import { readSamples } from '../articles/samples.ts'
import { detectLanguage, type Language } from '../language/script.ts'
import { createLlm, estimateTokens, type Llm } from '../llm/client.ts'
import { LlmError } from '../llm/failure.ts'
import { extractStatements, findPeople } from '../statements/extract.ts'
import { isSamePerson } from '../summaries/check/sayings.ts'
import { summariseWithModel } from '../summaries/model.ts'
import { inFolder, readRows } from './data.ts'
import { type Asked, honestSummary, readPrompt } from './honest-writer.ts'
import { lies } from './lies.ts'
import { startModel } from './model-server.ts'
import { sequence } from './sequence.ts'
import { type Result, share, type Task } from './task.ts'

export const liar: Task = {
  name: 'liar',
  sets: [
    { name: 'samples', from: 'samples', score: async () => scoreLiar(await samples(), Infinity) },
    { name: 'real articles', from: 'data', score: (folder) => scoreLiar(real(folder), kindsEach) },
  ],
}

type Told = { title: string; text: string }
/** Of 200 articles each is lied about in some ways, of samples in all. */
const articlesMax = 200
const kindsEach = 5
const Row = z.object({ text: z.string(), title: z.string().nullish() })

async function samples(): Promise<Told[]> {
  const articles: Told[] = []
  for await (const { draft } of readSamples()) articles.push(draft)
  return articles
}

const real = (folder: string): Told[] =>
  ['ar_news_ant.jsonl', 'quotes_en_polnear.jsonl'].flatMap((file) =>
    readRows(inFolder(folder, file), Row)
      .slice(0, articlesMax / 2)
      .map(({ title, text }) => ({ title: title ?? '', text })),
  )

type Trial = How & { lie: string; shown: string }

async function scoreLiar(articles: readonly Told[], kindsMax: number): Promise<Result> {
  const random = sequence(11)
  let answer: ((asked: Summary) => SummaryRecord) | undefined
  const server = await startModel((user) => {
    const asked = readPrompt(user)
    if (asked.kind === 'lead' || !answer) throw new Error('Only summaries are asked for here')
    return answer(asked)
  })
  const llm = createLlm({ baseURL: server.baseURL, name: 'stand-in' })
  const lieTo = async (article: Told, how: How): Promise<Trial[]> => {
    let lie: string | undefined
    answer = (asked) => {
      const record = honestSummary(asked)
      lie = lieAbout(record, article, how, random)
      return lie === undefined ? record : withLie(record, how.told, lie)
    }
    const { shown } = await shownBy(llm, article, how.language)
    return lie === undefined ? [] : [{ ...how, lie, shown }]
  }
  const trials: Trial[] = []
  const honest: Awaited<ReturnType<typeof shownBy>>[] = []
  try {
    for (const article of articles) {
      const language = detectLanguage(`${article.title}\n${article.text}`)
      if (language === 'other') continue
      answer = honestSummary
      honest.push(await shownBy(llm, article, language))
      for (const how of waysToLie(language, kindsMax, random)) trials.push(...(await lieTo(article, how)))
    }
  } finally {
    await server.close()
  }
  const through = trials.filter(({ lie, shown }) => shown.includes(lie))
  const calls = honest.reduce((sum, it) => sum + it.calls, 0)
  return {
    n: `${trials.length} lies of ${new Set(trials.map(({ kind }) => kind)).size} kinds, ${honest.length} articles`,
    figures: {
      'lies through': share(through.length, trials.length),
      'calls, honest': calls / honest.length,
      'honest shown': share(honest.filter(({ shown }) => shown !== '').length, honest.length),
      'tokens, one call of separate ones': oneCallShare(articles),
    },
    notes: through.map(({ kind, told, lie }) => `${kind} (${told}): ${lie}`),
  }
}

type Summary = Extract<Asked, { kind: 'summary' }>
type How = { kind: string; language: Language; told: Language }

/** Some kinds of lie, picked at random, each told in both languages. */
const waysToLie = (language: Language, kindsMax: number, random: () => number): How[] =>
  Object.keys(lies)
    .map((kind) => ({ kind, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, kindsMax)
    .flatMap(({ kind }) => (['ar', 'en'] as const).map((told) => ({ kind, language, told })))

/** The lie of a kind about the record's first sentence, in one of its languages; undefined where none fits. */
function lieAbout(
  { sentences: [first] }: SummaryRecord,
  { title, text }: Told,
  { kind, told }: How,
  random: () => number,
): string | undefined {
  const sentence = first?.[told] ?? ''
  const statements = extractStatements({ text: sentence })
  const speaking = statements.flatMap(({ persons }) => persons)
  const lie = lies[kind]?.(
    {
      language: told,
      text: sentence,
      speaker: speaking.find((it) => sentence.includes(it)) ?? null,
      others: findPeople({ text })
        .map(({ name }) => name)
        .filter((it) => !speaking.some((name) => isSamePerson(name, it))),
      statement: statements[0] ?? null,
      article: `${title}\n${text}`,
    },
    random,
  )
  return lie ?? undefined
}

function withLie(record: SummaryRecord, told: Language, lie: string): SummaryRecord {
  const [first, ...rest] = record.sentences
  return first ? { ...record, sentences: [{ ...first, [told]: lie }, ...rest] } : record
}

async function shownBy(
  llm: Llm,
  article: Told,
  language: Language,
): Promise<{ shown: string; calls: number }> {
  try {
    const { summaries, usage } = await summariseWithModel(llm, { ...article, language })
    return {
      shown: Object.values(summaries)
        .map(({ headline, body }) => `${headline}\n${body}`)
        .join('\n'),
      calls: usage.calls,
    }
  } catch (error) {
    if (!(error instanceof LlmError)) throw error
    return { shown: '', calls: error.usage.calls }
  }
}

/** What is asked for in one call would be asked for in these: a summary in each language, people and topics, the statements. */
const separateCalls = [[1, 4, 6], [1, 4, 6], [2, 3], [5]] as const

/**
 * Tokens that an article costs to read in one call, as a share of what separate calls would cost: each of them would carry the article,
 * and of the instructions all but the steps of the others. What is written is the same in both and left out.
 */
function oneCallShare(articles: readonly Told[]): number {
  const steps = Array.from(summarizePrompt.system.matchAll(/^\d\. [^\n]*$/gm), ([line]) => line)
  const common = steps.reduce((system, line) => system.replace(line, ''), summarizePrompt.system)
  const read = articles.map(({ title, text }) => estimateTokens(`${title}\n${text}`))
  const one = read.reduce((sum, it) => sum + it + estimateTokens(summarizePrompt.system), 0)
  const many = separateCalls.reduce((all, own) => {
    const system = `${common}${own.map((step) => steps[step - 1]).join('\n')}`
    return all + read.reduce((sum, it) => sum + it + estimateTokens(system), 0)
  }, 0)
  return one / many
}
