// What a statement is: who said it, with which verb, in exactly which words of the article.
// Its text is never typed by anyone: it is `article.slice(start, end)`, and is checked to be.

import { z } from 'zod'

const verbClasses = [
  'say',
  'claim',
  'confirm',
  'deny',
  'warn',
  'ask',
  'demand',
  'promise',
  'accuse',
  'announce',
  'think',
] as const
export const VerbClass = z.enum(verbClasses)
export type VerbClass = z.infer<typeof VerbClass>

/** direct: all of it stands between quotation marks; mixed: some of it does; indirect: none of it. */
export const Form = z.enum(['direct', 'indirect', 'mixed'])
export type Form = z.infer<typeof Form>

const offset = z.number().int().nonnegative()
export const SpanSchema = z.object({ start: offset, end: offset })

/**
 * What stands between the verb and the words and belongs to neither: whom it was said to ("to journalists"),
 * what it was a comment on («تعليقا على …»), where or in which medium («في مقابلة مع …»), when («مؤخرا»).
 */
export const Adjunct = z.object({
  kind: z.enum(['audience', 'comment', 'setting', 'when']),
  start: offset,
  end: offset,
})
export type Adjunct = z.infer<typeof Adjunct>

export const Statement = z.object({
  /** The full mention as written ("Dmitry Peskov", «المتحدث الرسمي باسم الكرملين دميتري بيسكوف»); '' where the verb has none and nothing was resolved. */
  speaker: z.string(),
  /** The person's name as resolved inside the article (the fullest form that stands in it); null for an unnamed speaker or an organisation. */
  person: z.string().nullable(),
  /** All persons of a joint statement, the first one included; one entry for one person; empty where `person` is null. */
  persons: z.array(z.string()),
  /** The role as written, without the name («المتحدث الرسمي باسم الكرملين»). */
  role: z.string().nullable(),
  /** The reporting verb as written, without a leading و or ف («أكد», "told"); '' where there is none (a floating quotation, "X: …" in a headline). */
  verb: z.string(),
  verbClass: VerbClass,
  form: Form,
  /** Whether the offsets are into the article's text or its title. */
  in: z.enum(['text', 'title']),
  text: z.string(),
  start: offset,
  end: offset,
  /** The parts inside the statement that the article puts between quotation marks, without the marks. */
  quotes: z.array(SpanSchema),
  /** Sources that it came through («نوفوستي», "Reuters"), as written. */
  via: z.array(z.string()),
  adjuncts: z.array(Adjunct),
})
export type Statement = z.infer<typeof Statement>

/** A text to look for statements in. Without a title, only the text is read. */
export type Readable = { title?: string; text: string }
