// What a statement was a comment on, as the article says it, with the names that its roles stand for. Pure.

import { fold } from '../language/normalise.ts'
import { findPeople, type Person } from '../statements/extract.ts'
import type { Said } from '../statements/store.ts'

/** «تعليقاً على تصريحات الوزير التشيكي (مارتن كوبكا)»: the comment's words, each role followed by whom it means. Empty without a comment. */
export function contextWords(said: Said): string {
  if (said.in === 'title') return ''
  return said.adjuncts
    .filter((it) => it.kind === 'comment')
    .map(({ start, end }) => {
      const words = withNames(said, { start, end }).replace(/[\s،,]+$/u, '')
      // Articles leave the tanwin out; at the head of a line of ours it is spelt in full.
      return words.replace(/^(تعليق|رد)ا(?=\s)/u, '$1اً')
    })
    .join('، ')
}

/** The people whom the comment names, by name or by role, in order. */
export function commentedPeople(said: Said): Person[] {
  const spans = said.adjuncts.filter((it) => it.kind === 'comment')
  if (spans.length === 0 || said.in === 'title') return []
  return findPeople({ title: said.title, text: said.body }).filter((person) =>
    person.mentions.some((mention) =>
      spans.some((span) => span.start <= mention.start && mention.end <= span.end),
    ),
  )
}

function withNames(said: Said, span: { start: number; end: number }): string {
  const inserted = commentedPeople(said)
    .flatMap(({ name, mentions }) =>
      mentions
        .filter((it) => span.start <= it.start && it.end <= span.end)
        .filter((it) => !sharesWord(said.body.slice(it.start, it.end), name))
        .slice(0, 1)
        .map(({ end }) => ({ at: end, name })),
    )
    .toSorted((a, b) => b.at - a.at)
  let words = said.body.slice(span.start, span.end)
  for (const { at, name } of inserted)
    words = `${words.slice(0, at - span.start)} (${name})${words.slice(at - span.start)}`
  return words
}

function sharesWord(mention: string, name: string): boolean {
  const words = new Set(fold(name).split(/\s+/))
  return fold(mention)
    .split(/\s+/)
    .some((word) => words.has(word) || words.has(word.replace(/^[وبلفك]/, '')))
}
