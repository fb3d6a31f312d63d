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
