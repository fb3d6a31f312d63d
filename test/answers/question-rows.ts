// Tables of questions and how they must be read: one row, one test.

import { expect, test } from 'vitest'
import { type Question, understand } from '../../src/answers/question.ts'

/** A Thursday; the readers' weeks begin on Saturday. */
export const clock = { today: '2026-11-19', weekStart: 'sat' } as const

/** Question, kind, speakers (joined by +), topic, range of days. Names are invented, or so well known that nothing hangs on them. */
export type Row = readonly [
  question: string,
  kind: Question['kind'],
  speakers?: string,
  topic?: string,
  range?: string,
]

/** Tests that each question is read as its row says. */
export function reads(language: 'ar' | 'en', rows: readonly Row[]): void {
  test.each(rows.map(([question, ...frame]) => ({ question, frame })))('$question', ({ question, frame }) => {
    const [kind, speakers = '', topic = '', range = ''] = frame
    const read = understand(question, clock)
    expect({
      language: read.language,
      kind: read.kind,
      speakers: read.speakers.join('+'),
      topic: read.topic ?? '',
      range: read.from === null && read.to === null ? '' : `${read.from ?? ''}..${read.to ?? ''}`,
    }).toEqual({ language, kind, speakers, topic, range })
  })
}
