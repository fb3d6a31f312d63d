// The first lines of an answer as they are stored and shown.

import { z } from 'zod'

const Sentence = z.object({ text: z.string(), ids: z.array(z.int().positive()) })
/** `keys` are the passages by number: the lines belong above them and nothing else. */
export const Lead = z.object({
  language: z.enum(['ar', 'en']),
  keys: z.array(z.string()),
  sentences: z.array(Sentence),
  disagreements: z.array(Sentence),
  model: z.string(),
  promptVersion: z.string(),
})
export type Lead = z.infer<typeof Lead>

/** Whether the lines may stand above these passages, for a reader of that language. */
export const fits = (lead: Lead, language: Lead['language'], evidence: readonly { key: string }[]): boolean =>
  lead.language === language && lead.keys.join() === evidence.map(({ key }) => key).join()
