// What goes back to a chat: lines and rows of buttons, in reading order. The bot turns the rows round for Arabic.

import type { Line } from '../texts/message.ts'
import type { Question } from './question.ts'
import type { Lead } from './lead-form.ts'
import type { Reader } from './statement-lines.ts'

/** `data` is at most 64 bytes: an action and ids, see action.ts. */
export type Button = { text: string; data: string } | { text: string; url: string }
export type Reply = { lines: Line[]; buttons: Button[][] }

/** What a reply needs to know besides what was found. */
export type Setting = Reader & {
  question: Question
  /** The stored question, so that buttons can ask it again; null where nothing is stored (the command line). */
  answerId: number | null
  /** From which statement on. */
  offset: number
  /** People the reader picked, as the buttons carry them: `0` as asked, `a` all, or an id. */
  chosen: string
  /** How many articles are stored. */
  articles: number
  /** The first lines, where a model has written some for just these passages. */
  lead: Lead | null
}

/** Rows of two, as Telegram shows them best on a phone. */
export function rowsOf(buttons: readonly (Button | null)[], perRow = 2): Button[][] {
  const shown = buttons.filter((it) => it !== null)
  return Array.from({ length: Math.ceil(shown.length / perRow) }, (_, row) =>
    shown.slice(row * perRow, (row + 1) * perRow),
  )
}
