// Scores search: the paragraphs are stored as the product stores articles, and each question must find its own again.

import { z } from 'zod'
import { loadDraft } from '../articles/load.ts'
import { searchForArticles } from '../articles/search.ts'
import type { Database } from '../database/database.ts'
import { readJsonArticle } from '../sources/jsonlines.ts'
import { makeBm25 } from './bm25.ts'
import { inFolder, readDocument } from './data.ts'
import { type Figures, manifest, mean, type Result, share, type Task, timed } from './task.ts'
import { withTemporaryStore } from './temporary.ts'

export const retrieval: Task = {
  name: 'retrieval',
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
        return scoreRetrieval({ ...rows, published: { 'R@1': 0.724 } })
      },
    },
  ],
}

function xquad(asked: 'ar' | 'en', found: 'ar' | 'en', published: Figures): Task['sets'][number] {
  return {
    name: `XQuAD ${asked}→${found}`,
    from: 'data',
    score: async (folder) => {
      const read = (language: string) => readSquad(inFolder(folder, `qa_xquad.${language}.json`))
      // The two files are one text in two languages: the n-th question is about the n-th paragraph of either.
      return scoreRetrieval({
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

export function scoreRetrieval({
  paragraphs,
  questions,
  published,
}: Rows & { published: Figures }): Promise<Result> {
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
        { ...manifest(published), by: 'manifest, BM25' },
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
