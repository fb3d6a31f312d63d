// The articles that ship with the project, each with what it is: invented, or retold from a real outlet's report.
// Whoever shows a word of them must say so: nothing here may be quoted as a real outlet's.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readPath } from '../sources/files.ts'
import type { Draft } from './article.ts'

const Invented = z.strictObject({ kind: z.literal('invented') })
const Retold = z.strictObject({
  kind: z.literal('retold'),
  /** The outlet whose report was retold, as it writes its name. */
  outlet: z.string().min(1),
  /** The day of that report; null where it is not known. */
  date: z.iso.date().nullable(),
})

/** invented: people, places, outlets and events are made up. retold: facts of one real report, in this project's own words. */
export const Sample = z.discriminatedUnion('kind', [Invented, Retold])
export type Sample = z.infer<typeof Sample>

/** `samples/manifest.json`: every sample file once, in the order of loading. */
const file = z.string().regex(/^[\w-]+\.(txt|md|html|jsonl)$/)
const Manifest = z.strictObject({
  files: z.array(z.discriminatedUnion('kind', [Invented.extend({ file }), Retold.extend({ file })])),
})

export const samplesFolder = join(import.meta.dirname, '../../samples')

/**
 * Reads all samples in the order of the manifest; a file with several articles gives each of them with the file's kind.
 * Throws where a sample can't be read: they ship with the program, so that is a bug in it.
 */
export async function* readSamples(
  folder: string = samplesFolder,
): AsyncGenerator<{ draft: Draft; sample: Sample }> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  for (const { file: name, ...sample } of manifest.files) {
    for await (const read of readPath(join(folder, name))) {
      if ('failed' in read) throw new Error(`sample ${name}: ${read.failed}`)
      yield { draft: read.draft, sample }
    }
  }
}
