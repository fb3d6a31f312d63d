// What a line of `statements.jsonl` holds: one sample article and the statements that a person found in it.

import { z } from 'zod'
import { Form, SpanSchema, VerbClass } from '../../src/statements/statement.ts'

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
