// All that is read out of an article without a model: who said what, a summary in its own language, its topics. Pure.

import { detectLanguage, type Language } from '../language/script.ts'
import { extractStatements } from '../statements/extract.ts'
import type { Statement } from '../statements/statement.ts'
import { extractSummary } from '../summaries/extract.ts'
import type { Summary } from '../summaries/summary.ts'
import { classifyTopics } from '../topics/classify.ts'

export type Analysis = {
  statements: Statement[]
  summaries: { [L in Language]?: Summary }
  /** IPTC ids, best first. */
  topics: string[]
}

/** A text in a third language yields no statement and no summary rather than nonsense. */
export function analyse(article: { title: string; text: string }): Analysis {
  const language = detectLanguage(`${article.title}\n${article.text}`)
  if (language === 'other') return { statements: [], summaries: {}, topics: [] }
  const { headline, body } = extractSummary({ ...article, language })
  return {
    statements: extractStatements(article),
    summaries: { [language]: { headline, body, method: 'extract' } },
    topics: classifyTopics({ ...article, language }),
  }
}
