// All of a model's answer about an article: the summary, and the statements that it reports in the other language.

import type { SummaryRecord } from '../../../prompts/summarize.ts'
import { checkSummary } from './check.ts'
import type { Fault, Source } from './fault.ts'
import { translationFaults } from './translation.ts'

/** The faults of an answer; none: all of it may be shown. */
export function checkRecord(record: SummaryRecord, source: Source): Fault[] {
  const translations = record.sayings.flatMap(({ statement, text }, index): Fault[] => {
    const path = `sayings[${index}]`
    const said = source.statements?.[statement - 1]
    if (!said) return [{ path, kind: 'evidence', words: `there is no statement ${statement}` }]
    return translationFaults({ path, text }, said, source)
  })
  return [...checkSummary(record, source), ...translations]
}
