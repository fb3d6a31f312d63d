// Scores the summary that is made without a model, beside the first sentences alone: news says it first, and that is hard to beat.

import { z } from 'zod'
import { splitSentences } from '../language/sentences.ts'
import { cut } from '../language/span.ts'
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
