// What an article is about, told by its words alone: offline, fast, and silent where the words don't say.

import type { Language } from '../language/script.ts'
import { stems } from '../language/stem.ts'
import { lexicon } from './lexicon.data.ts'

/** Only the beginning counts: further down, news tells the background. */
const textCharsMax = 6_000
/** A word of the title says as much as this many in the text. */
const titleWeight = 3
/** A word counts at most this often: one name repeated is no evidence. */
const timesMax = 2
/** Evidence below this is chance: about three words of a topic, or one in the title and one more. */
const scoreMin = 3
/** A further topic must reach this share of the best one. */
const shareMin = 0.55
const topicsMax = 3

const weights = { ar: weightsOf('ar'), en: weightsOf('en') }

/** The topics of an article as IPTC ids, best first, at most three; none where the evidence is thin. */
export function classifyTopics(article: {
  title: string
  text: string
  language: Language | 'other'
}): string[] {
  const { language } = article
  if (language === 'other') return []
  const scores = new Map<string, number>()
  const count = (text: string, weight: number): void => {
    for (const [term, times] of termsOf(text, language)) {
      for (const [topic, share] of weights[language].get(term) ?? []) {
        const evidence = share * weight * Math.min(times, timesMax) ** 0.5
        scores.set(topic, (scores.get(topic) ?? 0) + evidence)
      }
    }
  }
  count(article.title, titleWeight)
  count(article.text.slice(0, textCharsMax), 1)
  const ranked = [...scores].toSorted((a, b) => b[1] - a[1])
  const best = ranked[0]?.[1] ?? 0
  return ranked
    .filter(([, score]) => score >= scoreMin && score >= best * shareMin)
    .slice(0, topicsMax)
    .map(([topic]) => topic)
}

/** Single stems and pairs of neighbours, each with how often it stands there. */
function termsOf(text: string, language: Language): Map<string, number> {
  const list = stems(text, language)
  const terms = new Map<string, number>()
  for (const [i, stem] of list.entries()) {
    terms.set(stem, (terms.get(stem) ?? 0) + 1)
    const pair = `${list[i - 1] ?? ''} ${stem}`
    terms.set(pair, (terms.get(pair) ?? 0) + 1)
  }
  return terms
}

/** For each term its topics with their weights: a term of several topics is shared among them, a phrase says more than a word. */
function weightsOf(language: Language): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (const [topic, words] of Object.entries(lexicon)) {
    for (const entry of words[language].split(/\s+/)) {
      const parts = stems(entry.replaceAll('_', ' '), language)
      const term = parts.join(' ')
      if (parts.length === 0 || parts.length > 2) continue
      const of = found.get(term) ?? new Map<string, number>()
      of.set(topic, parts.length === 2 ? 1.5 : 1)
      found.set(term, of)
    }
  }
  for (const of of found.values()) {
    for (const [topic, weight] of of) of.set(topic, weight / of.size ** 1.5)
  }
  return found
}
