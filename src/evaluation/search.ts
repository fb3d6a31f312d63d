// Scores search: the paragraphs are stored as the product stores articles, and each question must find its own again.

import { z } from 'zod'
import { loadDraft } from '../articles/load.ts'
import { searchForArticles } from '../articles/search.ts'
import type { Database } from '../database/database.ts'
import { readJsonArticle } from '../sources/jsonlines.ts'
import { makeBm25 } from './bm25.ts'
import { inFolder, readDocument, readRows } from './data.ts'
import { type Figures, manifest, mean, type Result, share, type Task, timed } from './task.ts'
import { withTemporaryStore } from './temporary.ts'

export const search: Task = {
  name: 'search',
  sets: [
    xquad('ar', 'ar', { 'R@1': 0.872 }),
    xquad('en', 'en', { 'R@1': 0.93 }),
    xquad('en', 'ar', { 'R@1': 0.066 }),
    xquad('ar', 'en', { 'R@1': 0.067 }),
    {
      name: 'ARCD ar',
      from: 'data',
      score: async (folder) => {
        const rows = readSquad(inFolder(folder, 'qa_arcd.json'))
        return scoreSearch({ ...rows, published: { 'R@1': 0.724 } })
      },
    },
    pud('en', 'ar'),
    pud('ar', 'en'),
  ],
}

const Pair = z.object({ ar_text: z.string(), en_text: z.string() })

/** Sentences and their translations by people: each must find the other. */
function pud(asked: 'ar' | 'en', found: 'ar' | 'en'): Task['sets'][number] {
  return {
    name: `PUD ${asked}→${found}`,
    from: 'data',
    score: async (folder) => {
      const rows = readRows(inFolder(folder, 'quotes_parallel_pud.jsonl'), Pair)
      const texts = rows.map(({ ar_text: ar, en_text: en }) => ({ ar, en }))
      return scoreSearch({
        paragraphs: texts.map((it) => it[found]),
        questions: texts.map((it, paragraph) => ({ question: it[asked], paragraph })),
      })
    },
  }
}

function xquad(asked: 'ar' | 'en', found: 'ar' | 'en', published: Figures): Task['sets'][number] {
  return {
    name: `XQuAD ${asked}→${found}`,
    from: 'data',
    score: async (folder) => {
      const read = (language: string) => readSquad(inFolder(folder, `qa_xquad.${language}.json`))
      // The two files are one text in two languages: the n-th question is about the n-th paragraph of either.
      return scoreSearch({
        paragraphs: read(found).paragraphs,
        questions: read(asked).questions,
        published,
      })
    },
  }
}

const Squad = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) }),
      ),
    }),
  ),
})

type Asked = { question: string; paragraph: number }
type Rows = { paragraphs: string[]; questions: Asked[] }

function readSquad(file: string): Rows {
  const all = readDocument(file, Squad).data.flatMap((it) => it.paragraphs)
  return {
    paragraphs: all.map((it) => it.context),
    questions: all.flatMap(({ qas }, paragraph) => qas.map(({ question }) => ({ question, paragraph }))),
  }
}

export function scoreSearch({
  paragraphs,
  questions,
  published,
}: Rows & { published?: Figures }): Promise<Result> {
  return withTemporaryStore(async ({ db }) => {
    await storeParagraphs(db, paragraphs)
    const { done, msEach } = await timed(questions, ({ question }) =>
      searchForArticles(db, question, paragraphs.length),
    )
    const bm25 = makeBm25(paragraphs)
    const ours = questions.map(({ paragraph }, i) =>
      (done[i] ?? []).findIndex((it) => it.externalId === String(paragraph)),
    )
    const floor = questions.map(({ question, paragraph }) => bm25.rank(question).indexOf(paragraph))
    return {
      n: `${questions.length} among ${paragraphs.length}`,
      figures: rankFigures(ours),
      floors: [
        { by: 'BM25 raw, this run', figures: rankFigures(floor) },
        ...(published ? [{ ...manifest(published), by: 'manifest, BM25' }] : []),
      ],
      msEach,
    }
  })
}

/** As `khabar load` takes lines of `{"id","text"}`. */
async function storeParagraphs(db: Database, paragraphs: readonly string[]): Promise<void> {
  for (const [id, text] of paragraphs.entries()) {
    const read = readJsonArticle({ id, text }, { input: `paragraph ${id}`, origin: 'file:paragraphs' })
    if ('failed' in read) throw new Error(`${read.input}: ${read.failed}`)
    await loadDraft(db, read.draft)
  }
}

/** `places` count from 0; -1 is not found at all. */
export function rankFigures(places: readonly number[]): Figures {
  const within = (most: number) => share(places.filter((it) => it >= 0 && it < most).length, places.length)
  return {
    'R@1': within(1),
    'R@5': within(5),
    MRR: mean(places.map((it) => (it < 0 ? 0 : 1 / (it + 1)))),
  }
}
