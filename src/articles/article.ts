// What an article is, from the moment a source has read it to the moment it is stored.

import { z } from 'zod'

/** `YYYY-MM-DD` where only the day is known (never shifted by a time zone), else ISO 8601 with an offset. */
export const PublishedAt = z.union([z.iso.date(), z.iso.datetime({ offset: true })])
export type PublishedAt = z.infer<typeof PublishedAt>

/** An article as a source gave it, before we have stored it. */
export const Draft = z.object({
  /** The id that the input itself gave it (a JSON line's `id`, a feed item's guid). */
  externalId: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string(),
  /** Paragraphs, one a line, in Unicode NFC-or-as-found: never folded, it is what readers are shown. */
  text: z.string().min(1),
  /** `ar`, `en`, or `other`: stored and searchable, but no statement is read out of it. */
  language: z.enum(['ar', 'en', 'other']),
  /** The outlet as written («RT Arabic»). */
  source: z.string().nullable(),
  /** The agency that the outlet had it from («نوفوستي»). */
  agency: z.string().nullable(),
  author: z.string().nullable(),
  /** Where it was written («أبوظبي»), from the place line. */
  place: z.string().nullable(),
  publishedAt: PublishedAt.nullable(),
  keywords: z.array(z.string()),
  /** Where it was read from, stable from one load to the next: `file:<absolute path>#<part>`, `feed:<url>#<guid>`, `url:<canonical>`. Null: its text alone identifies it. */
  origin: z.string().nullable(),
})
export type Draft = z.infer<typeof Draft>

/** What became of one thing that a load was asked to read. */
export type Read = { input: string; draft: Draft } | { input: string; failed: string }
