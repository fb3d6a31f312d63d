// The labelled samples that ship: each line of `test/cases/statements.jsonl` is one sample article and the statements that a
// person found in it. `test/cases/label.ts` writes the file, the tests keep it true, `npm run eval` scores against it.

import path from 'node:path'
import { z } from 'zod'
import { Form, SpanSchema, VerbClass } from '../statements/statement.ts'
import { readRows } from './data.ts'

export const CaseStatement = z.strictObject({
  /** The mention as written, or '' for a bare verb; a pronoun stays a pronoun. */
  speaker: z.string(),
  /** The fullest form of the name in the article, an organisation's name, or null where nobody is named. */
  canonical: z.string().nullable(),
  persons: z.array(z.string()),
  verb: z.string(),
  verbClass: VerbClass,
  form: Form,
  in: z.enum(['text', 'title']),
  ...SpanSchema.shape,
  text: z.string().min(1),
  quotes: z.array(SpanSchema),
  via: z.array(z.string()),
  /** A statement to some and not to others: counts neither for nor against. */
  optional: z.boolean(),
})

export type CaseStatement = z.infer<typeof CaseStatement>

export const CaseArticle = z.strictObject({
  /** The line's own id in a .jsonl, else `<file> <part>`. */
  id: z.string(),
  file: z.string(),
  part: z.number().int().positive(),
  language: z.enum(['ar', 'en']),
  title: z.string(),
  text: z.string(),
  statements: z.array(CaseStatement),
})
export type CaseArticle = z.infer<typeof CaseArticle>

const casesFile = path.join(import.meta.dirname, '../../test/cases/statements.jsonl')

export const readCases = (): CaseArticle[] => readRows(casesFile, CaseArticle)
