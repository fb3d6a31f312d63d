// How fast statements are read: megabytes of text (UTF-8) a second on one core, the engine warm and the whole command from
// start to end, against a floor that any program pays: the same lines parsed and cut into sentences and words.

import { z } from 'zod'
import { readSamples } from '../articles/samples.ts'
import { findQuotations } from '../language/quotations.ts'
import { detectLanguage, type Language } from '../language/script.ts'
import { splitSentences } from '../language/sentences.ts'
import { cut } from '../language/span.ts'
import { extractStatements } from '../statements/extract.ts'
import { inFolder, readRows } from './data.ts'
import { runKhabar } from './program.ts'
import { shortestMs } from './task.ts'

export type Speed = {
  language: Language
  megabytes: number
  /** MB a second of the engine alone, of the command as a whole, and of the floor. */
  warm: number
  command: number
  floor: number
}

/** As much as one small newspaper archive: start-up weighs little then, as it does for whoever has much to read. */
const bytesMin = 8_000_000
const files: Record<Language, string> = { ar: 'ar_news_ant.jsonl', en: 'quotes_en_polnear.jsonl' }
const Row = z.object({ text: z.string() })

/** `folder`: that of EVAL_DATA; without one the samples are read over and over. */
export async function measureSpeed(
  language: Language,
  { dataDir, folder }: { dataDir: string; folder: string | undefined },
): Promise<Speed> {
  const texts = await textsOf(language, folder)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const megabytes = bytes / 1_000_000
  const lines = texts.map((text, id) => JSON.stringify({ id, text }))
  const read = (work: (text: string) => unknown) => () => {
    for (const line of lines) work(Row.parse(JSON.parse(line)).text)
  }
  const warm = shortestMs(read((text) => extractStatements({ text })))
  const floor = shortestMs(read(sentencesAndWords))
  const start = performance.now()
  await runKhabar(['statements', '--jsonl'], { dataDir, input: lines.join('\n') })
  const command = performance.now() - start
  const perSecond = (ms: number) => megabytes / (ms / 1_000)
  return { language, megabytes, warm: perSecond(warm), command: perSecond(command), floor: perSecond(floor) }
}

/** One article of a megabyte against as much text in many: how many times the time. */
export async function measureLongArticle(language: Language, folder: string | undefined): Promise<number> {
  const texts = await textsOf(language, folder)
  let chars = 0
  const some = texts.filter((text) => (chars += text.length) <= 1_000_000)
  const whole = some.join('\n\n')
  const many = shortestMs(() => some.forEach((text) => extractStatements({ text })))
  return shortestMs(() => extractStatements({ text: whole })) / many
}

const sentencesAndWords = (text: string): number =>
  splitSentences(text, findQuotations(text)).reduce(
    (words, span) => words + (cut(text, span).match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
    0,
  )

async function textsOf(language: Language, folder: string | undefined): Promise<string[]> {
  const some = folder === undefined ? await sampleTexts(language) : realTexts(language, folder)
  const texts: string[] = []
  for (let bytes = 0; bytes < bytesMin;)
    for (const text of some) {
      texts.push(text)
      bytes += Buffer.byteLength(text)
    }
  return texts
}

const realTexts = (language: Language, folder: string): string[] =>
  readRows(inFolder(folder, files[language]), Row).map(({ text }) => text)

async function sampleTexts(language: Language): Promise<string[]> {
  const texts: string[] = []
  for await (const { draft } of readSamples())
    if (detectLanguage(draft.text) === language) texts.push(draft.text)
  return texts
}
