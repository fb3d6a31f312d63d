// Cuts a long message into parts that Telegram takes, at the best place there is, never inside a link or a letter.

import type { Entity, Message } from '../texts/message.ts'

/** Telegram counts code points up to 4096; UTF-16 units are never fewer, so counting them is safe. */
export const messageUnitsMax = 4096
/** More entities are dropped by the server without a word. */
export const entitiesMax = 100

export function splitMessage({ text, entities }: Message): Message[] {
  const parts: Message[] = []
  let start = 0
  while (start < text.length) {
    const end = cutAt(text, entities, start)
    const part = slice({ text, entities }, start, end)
    if (part.text !== '') parts.push(part)
    start = end
  }
  return parts
}

function cutAt(text: string, entities: readonly Entity[], start: number): number {
  let end = Math.min(text.length, start + messageUnitsMax)
  const inside = entities.filter((it) => it.offset + it.length > start && it.offset < end)
  const tooMany = inside[entitiesMax]
  if (tooMany && tooMany.offset > start) end = Math.min(end, tooMany.offset)
  if (end === text.length) return end
  const whole = inside.find(
    (it) => it.type === 'text_link' && it.offset > start && it.offset < end && it.offset + it.length > end,
  )
  if (whole) end = whole.offset
  return goodCut(text, start, end)
}

/** A blank line, else a line, a sentence, a word, in the second half of the part; else between two letters. */
function goodCut(text: string, start: number, end: number): number {
  const window = text.slice(start, end)
  const half = window.length / 2
  for (const pattern of [/\n\n(?!.*\n\n)/s, /\n(?!.*\n)/s, /[.!؟?…]\s(?!.*[.!؟?…]\s)/s, /\s(?!.*\s)/s]) {
    const found = pattern.exec(window)
    if (found && found.index >= half) return start + found.index + found[0].length
  }
  const near = text.slice(Math.max(start, end - 64), end + 64)
  const base = end - Math.max(start, end - 64)
  const letters = [...new Intl.Segmenter('ar', { granularity: 'grapheme' }).segment(near)].map(
    (it) => it.index,
  )
  const last = letters.findLast((index) => index <= base && index > 0) ?? base
  return end - base + last
}

function slice({ text, entities }: Message, from: number, to: number): Message {
  const raw = text.slice(from, to)
  const start = from + (raw.length - raw.trimStart().length)
  const end = Math.max(start, from + raw.trimEnd().length)
  return {
    text: text.slice(start, end),
    entities: entities
      .filter((it) => it.offset < end && it.offset + it.length > start)
      .map((it) => {
        const offset = Math.max(it.offset, start)
        return { ...it, offset: offset - start, length: Math.min(it.offset + it.length, end) - offset }
      })
      .slice(0, entitiesMax),
  }
}
