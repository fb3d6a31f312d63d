// Turns the hand-written labels of `labels.txt` into `statements.jsonl`, the open gold set: offsets, exact texts, quoted parts.
// Refuses a label whose words are not in the article or are there twice. Run: node bin/khabar.js --run test/cases/label.ts

import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Draft } from '../../src/articles/article.ts'
import { readSamples } from '../../src/articles/samples.ts'
import { findQuotations } from '../../src/language/quotations.ts'
import { cut, type Span } from '../../src/language/span.ts'
import { CaseArticle, CaseStatement } from '../../src/evaluation/case.ts'

const folder = import.meta.dirname

/** The sample articles in the order of the manifest, each with its labelled statements. Throws where a label and its article disagree. */
export async function labelSamples(): Promise<CaseArticle[]> {
  const labels = labelsBySection(await readFile(join(folder, 'labels.txt'), 'utf8'))
  const parts = new Map<string, number>()
  const articles: CaseArticle[] = []
  for await (const { draft } of readSamples()) {
    const file = basename(/^file:(.*?)(?:#.*)?$/.exec(draft.origin ?? '')?.[1] ?? '')
    const part = (parts.get(file) ?? 0) + 1
    parts.set(file, part)
    const id = draft.externalId ?? `${file} ${part}`
    const own = labels.get(id)
    if (!own) throw new Error(`no labels for «${id}»`)
    labels.delete(id)
    const { language, title, text } = draft
    const statements = own.map((line) => labelled(line, draft, id))
    articles.push(CaseArticle.parse({ id, file, part, language, title, text, statements }))
  }
  if (labels.size > 0)
    throw new Error(`labels for articles that are not there: ${[...labels.keys()].join(', ')}`)
  return articles
}

function labelsBySection(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>()
  let section: string[] = []
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) sections.set(line.slice(3).trim(), (section = []))
    else if (line.trim() !== '' && !line.startsWith('#')) section.push(line)
  }
  return sections
}

function labelled(line: string, draft: Draft, id: string): CaseStatement {
  const fields = line.replace(/^\?/, '').split('|')
  const [speaker, person, verb, verbClass, form, where, via] = fields.map((it) => it.trim())
  if (speaker === undefined || where === undefined) throw new Error(`${id}: not a label: ${line}`)
  if (!`${draft.title}\n${draft.text}`.includes(speaker)) throw new Error(`${id}: no «${speaker}»`)
  const place = where.startsWith('title ') ? 'title' : 'text'
  const text = draft[place]
  const span = withMarks(text, spanOf(text, where.replace(/^title /, ''), id))
  const persons = personsOf(person ?? '-', speaker)
  return CaseStatement.parse({
    speaker,
    canonical: persons[0] ?? null,
    persons,
    verb,
    verbClass,
    form,
    in: place,
    ...span,
    text: cut(text, span),
    quotes: quotedParts(text, span),
    via: via === undefined ? [] : [via.replace(/^via:\s*/, '')],
    optional: line.startsWith('?'),
  })
}

function personsOf(person: string, speaker: string): string[] {
  if (person === '-') return []
  return person === '=' ? [speaker] : person.split(' & ')
}

/** `first words … last words`: the first words must be there once, the last ones are the next after them. */
function spanOf(text: string, where: string, id: string): Span {
  const [first = '', last] = where.split(' … ')
  const start = text.indexOf(first)
  if (start < 0) throw new Error(`${id}: not in the article: ${first}`)
  if (text.includes(first, start + 1)) throw new Error(`${id}: more than once: ${first}`)
  const lastAt = last === undefined ? start : text.indexOf(last, start)
  if (lastAt < 0) throw new Error(`${id}: not behind «${first}»: ${last}`)
  let end = lastAt + (last ?? first).length
  while (/[.,،]/.test(text.charAt(end - 1))) end--
  return { start, end }
}

/** A span that is no quotation as a whole keeps both marks of a quotation at its edge. */
function withMarks(text: string, span: Span): Span {
  let { start, end } = span
  for (const it of findQuotations(text)) {
    if (it.start <= start && end <= it.end) return span
    if (it.start === start) start = it.outer.start
    if (it.end === end) end = it.outer.end
  }
  return { start, end }
}

function quotedParts(text: string, { start, end }: Span): Span[] {
  return findQuotations(text)
    .map((it) => ({ start: Math.max(start, it.start), end: Math.min(end, it.end) }))
    .filter((it) => it.start < it.end)
}

if (import.meta.main) {
  const lines = (await labelSamples()).map((article) => JSON.stringify(article))
  await writeFile(join(folder, 'statements.jsonl'), `${lines.join('\n')}\n`)
}
