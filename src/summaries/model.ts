// A summary in both languages by one call to the model, checked against the article. What fails the check twice is never shown:
// the error is permanent then, and the offline summary stands.

import { randomBytes } from 'node:crypto'
import { type SummaryRecord, summarizePrompt, summarizeSchema } from '../../prompts/summarize.ts'
import type { Language } from '../language/script.ts'
import { splitSentences } from '../language/sentences.ts'
import { cut } from '../language/span.ts'
import type { Llm } from '../llm/client.ts'
import type { Usage } from '../llm/failure.ts'
import { topics } from '../topics/topics.ts'
import { checkSummary, withoutFaults } from './check/check.ts'
import type { Fault, Source } from './check/fault.ts'

export type Summarisable = { title: string; text: string; language: Language; publishedAt?: string | null }
export type ModelSummary = {
  summaries: Record<Language, { headline: string; body: string }>
  /** IPTC ids, best first. */
  topics: string[]
  people: { ar: string; en: string }[]
  promptVersion: string
  model: string
  usage: Usage
  verdict: Verdict
}

/** What the checks found, answer by answer; `dropped` sentences of the last one were not shown. */
export type Verdict = { answers: (readonly Fault[])[]; dropped: number }

/** About 4,000 tokens of Arabic; the news of a longer article stands before this. */
const articleCharsMax = 12_000
/** A record takes about 700; the rest is for models that think although they are asked not to. Only what is used is paid. */
const outputTokensMax = 3_000

const [first, ...others] = topics.map(({ en }) => en)
if (first === undefined) throw new Error('The list of topics is empty')
const schema = summarizeSchema([first, ...others])
const topicIds = new Map(topics.map(({ id, en }) => [en, id]))

/**
 * Summarises an article. An answer that the checks find fault with is sent back once; of a second one the faulty sentences are
 * dropped. Throws an LlmError: permanent when the model refuses or nothing sound is left, else worth another try later.
 */
export async function summariseWithModel(llm: Llm, article: Summarisable): Promise<ModelSummary> {
  const source = sourceOf(article)
  const verdict: Verdict = { answers: [], dropped: 0 }
  const { value, usage, model } = await llm.complete({
    name: summarizePrompt.name,
    schema,
    system: summarizePrompt.system,
    user: summarizePrompt.fillIn({
      // Nobody who writes an article can know it, so nobody can end the article early.
      boundary: randomBytes(6).toString('hex'),
      language: article.language === 'ar' ? 'Arabic' : 'English',
      published: source.besides || 'unknown',
      sentences: source.sentences.map((sentence, number) => `[${number}] ${sentence}`).join('\n'),
    }),
    maxOutputTokens: outputTokensMax,
    check: (record) => {
      const faults = checkSummary(record, source)
      verdict.answers.push(faults)
      return faults.map(({ path, words }) => `${path}: ${words}`)
    },
    salvage: (record) => {
      const rest = withoutFaults(record, verdict.answers.at(-1) ?? [])
      verdict.dropped = record.sentences.length - (rest?.sentences.length ?? 0)
      return rest
    },
  })
  // The first answer's rest counts for nothing when the second was sound.
  if (verdict.answers.at(-1)?.length === 0) verdict.dropped = 0
  return { ...shown(value), promptVersion: summarizePrompt.version, model, usage, verdict }
}

/** The article as numbered sentences, each on one line, without characters that no reader would see. */
function sourceOf({ title, text, language, publishedAt }: Summarisable): Source {
  const body = splitSentences(text).map((span) => tidy(cut(text, span)))
  const sentences = [tidy(title)]
  let chars = 0
  for (const sentence of body) {
    chars += sentence.length
    if (chars > articleCharsMax) break
    sentences.push(sentence)
  }
  // A text without a single full stop is one sentence, and may be too long as a whole.
  if (sentences.length === 1) sentences.push((body[0] ?? '').slice(0, articleCharsMax))
  return { language, sentences, besides: publishedAt ?? '' }
}

function shown(record: SummaryRecord): Pick<ModelSummary, 'summaries' | 'topics' | 'people'> {
  const summary = (language: Language) => ({
    headline: tidy(record.headline[language]),
    body: record.sentences.map((it) => tidy(it[language])).join(' '),
  })
  return {
    summaries: { ar: summary('ar'), en: summary('en') },
    topics: Array.from(new Set(record.topics.flatMap((name) => topicIds.get(name) ?? []))),
    people: record.people.map(({ ar, en }) => ({ ar: tidy(ar), en: tidy(en) })),
  }
}

/** Hidden and directional characters carry instructions and spoofs, never news; they go both ways out. */
const hidden = /[\p{Cf}\p{Variation_Selector}\u034f]/gu

function tidy(text: string): string {
  return text
    .replaceAll(hidden, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
