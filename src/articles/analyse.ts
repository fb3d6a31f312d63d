// All that is read out of an article without a model: who said what, a summary in its own language, key facts in the other, its
// topics. Pure.

import { soundTextOf } from '../language/machine-talk.ts'
import { detectLanguage, type Language, otherLanguage } from '../language/script.ts'
import { extractStatements } from '../statements/extract.ts'
import type { RatedStatement } from '../statements/confidence.ts'
import { extractSummary } from '../summaries/extract.ts'
import { factsCard } from '../summaries/facts.ts'
import type { Summary } from '../summaries/summary.ts'
import { classifyTopics } from '../topics/classify.ts'

export type Analysis = {
  statements: RatedStatement[]
  summaries: { [L in Language]?: Summary }
  /** IPTC ids, best first. */
  topics: string[]
}

/** A text in a third language yields no statement and no summary rather than nonsense. */
export function analyse(article: { title: string; text: string; place?: string | null }): Analysis {
  const language = detectLanguage(`${article.title}\n${article.text}`)
  if (language === 'other') return { statements: [], summaries: {}, topics: [] }
  const { headline, body } = extractSummary({ ...article, language })
  const statements = extractStatements(article)
  const topics = classifyTopics({ ...article, language })
  const other = otherLanguage(language)
  const facts = factsCard(
    { ...article, text: soundTextOf(article.text), place: article.place ?? null, language },
    { statements, topics },
    other,
  )
  return {
    statements,
    summaries: {
      [language]: { headline, body, method: 'extract' },
      ...(facts ? { [other]: { ...facts, method: 'facts' } } : {}),
    },
    topics,
  }
}
