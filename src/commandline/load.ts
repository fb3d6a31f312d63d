// Articles into the store. When it returns, `ask` works on all of them: what needs a model is queued for a worker.

import type { Draft, Read } from '../articles/article.ts'
import { hashContent, loadDraft, type LoadStatus } from '../articles/load.ts'
import { summarizeOnce } from '../queue.ts'
import { createFetcher } from '../sources/fetch.ts'
import { readInput } from '../sources/read.ts'
import { type Command, misuse, using, type Words } from './command.ts'
import { print } from './lines.ts'
import { inOrder } from './pipeline.ts'

/** One waits for the database while others are read; more than these wait for one another. */
const atOnce = 4

type Stored = { id: number | null; status: LoadStatus }
type Store = (draft: Draft) => Promise<Stored>

export const load: Command = {
  name: 'load',
  usage: 'PATH|URL… [--dry-run] [--json|--jsonl]',
  options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, jsonl: { type: 'boolean' } },
  run: async (words, program) => {
    if (words.positionals.length === 0) throw misuse(load)
    if (words.values['dry-run'] === true) return report(words, dryRun())
    return using(program.openApp(), async (app) => {
      const inTurn = oneAfterTheOther((draft: Draft) => loadDraft(app.db, draft))
      const store: Store = async (draft) => {
        const { articleId, revisionId, status } = await inTurn(draft)
        // Also for a duplicate: whoever stored it may have died before it was read.
        await program.analyse(app, revisionId)
        if (app.llm && status !== 'duplicate')
          await app.enqueue('summarize', { revisionId }, summarizeOnce(revisionId, true))
        return { id: articleId, status }
      }
      const done = await report(words, store)
      await program.placeInStories(app)
      return done
    })
  },
}

/** Of two with the same words the first is the new one, and the second a duplicate: only what comes after may overtake. */
function oneAfterTheOther<Item, Result>(work: (item: Item) => Promise<Result>) {
  let last: Promise<unknown> = Promise.resolve()
  return (item: Item): Promise<Result> => {
    const mine = last.then(() => work(item))
    last = mine.catch(() => {})
    return mine
  }
}

/** Nothing is stored: new, changed and duplicate are told from this input alone. */
function dryRun(): Store {
  const seen = new Set<string>()
  const origins = new Set<string>()
  return async (draft) => {
    const hash = hashContent(draft)
    const isKnown = [draft.url, draft.origin].some((it) => it !== null && origins.has(it))
    const status: LoadStatus = seen.has(hash) ? 'duplicate' : isKnown ? 'changed' : 'new'
    seen.add(hash)
    for (const it of [draft.url, draft.origin]) if (it !== null) origins.add(it)
    return { id: null, status }
  }
}

async function report(words: Words, store: Store): Promise<boolean> {
  const asLines = words.values['jsonl'] === true
  const asDocument = words.values['json'] === true && !asLines
  const articles: object[] = []
  const failed: object[] = []
  const counts = { new: 0, changed: 0, duplicate: 0, failed: 0 }
  for await (const row of inOrder(readAll(words.positionals), atOnce, (read) => rowOf(read, store))) {
    counts[row.status]++
    if (asLines) print(row)
    else if (row.status === 'failed') failed.push({ input: row.input, reason: row.reason })
    else if (asDocument) articles.push(row)
    if (row.status === 'failed' && !asDocument) process.stderr.write(`${row.input}: ${row.reason}\n`)
  }
  if (asDocument) print({ articles, failed })
  else if (!asLines)
    print(
      `${counts.new} new, ${counts.changed} changed, ${counts.duplicate} duplicate, ${counts.failed} failed`,
    )
  return counts.failed === 0
}

async function* readAll(inputs: readonly string[]): AsyncGenerator<Read> {
  const fetcher = createFetcher({})
  for (const input of inputs) yield* readInput(input, { fetcher })
}

type Row = ReturnType<typeof articleRow> | { input: string; reason: string; status: 'failed' }

async function rowOf(read: Read, store: Store): Promise<Row> {
  if ('failed' in read) return { input: read.input, reason: read.failed, status: 'failed' }
  return articleRow(read.draft, await store(read.draft))
}

const articleRow = (draft: Draft, { id, status }: Stored) => ({
  id,
  externalId: draft.externalId,
  url: draft.url,
  title: draft.title,
  text: draft.text,
  language: draft.language,
  source: draft.source,
  agency: draft.agency,
  author: draft.author,
  place: draft.place,
  publishedAt: draft.publishedAt,
  keywords: draft.keywords,
  status,
})
