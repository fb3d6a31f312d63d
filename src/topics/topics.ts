// The topics of the news: the 17 of the top level of IPTC Media Topics, under IPTC's ids, so that others' systems know them too.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../language/script.ts'
import { stems } from '../language/stem.ts'
import { topicWords, wordsAround } from './topic-words.data.ts'

export type Topic = { id: string; en: string; ar: string }

/** All topics in IPTC's order. English names are IPTC's; the Arabic ones are ours (IPTC's lack hamzas). */
export const topics: readonly Topic[] = readFileSync(join(import.meta.dirname, 'topics.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [id = '', en = '', ar = ''] = line.split('\t')
    return { id, en, ar }
  })

const names = new Map(topics.map((topic) => [topic.id, topic]))
const around = { ar: stemSet(wordsAround.ar, 'ar'), en: stemSet(wordsAround.en, 'en') }
const known = {
  ar: topics.map(({ id, ar }) => ({ id, stems: stemSet(`${ar} ${topicWords[id]?.ar ?? ''}`, 'ar') })),
  en: topics.map(({ id, en }) => ({ id, stems: stemSet(`${en} ${topicWords[id]?.en ?? ''}`, 'en') })),
}

/** A topic's name for readers; an id that is none of ours comes back as it is. */
export function topicName(id: string, language: Language): string {
  return names.get(id)?.[language] ?? id
}

/** For buttons and titles: "economy" of "economy, business and finance". The Arabic names are short as they are. */
export function shortTopicName(id: string, language: Language): string {
  const name = topicName(id, language)
  return language === 'ar' ? name : (name.split(/, | and /)[0] ?? name)
}

/**
 * The topic that a reader's words name («أخبار الصحة», "sports"): every word of them must belong to it. Undefined where
 * none fits: the words are then a keyword, not a topic.
 */
export function findTopic(words: string, language: Language): string | undefined {
  const asked = stems(words, language).filter((stem) => !around[language].has(stem))
  if (asked.length === 0) return undefined
  return known[language].find((topic) => asked.every((stem) => topic.stems.has(stem)))?.id
}

function stemSet(words: string, language: Language): ReadonlySet<string> {
  return new Set(stems(words.replaceAll('_', ' '), language))
}
