// A summary in both languages by one call to the model, checked against the article. What fails the check twice is never shown:
// the error is permanent then, and the offline summary stands.

import { randomBytes } from 'node:crypto'
import { sayingsMax, type SummaryRecord, summarizePrompt, summarizeSchema } from '../../prompts/summarize.ts'
import { tidy } from '../language/normalise.ts'
import type { Language } from '../language/script.ts'
import { splitSentences } from '../language/sentences.ts'
import { speaksToMachine, withoutMachineTalk } from '../language/machine-talk.ts'
import type { Span } from '../language/span.ts'
import type { Llm, Task } from '../llm/client.ts'
import type { Usage } from '../llm/failure.ts'
import { topics } from '../topics/topics.ts'
import { checkText, withoutFaults } from './check/check.ts'
import { checkRecord } from './check/record.ts'
import type { Fault, Source } from './check/fault.ts'
import { withoutOwnMarks } from './check/form.ts'

export type Summarisable = {
  title: string
  text: string
  language: Language
  publishedAt?: string | null
  /** Those that may be reported in the other language, the likeliest to be asked for first. */
  statements?: readonly Sayable[]
}
/** Who said what and where it stands, as the rules found it. */
type Sayable = Span & { in: 'text' | 'title'; speaker: string; isPerson: boolean; words: string }
export type ModelSummary = {
  summaries: Record<Language, { headline: string; body: string }>
  /** IPTC ids, best first. */
  topics: string[]
  people: { ar: string; en: string }[]
  /** Reports of the statements in the other language, by their place in `statements`. */
  translations: ReadonlyMap<number, string>
  promptVersion: string
  model: string
  usage: Usage
  verdict: Verdict
}

/** What the checks found, answer by answer; `dropped` sentences of the last one were not shown. */
type Verdict = { answers: (readonly Fault[])[]; dropped: number }

/** About 4,000 tokens of Arabic; the news of a longer article stands before this. */
const articleCharsMax = 12_000
/** Of them for what stands first, before room is given to what people said further down. */
const leadShare = 0.7
/** A record takes about 700; the rest is for models that think although they are asked not to. Only what is used is paid. */
const outputTokensMax = 3_000

const [first, ...others] = topics.map(({ en }) => en)
if (first === undefined) throw new Error('The list of topics is empty')
const schema = summarizeSchema([first, ...others])
const topicIds = new Map(topics.map(({ id, en }) => [en, id]))

/**
 * Summarises an article. An answer that the checks find fault with is sent back once; of a second one the faulty sentences are
 * dropped. `account`: on whose budget. Throws an LlmError: permanent when the model refuses or nothing sound is left, else worth another try later.
 */
export async function summariseWithModel(
  llm: Llm,
  article: Summarisable,
  account: Pick<Task<unknown>, 'purpose' | 'asker'> = {},
): Promise<ModelSummary> {
  const { source, statements } = sourceOf(article)
  const verdict: Verdict = { answers: [], dropped: 0 }
  const { value, usage, model } = await llm.complete({
    ...account,
    name: summarizePrompt.name,
    schema,
    system: summarizePrompt.system,
    user: summarizePrompt.fillIn({
      // Nobody who writes an article can know it, so nobody can end the article early.
      boundary: randomBytes(6).toString('hex'),
      language: article.language === 'ar' ? 'Arabic' : 'English',
      other: article.language === 'ar' ? 'English' : 'Arabic',
      published: source.besides || 'unknown',
      sentences: numbered(source.sentences),
      statements: statements === '' ? '(none)' : statements,
    }),
    maxOutputTokens: outputTokensMax,
    check: (record) => {
      const faults = checkRecord(record, source)
      verdict.answers.push(faults)
      return faults.map(({ path, words }) => `${path}: ${words}`)
    },
    salvage: (record) => {
      const rest = withoutFaults(record, verdict.answers.at(-1) ?? [])
      verdict.dropped = record.sentences.length - (rest?.sentences.length ?? 0)
      return rest
    },
  })
  return { ...shown(value, source), promptVersion: summarizePrompt.version, model, usage, verdict }
}

/** Whether summaries that were written about another text would pass the checks if they were about this one. */
export function holdsFor(summaries: ModelSummary['summaries'], article: Summarisable): boolean {
  const { source } = sourceOf(article)
  return (['ar', 'en'] as const).every((language) =>
    [summaries[language].headline, summaries[language].body].every(
      (text) => checkText({ path: language, language, text, restsOn: [] }, source).length === 0,
    ),
  )
}

/** A sentence that was kept back leaves its number free, so that all others keep theirs. */
const numbered = (sentences: readonly string[]): string =>
  sentences.flatMap((sentence, number) => (sentence === '' ? [] : `[${number}] ${sentence}`)).join('\n')

/** The article as numbered sentences, each on one line, and its statements, without characters that no reader would see. */
function sourceOf(article: Summarisable): { source: Source; statements: string } {
  const { title, text, language, publishedAt } = article
  const spans = splitSentences(text)
  const spoken = new Set((article.statements ?? []).flatMap((it) => idsOf(it, spans)))
  const sentences = withinRoom([title, ...withoutMachineTalk(text, spans)].map(tidy), spoken)
  if (speaksToMachine(title)) sentences[0] = ''
  const listed = (article.statements ?? [])
    .filter((it) => !speaksToMachine(`${it.speaker}: ${it.words}`))
    .slice(0, sayingsMax)
    .map((it) => ({ ...it, ids: idsOf(it, spans) }))
  const known = listed.map(({ ids, speaker, isPerson, words }) => ({
    ids: ids.filter((id) => sentences[id]),
    speaker,
    isPerson,
    words,
  }))
  const lines = listed.map(
    ({ speaker, words, ids }, index) => `${index + 1}. [${ids.join(', ')}] ${tidy(speaker)}: ${tidy(words)}`,
  )
  return {
    source: { language, sentences, besides: publishedAt ?? '', statements: known },
    statements: lines.filter((_, index) => (known[index]?.ids.length ?? 0) > 0).join('\n'),
  }
}

/**
 * As many sentences as one call can read, the others empty: those that say it first, then those in which somebody speaks, wherever they
 * stand, then the rest in order.
 */
function withinRoom(sentences: readonly string[], spoken: ReadonlySet<number>): string[] {
  const kept = new Set([0])
  let chars = 0
  const take = (ids: readonly number[], most: number) => {
    for (const id of ids) {
      if (kept.has(id)) continue
      chars += sentences[id]?.length ?? 0
      if (chars > most) return
      kept.add(id)
    }
  }
  const all = sentences.map((_, id) => id)
  take(all, articleCharsMax * leadShare)
  take(
    all.filter((id) => spoken.has(id)),
    articleCharsMax,
  )
  take(all, articleCharsMax)
  // A text without a single full stop is one sentence, and may be too long as a whole.
  if (kept.size === 1) return [sentences[0] ?? '', (sentences[1] ?? '').slice(0, articleCharsMax)]
  const last = Math.max(...kept)
  return sentences.slice(0, last + 1).map((sentence, id) => (kept.has(id) ? sentence : ''))
}

/** The numbers of the sentences that a statement stands in. */
function idsOf({ in: place, start, end }: Sayable, spans: readonly Span[]): number[] {
  if (place === 'title') return [0]
  return spans.flatMap((span, index) => (span.start < end && start < span.end ? [index + 1] : []))
}

function shown(
  record: SummaryRecord,
  source: Source,
): Pick<ModelSummary, 'summaries' | 'topics' | 'people' | 'translations'> {
  const summary = (language: Language) => ({
    headline: withoutOwnMarks(tidy(record.headline[language]), source),
    body: record.sentences.map((it) => withoutOwnMarks(tidy(it[language]), source)).join(' '),
  })
  return {
    summaries: { ar: summary('ar'), en: summary('en') },
    topics: Array.from(new Set(record.topics.flatMap((name) => topicIds.get(name) ?? []))),
    people: record.people.map(({ ar, en }) => ({ ar: tidy(ar), en: tidy(en) })),
    translations: new Map(record.sayings.map(({ statement, text }) => [statement - 1, tidy(text)])),
  }
}
