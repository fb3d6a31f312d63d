// Entities of a message: which the server accepts, which it refuses and in what words, and which it finds by itself.

import type { Entity } from './message.ts'
import { isRecord } from './parameters.ts'
import { badRequest } from './refusal.ts'
import { checkedUrl } from './urls.ts'

/** What a bot may mark by itself. */
const marks = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'pre',
  'blockquote',
  'expandable_blockquote',
  'text_link',
  'custom_emoji',
  'date_time',
])

/** What the server finds for itself: accepted from a bot, and then ignored. */
const found = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
])

/**
 * Reads the `entities` parameter: sorted outermost first, without empty ones and without those that the server finds
 * for itself. Ranges are checked later, against the text.
 * @throws {Refusal} what is not a list of entities; an unknown type; a link without a usable address
 */
export function readEntities(value: unknown): Entity[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw badRequest('expected an Array of MessageEntity')
  return outermostFirst(
    value.map(readEntity).filter((entity) => entity.length > 0 && !found.has(entity.type)),
  )
}

export function outermostFirst(entities: Entity[]): Entity[] {
  return entities.toSorted((one, two) => one.offset - two.offset || two.length - one.length)
}

/** A quotation holds no second quotation, and code holds nothing: the server drops the inner ones silently. */
export function withoutForbiddenNesting(entities: Entity[]): Entity[] {
  return entities.filter(
    (inner, index) =>
      !entities.slice(0, index).some((outer) => overlaps(outer, inner) && forbids(outer.type, inner.type)),
  )
}

/** Commands, mentions, hashtags and addresses that stand in a text, outside code and links that are already there. */
export function findEntities(text: string, marked: Entity[]): Entity[] {
  const closed = marked.filter(({ type }) => isCode(type) || type === 'text_link')
  const taken = [...closed]
  const result: Entity[] = []
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length }
      if (taken.some((other) => overlaps(other, entity))) continue
      taken.push(entity)
      result.push(entity)
    }
  }
  return result
}

const patterns: [type: string, pattern: RegExp][] = [
  ['url', /(?<![\w/])https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)\]}،؛؟]/giu],
  ['email', /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['bot_command', /(?<![\p{L}\p{N}_/<>@])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/])/gu],
  ['mention', /(?<![\p{L}\p{N}_@/.])@[A-Za-z][A-Za-z0-9_]{3,31}(?![\p{L}\p{N}_])/gu],
  ['hashtag', /(?<![\p{L}\p{N}_#&/])#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]{1,256}/gu],
]

function readEntity(value: unknown): Entity {
  if (!isRecord(value)) throw refused('expected an Object')
  const offset = integerField(value, 'offset')
  const length = integerField(value, 'length')
  const type = value['type']
  if (type === undefined) throw refused(`Can't find field "type"`)
  if (typeof type !== 'string') throw refused('Field "type" must be of type String')
  if (!marks.has(type) && !found.has(type)) throw refused('Unsupported type specified')
  return { type, offset, length, ...extrasOf(type, value) }
}

/** What belongs to some types only: a link's address, a program's language, an emoji's id, a moment and its format. */
function extrasOf(type: string, value: Record<string, unknown>): Partial<Entity> {
  const { url, language, custom_emoji_id: emoji, unix_time: time, date_time_format: format } = value
  if (type === 'text_link') {
    if (typeof url !== 'string') throw refused(`Can't find field "url"`)
    return { url: checkedUrl(url, 'entity URL') }
  }
  if (type === 'pre') return typeof language === 'string' && language !== '' ? { language } : {}
  if (type === 'custom_emoji') return typeof emoji === 'string' ? { custom_emoji_id: emoji } : {}
  if (type !== 'date_time') return {}
  if (typeof time !== 'number') throw refused(`Can't find field "unix_time"`)
  return { unix_time: time, ...(typeof format === 'string' && { date_time_format: format }) }
}

function integerField(value: Record<string, unknown>, name: string): number {
  const number = value[name]
  if (number === undefined) throw refused(`Can't find field "${name}"`)
  const whole = typeof number === 'string' ? Number(number) : number
  if (typeof whole !== 'number' || !Number.isInteger(whole))
    throw refused(`Field "${name}" must be of type Number`)
  if (whole < 0 || whole > 1_000_000) throw badRequest(`receive an entity with incorrect ${name} ${whole}`)
  return whole
}

const refused = (reason: string) => badRequest(`can't parse MessageEntity: ${reason}`)

function overlaps(one: Entity, two: Entity): boolean {
  return one.offset < two.offset + two.length && two.offset < one.offset + one.length
}

function forbids(outer: string, inner: string): boolean {
  if (isQuotation(outer) && isQuotation(inner)) return true
  return (isCode(outer) && !isQuotation(inner)) || (isCode(inner) && !isQuotation(outer))
}

const isCode = (type: string) => type === 'code' || type === 'pre'

const isQuotation = (type: string) => type === 'blockquote' || type === 'expandable_blockquote'
