// How sure it is that these are words of this speaker, from what shows in the statement itself. Not a probability of anything else.
// The weights are shares of right statements of each kind, among those labelled for evaluation (`npm run eval -- statements` prints how
// right the sure and the less sure ones are), rounded, and multiplied as if the kinds knew nothing of each other.

import { fold } from '../language/normalise.ts'
import type { Statement } from './statement.ts'

/** A statement with how sure it is, 0 to 1. */
export type RatedStatement = Statement & { confidence: number }

/** From here on a statement is shown as an answer; what is less sure is kept, and counted nowhere. */
export const shownFrom = 0.6

const byForm: Record<Statement['form'], number> = { direct: 0.98, mixed: 0.98, indirect: 0.94 }
const bySpeaker = { named: 1, office: 0.97, unnamed: 0.95, carried: 0.93, nobody: 0.55 }
/** A demand is often a deed (طالب بـ, "urged"): where its words end is harder to tell. */
const demand = 0.95
const verbless = 0.95
const title = 0.95
const veryShort = { words: 3, weight: 0.7 }
const short = { words: 6, weight: 0.93 }

/** 0 to 1, two decimals. */
export function confidenceOf(statement: Statement): number {
  const words = statement.text.trim().split(/\s+/).length
  const length = words < veryShort.words ? veryShort.weight : words < short.words ? short.weight : 1
  const product =
    byForm[statement.form] *
    bySpeaker[speakerKind(statement)] *
    length *
    (statement.verbClass === 'demand' ? demand : 1) *
    (statement.verb === '' ? verbless : 1) *
    (statement.in === 'title' ? title : 1)
  return Math.round(product * 100) / 100
}

/** By name; by an office whose holder the article names; by an office or a body alone; by a pronoun or a bare verb; by nobody. */
function speakerKind({ speaker, person }: Statement): keyof typeof bySpeaker {
  if (person === null) return speaker === '' ? 'nobody' : 'unnamed'
  const written = fold(speaker)
  if (
    fold(person)
      .split(/\s+/)
      .some((word) => written.includes(word))
  )
    return 'named'
  return /^(?:|he|she|they|هو|هي|هم)$/.test(written) ? 'carried' : 'office'
}
