// Short views of statements, so that a table shows what matters and nothing else.

import { extractArabic } from '../../../src/statements/arabic/arabic.ts'
import type { Statement } from '../../../src/statements/statement.ts'

/** The statements of a text without a title. */
export const read = (text: string): Statement[] => extractArabic({ text })

/** The only statement of a text; fails where there are none or several. */
export function only(text: string): Statement {
  const [statement, ...others] = read(text)
  if (!statement || others.length > 0)
    throw new Error(`${others.length + (statement ? 1 : 0)} statements in: ${text}`)
  return statement
}

/** "speaker: words" of each statement. */
export const lines = (text: string): string[] =>
  read(text).map((it) => `${it.person ?? it.speaker}: ${it.text}`)
