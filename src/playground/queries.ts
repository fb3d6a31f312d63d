// Questions that wait for one answer: a tapped button, an inline query. A second or a late answer is refused.

import { randomInt } from 'node:crypto'
import { maxCallbackAnswerCharacters, maxInlineOffsetBytes, maxInlineResults } from './limits.ts'
import { flagOf, isRecord, jsonOf, textOf, type Parameters } from './parameters.ts'
import { badRequest } from './refusal.ts'
import { characters } from './text.ts'
import type { World } from './world.ts'

/** How long an answer is still taken; about what the real server allows. */
const answerWithinMs = { tap: 15 * 60_000, inline: 30_000 }

export type Queries = ReturnType<typeof createQueries>

export function createQueries(world: World) {
  const open = new Map<string, { kind: 'tap' | 'inline'; chatId: number; askedAt: number }>()

  const ask = (kind: 'tap' | 'inline', chatId: number): string => {
    const id = `${world.now()}${randomInt(100_000, 1_000_000)}`
    open.set(id, { kind, chatId, askedAt: world.now() })
    return id
  }

  const close = (kind: 'tap' | 'inline', id: string): number => {
    const query = open.get(id)
    const late = query && world.now() - query.askedAt > answerWithinMs[kind]
    if (!query || query.kind !== kind || late)
      throw badRequest('query is too old and response timeout expired or query ID is invalid')
    open.delete(id)
    return query.chatId
  }

  const answerTap = (parameters: Parameters): true => {
    const text = textOf(parameters, 'text')
    if (characters(text) > maxCallbackAnswerCharacters) throw badRequest('MESSAGE_TOO_LONG')
    const queryId = textOf(parameters, 'callback_query_id')
    const chatId = close('tap', queryId)
    const alert = flagOf(parameters, 'show_alert')
    world.announce({ kind: 'tapAnswered', chatId, queryId, text, alert, url: textOf(parameters, 'url') })
    return true
  }

  const answerInline = (parameters: Parameters): true => {
    const results = readResults(parameters)
    const queryId = textOf(parameters, 'inline_query_id')
    const chatId = close('inline', queryId)
    world.announce({ kind: 'inlineAnswered', chatId, queryId, results })
    return true
  }

  return { ask, unanswered: () => open.size, answerTap, answerInline }
}

function readResults(parameters: Parameters): unknown[] {
  const results = jsonOf(parameters, 'results', 'inline query results') ?? []
  if (!Array.isArray(results)) throw badRequest('expected an Array of inline query results')
  if (results.length > maxInlineResults) throw badRequest('RESULTS_TOO_MUCH')
  if (Buffer.byteLength(textOf(parameters, 'next_offset')) > maxInlineOffsetBytes)
    throw badRequest('NEXT_OFFSET_INVALID')
  const ids = results.map(readResultId)
  if (new Set(ids).size !== ids.length) throw badRequest('RESULT_ID_DUPLICATE')
  return results
}

function readResultId(result: unknown): string {
  if (!isRecord(result)) throw refused('Inline query result must be an object')
  const { type, id, title, input_message_content: content } = result
  if (typeof type !== 'string') throw refused(`Can't find field "type"`)
  if (typeof id !== 'string') throw refused(`Can't find field "id"`)
  if (Buffer.byteLength(id) < 1 || Buffer.byteLength(id) > 64) throw badRequest('RESULT_ID_INVALID')
  if (type !== 'article') return id
  if (typeof title !== 'string') throw refused(`Can't find field "title"`)
  if (!isRecord(content) || typeof content['message_text'] !== 'string')
    throw refused(`Can't find field "message_text"`)
  return id
}

const refused = (reason: string) => badRequest(`can't parse inline query result: ${reason}`)
