// Scores the understanding of questions: kind, person, topic and period must all be right, or it counts as wrong.

import { type Question, understand } from '../answers/question.ts'
import { fold } from '../language/normalise.ts'
import { inFolder, readColumns } from './data.ts'
import { ownQuestions } from './questions.data.ts'
import { type Result, share, type Task, timed } from './task.ts'

export const questions: Task = {
  name: 'questions',
  sets: [
    { name: 'frames', from: 'data', score: (folder) => scoreFrames(readFrames(folder)) },
    { name: 'our own', from: 'samples', score: () => scoreFrames(framesIn(ownQuestions)) },
  ],
}

export type Frame = { text: string; kind: string; person: string; topic: string; period: string }

/** The day on which the rows were written, and the week that they mean. */
const clock = { today: '2024-04-12', weekStart: 'sat' } as const

function readFrames(folder: string): Frame[] {
  return readColumns(inFolder(folder, 'questions.tsv'), 2).map(
    ([text = '', kind = '', person = '', topic = '', period = '']) => ({ text, kind, person, topic, period }),
  )
}

const framesIn = (lines: string): Frame[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', kind = '', person = '', topic = '', period = ''] = line.split('\t')
      return { text, kind, person, topic, period }
    })

export async function scoreFrames(frames: readonly Frame[]): Promise<Result> {
  const { done, msEach } = await timed(frames, ({ text }) => understand(text, clock))
  const scored = frames.flatMap((wanted, i) => {
    const question = done[i]
    return question ? [{ wanted, got: frameOf(question) }] : []
  })
  const right = (key: keyof Frame) => scored.filter(({ wanted, got }) => isSame(wanted, got, key)).length
  const keys = ['kind', 'person', 'topic', 'period'] as const
  const wrong = scored.filter(({ wanted, got }) => !keys.every((key) => isSame(wanted, got, key)))
  return {
    n: `${frames.length} questions`,
    figures: {
      'whole frame': share(scored.length - wrong.length, frames.length),
      ...Object.fromEntries(keys.map((key) => [key, share(right(key), frames.length)])),
    },
    floors: [{ by: 'prototype, its own 64', figures: { 'whole frame': 0.953 } }],
    msEach,
    notes: wrong.map(({ wanted, got }) => `${wanted.text} → ${shown(got)}, wanted ${shown(wanted)}`),
  }
}

function frameOf({ kind, speakers, speakerGuesses, topic, from, to }: Question): Omit<Frame, 'text'> {
  return {
    kind,
    person: speakers.length > 1 ? speakers.join(', ') : (speakerGuesses[0] ?? ''),
    topic: topic ?? '',
    period: from === null && to === null ? '' : `${from ?? ''}..${to ?? ''}`,
  }
}

/** What is no question for us has neither person nor topic nor period that could be wrong. */
function isSame(wanted: Frame, got: Omit<Frame, 'text'>, key: keyof Frame): boolean {
  if (key === 'text' || (wanted.kind === 'other' && got.kind === 'other')) return true
  return plain(wanted[key]) === plain(got[key])
}

const plain = (text: string): string =>
  fold(text)
    .replace(/^the /, '')
    .replaceAll(/[“”"«»؟?]/g, '')
    .trim()

const shown = ({ kind, person, topic, period }: Omit<Frame, 'text'>): string =>
  [kind, person, topic, period].join(' | ')
