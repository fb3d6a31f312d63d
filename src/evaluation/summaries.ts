// Scores the summary that is made without a model, beside the first sentences alone: news says it first, and that is hard to beat.

import { z } from 'zod'
import { analyse } from '../articles/analyse.ts'
import { readSamples } from '../articles/samples.ts'
import { detectLanguage } from '../language/script.ts'
import { splitSentences } from '../language/sentences.ts'
import { cut } from '../language/span.ts'
import { checkText } from '../summaries/check/check.ts'
import type { FaultKind } from '../summaries/check/fault.ts'
import { extractSummary } from '../summaries/extract.ts'
import { inFolder, readRows } from './data.ts'
import { meanRouge, rouge } from './rouge.ts'
import { manifest, mean, type Result, type Task, timed } from './task.ts'

export const summaries: Task = {
  name: 'summaries',
  sets: [
    { name: 'BBC ar, as shown', from: 'data', score: (folder) => scoreBbc(folder) },
    { name: 'BBC ar, 1 sentence', from: 'data', score: (folder) => scoreBbc(folder, 1) },
    { name: 'EASC ar', from: 'data', score: scoreEasc },
    { name: 'key facts, samples', from: 'samples', score: scoreSampleFacts },
    { name: 'key facts, ANT ar', from: 'data', score: scoreFacts },
  ],
}

export type Referenced = { title: string; text: string; references: readonly string[]; sentences: number }

/** Every reference counts the same. `sentences` of 0: as the product shows it, at most three of at most 60 words. */
export async function scoreSummaries(articles: readonly Referenced[]): Promise<Omit<Result, 'n'>> {
  const { done, msEach } = await timed(articles, ({ title, text, sentences }) => {
    const limits = sentences === 0 ? {} : { sentences, wordsMax: Number.MAX_SAFE_INTEGER }
    return extractSummary({ title, text, language: 'ar' }, limits).body
  })
  const against = (candidate: string, { references }: Referenced) =>
    meanRouge(references.map((reference) => rouge(candidate, reference)))
  const count = Math.max(1, Math.round(mean(articles.map((it) => it.sentences))))
  return {
    figures: meanRouge(articles.map((article, i) => against(done[i] ?? '', article))),
    floors: [
      {
        by: `lead-${count === 1 ? '1' : 'n'}, this run`,
        figures: meanRouge(
          articles.map((article) => against(lead(article.text, Math.max(1, article.sentences)), article)),
        ),
      },
    ],
    msEach,
  }
}

function lead(text: string, sentences: number): string {
  return splitSentences(text)
    .slice(0, sentences)
    .map((span) => cut(text, span))
    .join(' ')
}

const Newsroom = z.object({ title: z.string(), text: z.string(), summary: z.string() })

async function scoreBbc(folder: string, sentences = 0): Promise<Result> {
  const rows = readRows(inFolder(folder, 'ar_summ_bbc.jsonl'), Newsroom)
  const result = await scoreSummaries(
    rows.map(({ title, text, summary }) => ({ title, text, references: [summary], sentences })),
  )
  const published = { ...manifest({ r1: 0.438, r2: 0.288, rl: 0.401 }), by: 'manifest, lead-1' }
  return { ...result, n: `${rows.length} articles`, floors: [...(result.floors ?? []), published] }
}

const Extracts = z.object({ text: z.string(), extracts: z.array(z.array(z.string())).min(1) })

/** As many sentences as the people took on average: their extracts are far longer than a summary of ours. */
async function scoreEasc(folder: string): Promise<Result> {
  const rows = readRows(inFolder(folder, 'ar_summ_easc.jsonl'), Extracts).map(({ text, extracts }) => {
    const references = extracts.map((it) => it.join('\n'))
    const sentences = Math.max(1, Math.round(mean(references.map((it) => splitSentences(it).length))))
    return { title: '', text, references, sentences }
  })
  return {
    ...(await scoreSummaries(rows)),
    n: `${rows.length} × ${rows[0]?.references.length} extracts`,
    notes: ['EASC: as many sentences as the people took on average; the mean over their extracts'],
  }
}

const Row = z.object({ title: z.string(), text: z.string() })

async function scoreSampleFacts(): Promise<Result> {
  const articles: z.infer<typeof Row>[] = []
  for await (const { draft } of readSamples()) articles.push(draft)
  return factsResult(articles)
}

function scoreFacts(folder: string): Result {
  return factsResult(readRows(inFolder(folder, 'ar_news_ant.jsonl'), Row))
}

/** Every line of every card but the topics, which are ours, held against its article by the checks that a model's words have to pass. */
function factsResult(articles: readonly z.infer<typeof Row>[]): Result {
  const cards = articles.flatMap((article) => {
    const language = detectLanguage(`${article.title}\n${article.text}`)
    const other = language === 'ar' ? 'en' : 'ar'
    const card = language === 'other' ? undefined : analyse(article).summaries[other]
    return language === 'other' || card?.method !== 'facts'
      ? []
      : [{ article, language, other, card } as const]
  })
  const lines = cards.flatMap(({ article: { title, text }, language, other, card }) =>
    card.body
      .split('\n')
      .filter((line) => !/^• (?:Topic|الموضوع)/.test(line))
      .map((line) => ({
        line,
        faults: checkText(
          // The original beside a name stands in the other script, between parentheses.
          {
            path: '',
            language: other,
            text: line.replace(/^• [^:]*: /, '').replaceAll(/ \([^)]*\)/g, ''),
            restsOn: [],
          },
          {
            language,
            sentences: [title, ...splitSentences(text).map((span) => cut(text, span))],
            besides: '',
          },
        ).filter(({ kind }) => factKinds.has(kind)),
      })),
  )
  const wrong = lines.filter(({ faults }) => faults.length > 0)
  return {
    n: `${cards.length} cards, ${lines.length} lines`,
    figures: {
      cards: cards.length / articles.length,
      'lines in the article': 1 - wrong.length / lines.length,
    },
    notes: wrong
      .slice(0, notesMax)
      .map(({ line, faults }) => `${line} ← ${faults.map(({ words }) => words).join('; ')}`),
  }
}

const factKinds: ReadonlySet<FaultKind> = new Set([
  'number',
  'date',
  'name',
  'support',
  'loaded word',
  'link',
])
const notesMax = 20
