// Scores whether articles on one event are told from articles on others, by their words alone: with the times hidden, which would give
// the answer away.

import { z } from 'zod'
import type { Language } from '../language/script.ts'
import { likeness, likenessInTime, type Shape, shapeOf, termsOf } from '../stories/likeness.ts'
import { Weights } from '../stories/weights.ts'
import { inFolder, readDocument, readRows } from './data.ts'
import { balance, mean, type Result, share, type Task } from './task.ts'

export const stories: Task = {
  name: 'stories',
  sets: [
    { name: 'ANT pairs, times hidden', from: 'data', score: (folder) => scorePairs(folder, false) },
    { name: 'ANT pairs, with times', from: 'data', score: (folder) => scorePairs(folder, true) },
    { name: 'Arabic–English, paragraphs', from: 'data', score: scoreAcross },
  ],
}

const Article = z.object({ id: z.string(), text: z.string(), published: z.string() })
const Pair = z.object({ kind: z.string(), label: z.int(), a: z.string(), b: z.string() })

/** `same`: whether the two are one event; `likeness`: above 0 they are taken for one. */
type Judged = { same: boolean; likeness: number }

function scorePairs(folder: string, withTimes: boolean): Result {
  const articles = readRows(inFolder(folder, 'ar_news_ant.jsonl'), Article)
  const pairs = readRows(inFolder(folder, 'ar_story_pairs.jsonl'), Pair)
  const weights = new Weights()
  for (const { text } of articles) weights.add(termsOf({ title: '', text, language: 'ar' }))
  const shapes = new Map(
    articles.map(({ id, text }) => [id, shapeOf({ title: '', text, language: 'ar' }, weights)]),
  )
  const published = new Map(articles.map((it) => [it.id, Date.parse(it.published)]))
  const judged = pairs.flatMap(({ a, b, kind, label }) => {
    const [one, other] = [shapes.get(a), shapes.get(b)]
    if (!one || !other) return []
    const hours = Math.abs((published.get(a) ?? 0) - (published.get(b) ?? 0)) / 3_600_000
    return [
      {
        kind,
        same: label === 1,
        likeness: withTimes ? likenessInTime(one, other, hours) : likeness(one, other),
      },
    ]
  })
  const later = judged.filter(({ kind }) => kind !== 'same_day_other_story')
  return {
    n: `${judged.length} pairs`,
    figures: { ...figuresOf(judged), 'AUC, later similar': areaUnder(later) },
    floors: [{ by: 'manifest, TF-IDF', figures: { F1: 0.876, 'AUC, later similar': 0.95 } }],
  }
}

/** F1 where 0 divides them, and the chance that one event is found more alike than two. */
function figuresOf(judged: readonly Judged[]): { F1: number; AUC: number } {
  const taken = judged.filter((it) => it.likeness > 0)
  const right = taken.filter((it) => it.same).length
  const precision = share(right, taken.length)
  const recall = share(right, judged.filter((it) => it.same).length)
  return { F1: balance(precision, recall), AUC: areaUnder(judged) }
}

function areaUnder(judged: readonly Judged[]): number {
  const [same, others] = [judged.filter((it) => it.same), judged.filter((it) => !it.same)]
  const wins = same.map((it) =>
    mean(others.map((no) => (it.likeness > no.likeness ? 1 : it.likeness === no.likeness ? 0.5 : 0))),
  )
  return mean(wins)
}

const Paragraphs = z.object({
  data: z.array(z.object({ paragraphs: z.array(z.object({ context: z.string() })) })),
})

/** A paragraph and its translation against that paragraph and the others of the same article: harder than other news of the day. */
function scoreAcross(folder: string): Result {
  const read = (language: Language) =>
    readDocument(inFolder(folder, `qa_xquad.${language}.json`), Paragraphs).data.map(({ paragraphs }) =>
      paragraphs.map(({ context }) => ({ title: '', text: context, language })),
    )
  const [arabic, english] = [read('ar'), read('en')]
  const weights = new Weights()
  for (const paragraph of [...arabic, ...english].flat()) weights.add(termsOf(paragraph))
  const shaped = (articles: typeof arabic): Shape[][] =>
    articles.map((article) => article.map((it) => shapeOf(it, weights)))
  const [left, right] = [shaped(arabic), shaped(english)]
  const judged = left.flatMap((article, at) =>
    article.flatMap((one, paragraph) =>
      (right[at] ?? []).map((other, to) => ({ same: paragraph === to, likeness: likeness(one, other) })),
    ),
  )
  return { n: `${judged.length} pairs`, figures: figuresOf(judged) }
}
