// `khabar summarize`: a headline and a short summary of each article of a text, a file or a page. Stores nothing.

import { z } from 'zod'
import { analyse } from '../articles/analyse.ts'
import { detectLanguage } from '../language/script.ts'
import { OutsideError } from '../errors.ts'
import { extractSummary } from '../summaries/extract.ts'
import type { Summary } from '../summaries/summary.ts'
import { classifyTopics } from '../topics/classify.ts'
import { choice, type Command, type Program, using, wantsLines } from './command.ts'
import { readArticles, reported, succeeded } from './inputs.ts'
import { answerLines, print } from './lines.ts'

const text = z.string('must be a string')
const ArticleLine = z.object({
  text,
  title: text.nullish(),
  sentences: z
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(50, 'must be at most 50')
    .nullish(),
})

export const summarize: Command = {
  name: 'summarize',
  usage:
    'PATH|URL|- [--lang ar|en|both] [--json]   or   --jsonl < lines of {"id","text","title"?,"sentences"?}',
  options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, lang: { type: 'string' } },
  run: async (words, program) => {
    const language = choice(words, 'lang', ['ar', 'en', 'both']) ?? 'both'
    return using(Promise.resolve(summariser(program, language)), async ({ write }) => {
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
    })
  },
}

type Summarised = { title: string; summaries: { ar?: Summary; en?: Summary }; topics: string[] }

function printSummary({ summaries }: Summarised): void {
  for (const it of [summaries.ar, summaries.en]) if (it) print(`${it.headline}\n${it.body}\n[${it.method}]\n`)
}

/** With a model its summary in both languages, checked; without one, or when it fails, what can be had offline, labelled. */
function summariser(program: Program, wanted: 'ar' | 'en' | 'both') {
  const model = program.config.model === undefined ? undefined : modelWriter(program)
  const byModel = model?.write
  const write = async (article: { title: string; text: string }, sentences?: number): Promise<Summarised> => {
    if (article.text.trim() === '') throw new Error('text: there is nothing to summarise')
    const language = detectLanguage(`${article.title}\n${article.text}`)
    const offline = analyseFor(article, language, sentences)
    const written =
      byModel && language !== 'other' && sentences === undefined
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
  return { write, close: async () => model?.close() }
}

type Written = { title: string; text: string; language: 'ar' | 'en' }

/**
 * Writes by the model, within the same budget as everything else: what it costs stands in the ledger, so the store is opened, at the first article that
 * needs it.
 */
function modelWriter(program: Program) {
  let opening: ReturnType<typeof open> | undefined
  async function open() {
    const [store, { summariseWithModel }] = await Promise.all([
      program.openStore(),
      import('../summaries/model.ts'),
    ])
    return { store, llm: await store.openModel(), summariseWithModel }
  }
  const write = async (article: Written): Promise<Summarised['summaries'] | undefined> => {
    const { llm, summariseWithModel } = await (opening ??= open())
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
  return { write, close: async () => (await opening)?.store.close() }
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
