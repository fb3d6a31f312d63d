// What a summary is, whichever way it was made. Readers are always told which way that was.

import { z } from 'zod'

/**
 * model: written by a language model and checked; extract: sentences of the article, letter for letter, in its own language;
 * facts: a card of key facts in a language that the article is not in.
 */
const SummaryMethod = z.enum(['model', 'extract', 'facts'])

export const Summary = z.object({
  headline: z.string(),
  body: z.string(),
  method: SummaryMethod,
})
export type Summary = z.infer<typeof Summary>
