// How well the checks of a model's words tell lies from truth: true sentences of real articles must pass, the same sentences with one
// thing changed must not, and summaries that people wrote must pass.

import { z } from 'zod'
import { readSamples } from '../articles/samples.ts'
import { detectLanguage } from '../language/script.ts'
import { splitSentences } from '../language/sentences.ts'
import { cut } from '../language/span.ts'
import { extractStatements, findPeople } from '../statements/extract.ts'
import { checkText } from '../summaries/check/check.ts'
import type { Source } from '../summaries/check/fault.ts'
import { inFolder, readRows } from './data.ts'
import { type Honest, lies } from './lies.ts'
import { sequence } from './sequence.ts'
import { type Result, share, type Task, timed } from './task.ts'

export const faithfulness: Task = {
  name: 'faithfulness',
  sets: [
    { name: 'lies, samples', from: 'samples', score: scoreSampleLies },
    { name: 'lies, real articles', from: 'data', score: scoreRealLies },
    { name: 'human summaries', from: 'data', score: scoreHuman },
    { name: 'human translations', from: 'data', score: scoreTranslations },
  ],
}

const articlesMax = 200
const sentencesEach = 4
const Row = z.object({ text: z.string(), title: z.string().nullish() })

async function scoreSampleLies(): Promise<Result> {
  const articles: { title: string; text: string }[] = []
  for await (const { draft } of readSamples()) articles.push(draft)
  return scoreLies(articles)
}

function scoreRealLies(folder: string): Result {
  const half = (file: string) =>
    readRows(inFolder(folder, file), Row)
      .slice(0, articlesMax / 2)
      .map(({ title, text }) => ({ title: title ?? '', text }))
  return scoreLies([...half('ar_news_ant.jsonl'), ...half('quotes_en_polnear.jsonl')])
}

/** Each article's first sentences, as they stand, and with every lie that fits them. */
function scoreLies(articles: readonly { title: string; text: string }[]): Result {
  const random = sequence(20_241_126)
  const trials = articles.flatMap(readArticle).flatMap(({ source, honests }) =>
    honests.flatMap((honest) => {
      const isFaulty = (text: string): boolean =>
        checkText({ path: 'text', language: honest.language, text, restsOn: [honest.id] }, source).length > 0
      const told = Object.entries(lies).flatMap(([kind, lie]) => {
        const text = lie(honest, random)
        return text === null ? [] : [{ kind, isFaulty: isFaulty(text) }]
      })
      return [{ kind: 'true', isFaulty: isFaulty(honest.text) }, ...told]
    }),
  )
  const [honest, told] = [
    trials.filter((it) => it.kind === 'true'),
    trials.filter((it) => it.kind !== 'true'),
  ]
  const kinds = Map.groupBy(told, (it) => it.kind)
  const stopped = (some: typeof trials) => some.filter((it) => it.isFaulty).length
  return {
    n: `${told.length} lies of ${kinds.size} kinds, ${honest.length} true sentences`,
    figures: {
      stopped: share(stopped(told), told.length),
      'true ones passed': 1 - share(stopped(honest), honest.length),
    },
    notes: [...kinds].map(([kind, some]) => `${kind}: ${stopped(some)} of ${some.length} stopped`),
  }
}

function readArticle({
  title,
  text,
}: {
  title: string
  text: string
}): { source: Source; honests: (Honest & { id: number })[] }[] {
  const language = detectLanguage(`${title}\n${text}`)
  if (language === 'other') return []
  const spans = splitSentences(text)
  const source = {
    language,
    sentences: [title, ...spans.map((span) => cut(text, span).replaceAll(/\s+/g, ' '))],
    besides: '',
  }
  const statements = extractStatements({ text })
  const people = findPeople({ text }).map(({ name }) => name)
  const honests = spans.slice(0, sentencesEach).map((span, index) => {
    const inside = statements.filter((it) => it.start >= span.start && it.start < span.end)
    const speaking = inside.flatMap(({ persons }) => persons)
    return {
      id: index + 1,
      language,
      text: source.sentences[index + 1] ?? '',
      speaker: speaking.find((it) => cut(text, span).includes(it)) ?? null,
      others: people.filter((it) => !speaking.includes(it)),
      statement: inside[0] ?? null,
      article: `${title}\n${text}`,
    }
  })
  return [{ source, honests }]
}

const Human = z.object({ text: z.string(), summary: z.string(), title: z.string().nullish() })

/** Summaries by people, held against their articles as a whole: whatever the checks flag is taken for a false alarm. */
async function scoreHuman(folder: string): Promise<Result> {
  const rows = readRows(inFolder(folder, 'ar_summ_bbc.jsonl'), Human)
  const { done, msEach } = await timed(rows, ({ text, title, summary }) =>
    checkText(
      { path: 'summary', language: 'ar', text: summary, restsOn: [] },
      {
        language: 'ar',
        sentences: [title ?? '', ...splitSentences(text).map((span) => cut(text, span))],
        besides: '',
      },
    ),
  )
  const flagged = done.filter((faults) => faults.length > 0)
  return {
    n: `${rows.length} summaries`,
    figures: { flagged: share(flagged.length, rows.length) },
    msEach,
    notes: flagged.flat().map(({ kind, words }) => `${kind}: ${words}`),
  }
}

const Pair = z.object({ ar_text: z.string(), en_text: z.string() })
/** A sentence stands among so many others, as in an article. */
const sentencesAround = 8

/** Sentences and their translations by people, each held against the other: whatever the checks flag is taken for a false alarm. */
async function scoreTranslations(folder: string): Promise<Result> {
  const rows = readRows(inFolder(folder, 'quotes_parallel_pud.jsonl'), Pair)
  const texts = rows.map(({ ar_text: ar, en_text: en }) => ({ ar, en }))
  const tasks = texts.flatMap((pair, at) =>
    (['ar', 'en'] as const).map((language) => {
      const around = texts.slice(at + 1, at + 1 + sentencesAround)
      const own = language === 'ar' ? 'en' : 'ar'
      return {
        text: withoutMarks(pair[language]),
        language,
        own,
        of: ['', ...[pair, ...around].map((it) => it[own])],
      } as const
    }),
  )
  const { done, msEach } = await timed(tasks, ({ text, language, own, of }) =>
    checkText({ path: '', language, text, restsOn: [1] }, { language: own, sentences: of, besides: '' }),
  )
  const flagged = done.filter((faults) => faults.length > 0)
  const kinds = Map.groupBy(done.flat(), ({ kind }) => kind)
  return {
    n: `${tasks.length} sentences`,
    figures: { flagged: share(flagged.length, tasks.length) },
    msEach,
    notes: [...kinds].map(([kind, some]) => `${kind}: ${some.length} faults`),
  }
}

/** The prompt asks for reported speech without quotation marks. */
const withoutMarks = (text: string): string => text.replaceAll(/["«»“”„‹›]/g, '')
