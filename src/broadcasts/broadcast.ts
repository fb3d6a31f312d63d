// A message of the admins' to every chat: how it is written, what an admin sees of it, what a reader gets. Pure.

import { pack } from '../answers/action.ts'
import type { Reply } from '../answers/reply.ts'
import { hasArabic, type Language } from '../language/script.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import type { Broadcast, Reached } from './store.ts'

/** One text or two, one a language; a reader whose language has none gets the other one. */
export type Wordings = { arabic: string | null; english: string | null }

/** Short enough for one message with room to spare. */
export const wordingCharsMax = 3_500
/** Stands alone on the line between two texts. */
const between = /^\s*-{3,}\s*$/m

/** Undefined for none, two in one language, more than two, or one that is too long. */
export function readWordings(words: string): Wordings | undefined {
  const parts = words.split(between).map((it) => it.trim())
  if (parts.length > 2 || parts.some((it) => it === '' || it.length > wordingCharsMax)) return undefined
  const arabic = parts.filter(hasArabic)
  const english = parts.filter((it) => !hasArabic(it))
  if (arabic.length > 1 || english.length > 1) return undefined
  return { arabic: arabic[0] ?? null, english: english[0] ?? null }
}

/** What a reader of that language gets, and in which language it is. */
export function wordingFor(
  { arabic, english }: Wordings,
  language: Language,
): { reply: Reply; language: Language } {
  const own = language === 'ar' ? arabic : english
  const text = own ?? arabic ?? english ?? ''
  const lines = text.split('\n').map((line): Line => (line.trim() === '' ? blank : [line]))
  return { reply: { lines, buttons: [] }, language: hasArabic(text) ? 'ar' : 'en' }
}

/** Before it is sent: the texts, and how many chats would get each. */
export function previewScreen(
  { id, arabic, english }: Pick<Broadcast, 'id'> & Wordings,
  { arabic: inArabic, english: inEnglish }: { arabic: number; english: number },
  language: Language,
): Reply {
  const t = texts[language].broadcast
  const count = inArabic + inEnglish
  return {
    lines: [
      [bold(t.preview)],
      [t.chats(inArabic, inEnglish)],
      ...(arabic === null || english === null ? [[t.oneText]] : []),
      ...wordingLines(arabic, 'ar'),
      ...wordingLines(english, 'en'),
    ],
    buttons: [
      [{ text: t.send(count), data: pack('sendall', id) }],
      [{ text: t.discard, data: pack('stopall', id) }],
    ],
  }
}

function wordingLines(text: string | null, language: Language): Line[] {
  if (text === null) return []
  const lines = text.split('\n').map((line): Line => ({ pieces: [line], language }))
  return [blank, [bold(texts[language].name)], ...lines]
}

/** While it is sent, and once it is. */
export function progressScreen(
  { id, isSettled }: Pick<Broadcast, 'id' | 'isSettled'>,
  { reached, failed, unknown, left }: Reached,
  language: Language,
): Reply {
  const t = texts[language].broadcast
  const isWhole = isSettled && left === 0
  const lines: Line[] = [
    [bold(isSettled ? (isWhole ? t.done : t.stopped) : t.running)],
    [t.reached(reached, reached + failed + unknown + left)],
    ...(failed > 0 ? [[t.failed(failed)]] : []),
    // While it runs one is always on its way.
    ...(unknown > 0 && isSettled ? [[t.unknown(unknown)]] : []),
  ]
  return { lines, buttons: isSettled ? [] : [[{ text: t.stop, data: pack('stopall', id) }]] }
}
