// One statement in full, an article's statements, and what a speaker was commenting on. Pure.

import type { Said } from '../statements/store.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { pack } from './action.ts'
import { commentedPeople } from './context.ts'
import { factsLines } from './facts.ts'
import { type Button, type Reply, rowsOf } from './reply.ts'
import {
  displayName,
  type Reader,
  shortName,
  sourceLines,
  sourceText,
  speakerLine,
  wordsLines,
} from './statement-lines.ts'

const namesOf = ({ person }: Said): string[] => (person === null ? [] : [person])

function linesOf(said: Said, reader: Reader): Line[] {
  return [
    speakerLine(said, namesOf(said), reader.language),
    ...wordsLines(said, reader),
    ...factsLines(said, reader),
  ]
}

export function composeStatement(said: Said, reader: Reader): Reply {
  const t = texts[reader.language]
  const [first = [], ...rest] = linesOf(said, reader)
  const sample: Line[] = said.sample?.kind === 'invented' ? [[t.sampleLine]] : []
  return {
    lines: [first, ...sample, ...rest, ...sourceLines(said, reader)],
    buttons: [[{ text: t.buttons.paragraph, data: pack('p', said.id) }]],
  }
}

/** A message holds this many; an article with more says how many are left. */
const statementsMax = 6

export function composeOfArticle(statements: readonly Said[], reader: Reader): Reply {
  const t = texts[reader.language]
  const shown = statements.slice(0, statementsMax)
  const [first] = shown
  if (!first) return { lines: [[t.noStatements]], buttons: [] }
  const lines: Line[] = [[bold(first.title)]]
  if (first.sample?.kind === 'invented') lines.push([t.sampleLine])
  for (const said of shown) lines.push(blank, ...linesOf(said, reader))
  lines.push(blank, ...sourceLines(first, reader))
  if (statements.length > shown.length) lines.push([t.someOf(1, shown.length, statements.length)])
  const buttons = shown.map((said, index): Button => ({
    text: `${t.buttons.paragraph} ${index + 1}`,
    data: pack('p', said.id),
  }))
  return { lines, buttons: rowsOf(buttons) }
}

/** «علامَ كان يعلّق؟»: what the people named in «تعليقا على …» say in the same article, or the words of the comment themselves. */
export function composeComment(said: Said, inArticle: readonly Said[], reader: Reader): Reply {
  const t = texts[reader.language]
  const people = commentedPeople(said)
  const statements = inArticle.filter(
    (it) => it.id !== said.id && people.some((person) => it.person === person.name),
  )
  const lines: Line[] = []
  for (const it of statements) lines.push(...linesOf(it, reader), blank)
  if (statements.length === 0) {
    const words = said.adjuncts
      .filter((it) => it.kind === 'comment')
      .map(({ start, end }) => sourceText(said).slice(start, end))
    lines.push([t.context('')], ...words.map((it): Line => ({ quoted: it })))
  }
  lines.push(...sourceLines(said, reader))
  if (said.sample?.kind === 'invented') lines.splice(1, 0, [t.sampleLine])
  const back = displayName(namesOf(said), reader.language)
  const buttons: Button[] = statements.map((it, index) => ({
    text: statements.length === 1 ? t.buttons.paragraph : `${t.buttons.paragraph} ${index + 1}`,
    data: pack('p', it.id),
  }))
  if (back !== '') buttons.push({ text: t.buttons.back(shortName(back)), data: pack('s', said.id) })
  return { lines, buttons: rowsOf(buttons) }
}
