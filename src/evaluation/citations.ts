// Scores what the program shows as somebody's words: real articles are loaded, people are asked for in both languages, and every
// statement shown must be theirs and stand in the article letter for letter.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { fold } from '../language/normalise.ts'
import { inFolder, readRows } from './data.ts'
import { runKhabar } from './program.ts'
import { mean, type Result, share, type Task } from './task.ts'
import { inTemporaryFolder } from './temporary.ts'

export const citations: Task = {
  name: 'citations',
  sets: [{ name: 'ANT ar', from: 'data', score: scoreCitations }],
}

const Article = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  source: z.string(),
  published: z.string(),
  text: z.string(),
})
const Query = z.object({
  query_en: z.string(),
  query_ar: z.string(),
  variants_ar: z.array(z.string()).min(1),
  articles_naming: z.array(z.string()),
})
type Query = z.infer<typeof Query>

const Loaded = z.object({ id: z.number(), externalId: z.string(), title: z.string(), text: z.string() })
type Loaded = z.infer<typeof Loaded>
const Statement = z.object({
  speaker: z.string(),
  person: z.string().nullable(),
  text: z.string(),
  in: z.enum(['text', 'title']),
  start: z.number(),
  end: z.number(),
  articleId: z.number(),
})
const Answer = z.object({
  id: z.string(),
  answer: z.string(),
  statements: z.array(Statement),
  ms: z.number(),
})
type Shown = z.infer<typeof Statement>

/** A day after the last article. */
const asked = ['--jsonl', '--now', '2018-06-02', '--zone', 'UTC']

async function scoreCitations(folder: string): Promise<Result> {
  const articles = readRows(inFolder(folder, 'ar_news_ant.jsonl'), Article)
  const queries = readRows(inFolder(folder, 'ar_speaker_queries.jsonl'), Query)
  const { loaded, answers } = await inTemporaryFolder(async (dataDir) => {
    const file = path.join(dataDir, 'articles.jsonl')
    const lines = articles.map(({ published, ...it }) => JSON.stringify({ ...it, publishedAt: published }))
    await writeFile(file, lines.join('\n'))
    const stored = await runKhabar(['load', file, '--jsonl'], { dataDir })
    const questions = queries.flatMap((it, i) => [
      { id: `${i} en`, question: it.query_en },
      { id: `${i} ar`, question: it.query_ar },
    ])
    const input = questions.map((it) => JSON.stringify(it)).join('\n')
    const said = await runKhabar(['ask', ...asked], { dataDir, input })
    return {
      loaded: new Map(stored.map((line) => Loaded.parse(JSON.parse(line))).map((it) => [it.id, it])),
      answers: said.map((line) => Answer.parse(JSON.parse(line))),
    }
  })
  return figuresOf(answers, queries, loaded)
}

export function figuresOf(
  answers: readonly z.infer<typeof Answer>[],
  queries: readonly Query[],
  loaded: ReadonlyMap<number, Loaded>,
): Result {
  const rows = answers.flatMap((answer) => {
    const query = queries[Number(answer.id.split(' ')[0])]
    return query ? [{ answer, query }] : []
  })
  const shown = rows.flatMap(({ answer, query }) =>
    answer.statements.map((said) => ({ said, query, article: loaded.get(said.articleId) })),
  )
  const named = (text: string, { variants_ar: spellings }: Query) =>
    spellings.some((it) => fold(text).includes(fold(it)))
  const count = (holds: (row: (typeof shown)[number]) => boolean) =>
    share(shown.filter(holds).length, shown.length)
  const recall = rows.map(({ answer, query }) => {
    const cited = new Set(answer.statements.map((it) => loaded.get(it.articleId)?.externalId))
    return share(query.articles_naming.filter((id) => cited.has(id)).length, query.articles_naming.length)
  })
  const silent = rows.filter(({ answer }) => answer.statements.length === 0)
  return {
    n: `${answers.length} questions, ${loaded.size} articles`,
    figures: {
      answered: share(rows.length - silent.length, rows.length),
      speaker: count(({ said, query }) => named(`${said.speaker}\n${said.person ?? ''}`, query)),
      passage: count(({ said, query, article }) => named(passageOf(said, article), query)),
      article: count(({ query, article }) => named(`${article?.title}\n${article?.text}`, query)),
      verbatim: count(({ said, article }) => article?.[said.in].slice(said.start, said.end) === said.text),
      'R of naming': mean(recall),
    },
    floors: [{ by: 'promise', figures: { verbatim: 1 } }],
    msEach: mean(answers.map((it) => it.ms)),
    notes: [
      `${shown.length} statements shown. passage: the paragraph that the statement stands in, and the speaker shown with it, hold a spelling of the name; R of naming: articles cited of all that name the person, whether or not the person speaks there`,
      ...silent.map(
        ({ answer, query }) =>
          `no statement: ${answer.id.endsWith('en') ? query.query_en : query.query_ar} → ${answer.answer.replaceAll(/\s+/g, ' ').slice(0, 80)}`,
      ),
    ],
  }
}

/** What a reader sees as the source of the statement: its paragraph and whom it is given to. */
function passageOf(said: Shown, article: Loaded | undefined): string {
  const text = article?.[said.in] ?? ''
  const start = text.lastIndexOf('\n', said.start) + 1
  const end = text.indexOf('\n', said.end)
  return `${text.slice(start, end < 0 ? text.length : end)}\n${said.speaker}\n${said.person ?? ''}`
}
