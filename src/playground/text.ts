// What the server does to a text before it is sent: clean, check the entities against it, trim, count, find links.

import { findEntities, outermostFirst, readEntities, withoutForbiddenNesting } from './entities.ts'
import { maxEntities } from './limits.ts'
import type { Entity } from './message.ts'
import { jsonOf, textOf, type Parameters } from './parameters.ts'
import { badRequest } from './refusal.ts'

export type Formatted = { text: string; entities: Entity[] }

/**
 * Reads a text and its entities from a request. Markup languages are refused: this bot sends text plus entities.
 * @param names the parameters that hold them: `text` and `entities`, or `caption` and `caption_entities`
 * @throws {Refusal} in the server's words
 */
export function readText(
  parameters: Parameters,
  names: { text: string; entities: string },
  maxCharacters: number,
): Formatted {
  const raw = textOf(parameters, names.text)
  if (raw === '') throw badRequest('message text is empty')
  if (textOf(parameters, 'parse_mode') !== '') throw badRequest('unsupported parse_mode')
  const entities = readEntities(jsonOf(parameters, names.entities, 'entities'))
  const formatted = trimmed(cleaned(raw, entities))
  if (!/[^\s\p{Cf}]/u.test(formatted.text)) throw badRequest('text must be non-empty')
  if (characters(formatted.text) > maxCharacters)
    throw badRequest(names.text === 'caption' ? 'message caption is too long' : 'message is too long')
  return withFoundEntities(formatted)
}

/** What a person typed: never refused, only cleaned and read for commands and addresses. */
export function typedText(raw: string): Formatted {
  return withFoundEntities(trimmed(cleaned(raw.toWellFormed(), [])))
}

/** Code points, which is what the server's limits count. */
export const characters = (text: string): number => Array.from(text).length

function withFoundEntities({ text, entities }: Formatted): Formatted {
  const marked = withoutForbiddenNesting(entities)
  const all = outermostFirst([...marked, ...findEntities(text, marked)])
  return { text, entities: all.slice(0, maxEntities) }
}

/**
 * Removes what the server removes: carriage returns, line and paragraph separators and the embeddings U+202A-202E, three
 * combining lines; other control characters become spaces. Entities move with the text that they mark.
 */
function cleaned(raw: string, entities: Entity[]): Formatted {
  let text = ''
  const places = new Map<number, number>()
  let offset = 0
  for (const character of raw) {
    places.set(offset, text.length)
    offset += character.length
    if (!removed.test(character)) text += control.test(character) ? ' ' : character
  }
  places.set(offset, text.length)
  return { text, entities: entities.map((entity) => moved(entity, places, raw)) }
}

const removed = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/u
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const control = /[\u0000-\u0009\u000b-\u001f]/u

function moved(entity: Entity, places: Map<number, number>, raw: string): Entity {
  const { offset, length } = entity
  const end = offset + length
  if (offset > raw.length)
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  if (end > raw.length)
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    )
  const from = places.get(offset)
  const to = places.get(end)
  if (from === undefined) throw inTheMiddle('begins', raw, offset)
  if (to === undefined) throw inTheMiddle('ends', raw, end)
  return { ...entity, offset: from, length: to - from }
}

function inTheMiddle(verb: string, raw: string, offset: number) {
  const bytes = Buffer.byteLength(raw.slice(0, offset - 1))
  return badRequest(`entity ${verb} in a middle of a UTF-16 symbol at byte offset ${bytes}`)
}

/** Spaces and line breaks go from the end, and from the start as far as the first entity. */
function trimmed({ text, entities }: Formatted): Formatted {
  const end = text.replace(/[ \n]+$/, '').length
  const firstEntity = Math.min(end, ...entities.map(({ offset }) => offset))
  const blanks = /^[ \n]*/.exec(text)?.[0].length ?? 0
  const start = Math.min(blanks, firstEntity)
  return {
    text: text.slice(start, end),
    entities: entities
      .map((entity) => ({
        ...entity,
        offset: entity.offset - start,
        length: Math.min(entity.offset + entity.length, end) - entity.offset,
      }))
      .filter(({ length }) => length > 0),
  }
}
