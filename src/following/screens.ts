// What followers see: the people they follow, and a message with what one of them has said. Pure.

import { pack } from '../answers/action.ts'
import type { Person } from '../answers/people.ts'
import { type Button, type Reply, rowsOf } from '../answers/reply.ts'
import { composeStatement } from '../answers/single.ts'
import { displayName, type Reader, shortName, sourceLines, speakerLine } from '../answers/statement-lines.ts'
import type { Language } from '../language/script.ts'
import type { Said } from '../statements/store.ts'
import { blank, bold, type Line, quoted } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'

export function followedScreen(people: readonly Person[], language: Language): Reply {
  const t = texts[language].following
  if (people.length === 0) return { lines: [[t.none]], buttons: [] }
  const buttons = people.map(({ names, personId }): Button => ({
    text: t.stop(shortName(displayName(names, language))),
    data: pack('f', personId, 0),
  }))
  const lines = people.map(({ names }): Line => [`• ${displayName(names, language)}`])
  return { lines: [[bold(t.title)], ...lines], buttons: rowsOf(buttons) }
}

/** Of people who share the name the reader chooses, by the button that `buttonOf` makes of each and of the name. */
export function whomScreen(
  people: readonly Person[],
  language: Language,
  buttonOf: (person: Person, name: string) => Button,
): Reply {
  const buttons = people.map((it) => buttonOf(it, displayName(it.names, language)))
  return { lines: [[bold(texts[language].following.whom)]], buttons: rowsOf(buttons, 1) }
}

/** A message holds this many; more are counted, and a question away. */
const shownMax = 3

export function pushReply(statements: readonly Said[], reader: Reader): Reply {
  const t = texts[reader.language].following
  const shown = statements.slice(0, shownMax)
  const lines: Line[] = []
  for (const said of shown) lines.push(...composeStatement(said, reader).lines, blank)
  if (statements.length > shown.length) lines.push([t.more(statements.length - shown.length)])
  const paragraphs = shown.map((said, index): Button => ({
    text:
      shown.length === 1
        ? texts[reader.language].buttons.paragraph
        : `${texts[reader.language].buttons.paragraph} ${index + 1}`,
    data: pack('p', said.id),
  }))
  return { lines, buttons: [...rowsOf(paragraphs), [{ text: t.manage, data: pack('followed') }]] }
}

export type Corrected = { cause: 'article' | 'mistake'; before: Said; now: Said | undefined }

/** What an article said when the chat was shown it, and what it says now; or what was shown and was wrong. */
export function correctionReply(corrections: readonly Corrected[], reader: Reader): Reply {
  const t = texts[reader.language].correction
  const shown = corrections.slice(0, shownMax)
  const lines: Line[] = [[bold(t.title)]]
  for (const { cause, before, now } of shown) {
    lines.push(blank, speakerLine(before, before.person === null ? [] : [before.person], reader.language))
    lines.push([t.before], quoted(before.words))
    if (now) lines.push([t.now], quoted(now.words))
    else lines.push([cause === 'mistake' ? t.mistaken : t.gone])
    lines.push(...sourceLines(before, reader))
  }
  if (corrections.length > shown.length) lines.push(blank, [t.more(corrections.length - shown.length)])
  const paragraphs = shown.flatMap(({ now }): Button[] =>
    now ? [{ text: texts[reader.language].buttons.paragraph, data: pack('p', now.id) }] : [],
  )
  return { lines, buttons: rowsOf(paragraphs) }
}
