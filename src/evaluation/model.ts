// A real model at work: how often the checks find fault with it, what it costs, and whether it keeps silent where it knows nothing. Scored
// only where a model is configured, by the same settings as the program's.

import { readSamples } from '../articles/samples.ts'
import { analyse } from '../articles/analyse.ts'
import type { Evidence } from '../answers/evidence.ts'
import { writeLead } from '../answers/lead.ts'
import { readConfig } from '../config.ts'
import { OutsideError } from '../errors.ts'
import { detectLanguage } from '../language/script.ts'
import { createLlm, type Llm } from '../llm/client.ts'
import { LlmError, type Usage } from '../llm/failure.ts'
import { projectFolder } from '../project.ts'
import { findNumbers } from '../summaries/check/numbers.ts'
import { isNegated } from '../summaries/check/wording.ts'
import { type ModelSummary, summariseWithModel } from '../summaries/model.ts'
import { type Result, share, type Task } from './task.ts'

export const model: Task = {
  name: 'model',
  missing: () =>
    settings().model
      ? undefined
      : 'no model is configured (OPENAI_API_KEY or OPENAI_BASE_URL), so none is scored',
  sets: [
    { name: 'summaries of samples', from: 'samples', score: () => withModel(scoreSummaries) },
    { name: 'first lines on samples', from: 'samples', score: () => withModel(scoreLeads) },
  ],
}

type Priced = { llm: Llm; price: { input: number; output: number } }

function settings() {
  return readConfig(process.env, projectFolder)
}

async function withModel(score: (priced: Priced) => Promise<Result>): Promise<Result> {
  const { model: configured, budget } = settings()
  if (!configured) throw new OutsideError('No model is configured')
  return score({ llm: createLlm(configured), price: budget.price })
}

async function articles() {
  const read: { title: string; text: string; language: 'ar' | 'en'; publishedAt: string | null }[] = []
  for await (const { draft } of readSamples()) {
    const language = detectLanguage(`${draft.title}\n${draft.text}`)
    if (language !== 'other') read.push({ ...draft, language })
  }
  return read
}

type Outcome = { written?: ModelSummary; usage: Usage }

/** The checks' faults, second chances and cost of summaries; whether both languages state the same figures and denials. */
async function scoreSummaries({ llm, price }: Priced): Promise<Result> {
  const outcomes: Outcome[] = []
  for (const article of await articles()) {
    const statements = analyse(article).statements.map((it) => ({
      ...it,
      speaker: it.person ?? it.speaker,
      isPerson: it.person !== null,
      words: it.text,
    }))
    try {
      const written = await summariseWithModel(llm, { ...article, statements })
      outcomes.push({ written, usage: written.usage })
    } catch (error) {
      if (!(error instanceof LlmError)) throw error
      outcomes.push({ usage: error.usage })
    }
  }
  const written = outcomes.flatMap((it) => it.written ?? [])
  const faults = written.flatMap(({ verdict }) => verdict.answers[0] ?? [])
  const sum = (of: (usage: Usage) => number) => outcomes.reduce((all, { usage }) => all + of(usage), 0)
  const [input, output] = [sum((it) => it.inputTokens), sum((it) => it.outputTokens)]
  const million = 1_000_000
  return {
    n: `${outcomes.length} articles, ${llm.model}`,
    figures: {
      'faults per 100': (100 * faults.length) / Math.max(1, written.length),
      'calls an article': sum((it) => it.calls) / outcomes.length,
      'fell back': share(outcomes.length - written.length, outcomes.length),
      'sentences dropped': written.reduce((all, { verdict }) => all + verdict.dropped, 0),
      'languages agree': share(written.filter(agree).length, written.length),
      'tokens an article': (input + output) / outcomes.length,
      'money an article': (input * price.input + output * price.output) / million / outcomes.length,
    },
    notes: [...Map.groupBy(faults, ({ kind }) => kind)].map(([kind, some]) => `${kind}: ${some.length}`),
  }
}

/** The same figures, and a denial in both or in neither. */
function agree({ summaries: { ar, en } }: ModelSummary): boolean {
  const [one, other] = [findNumbers(ar.body), findNumbers(en.body)]
  return areAmong(one, other) && areAmong(other, one) && isNegated(ar.body) === isNegated(en.body)
}

/** One and two are said without a number in both languages. */
const areAmong = (numbers: Set<number>, others: Set<number>): boolean =>
  [...numbers].every((it) => it < 3 || others.has(it))

/** Of its sentences those that its passages bear out, and how often it says nothing where the passages hold no answer. */
async function scoreLeads({ llm }: Priced): Promise<Result> {
  let [asked, written, abstained, unanswerable] = [0, 0, 0, 0]
  for (const { title, text, language } of await articles()) {
    const evidence = analyse({ title, text })
      .statements.slice(0, 3)
      .map((it, index) => evidenceOf(it, { title, language, index }))
    const [first] = evidence
    if (!first || evidence.length < 2) continue
    const name = first.person ?? first.speaker
    const questions = {
      en: [`What did ${name} say?`, `What did ${name} say about the price of saffron on the moon?`],
      ar: [`ماذا قال ${name}؟`, `ماذا قال ${name} عن سعر الزعفران على القمر؟`],
    }[language]
    const [answerable = '', absurd = ''] = questions
    asked++
    if (await leadTo(llm, answerable, { language, evidence })) written++
    unanswerable++
    if (!(await leadTo(llm, absurd, { language, evidence }))) abstained++
  }
  return {
    n: `${asked + unanswerable} questions, ${llm.model}`,
    figures: {
      'answered, sound': share(written, asked),
      'silent where nothing is said': share(abstained, unanswerable),
    },
  }
}

async function leadTo(
  llm: Llm,
  question: string,
  of: Pick<Parameters<typeof writeLead>[1], 'language' | 'evidence'>,
) {
  try {
    return await writeLead(llm, { question, now: '2026-11-26', ...of })
  } catch (error) {
    if (!(error instanceof LlmError)) throw error
    return undefined
  }
}

type Spoken = ReturnType<typeof analyse>['statements'][number]
const evidenceOf = (
  { speaker, person, role, verb, text }: Spoken,
  { title, language, index }: { title: string; language: 'ar' | 'en'; index: number },
): Evidence => ({
  key: `s${index}`,
  language,
  speaker,
  person,
  role,
  verb,
  words: text,
  title,
  outlet: null,
  publishedAt: null,
})
