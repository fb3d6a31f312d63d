// Inline keyboards: what a button must be, and the limits that are easy to break with Arabic (64 bytes are 32 letters).

import { maxCallbackDataBytes, maxKeyboardButtons } from './limits.ts'
import type { Button, Keyboard } from './message.ts'
import { isRecord, jsonOf, type Parameters } from './parameters.ts'
import { badRequest } from './refusal.ts'
import { checkedUrl } from './urls.ts'

/**
 * The inline keyboard of a request; undefined when there is none. A reply keyboard is accepted and not kept: it is the
 * client's, and no part of the message.
 */
export function readKeyboard(parameters: Parameters): Keyboard | undefined {
  const markup = jsonOf(parameters, 'reply_markup', 'reply keyboard markup')
  if (markup === undefined) return undefined
  if (!isRecord(markup)) throw badRequest('object expected as reply markup')
  const rows = markup['inline_keyboard']
  if (rows === undefined) return undefined
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array')
  const keyboard = rows.map(readRow).filter((row) => row.length > 0)
  if (keyboard.flat().length > maxKeyboardButtons) throw badRequest('reply markup is too long')
  return keyboard.length > 0 ? { inline_keyboard: keyboard } : undefined
}

const readRow = (row: unknown): Button[] => {
  if (!Array.isArray(row)) throw badRequest('field "inline_keyboard" must be an Array of Arrays')
  return row.map(readButton)
}

/** The other things that a button can do; one of them, or `callback_data`, or `url`, must be there. */
const otherActions = [
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
]

function readButton(value: unknown): Button {
  if (!isRecord(value)) throw refused('InlineKeyboardButton must be an Object')
  const { text, callback_data: data, url } = value
  if (text === undefined) throw refused(`Can't find field "text"`)
  if (typeof text !== 'string') throw refused('Field "text" must be of type String')
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
  if (url !== undefined) {
    if (typeof url !== 'string') throw refused('Field "url" must be of type String')
    return { ...value, text, url: checkedUrl(url, 'inline keyboard button URL') }
  }
  if (data !== undefined) return { ...value, text, callback_data: checkedData(data) }
  if (!otherActions.some((action) => value[action] !== undefined))
    throw refused('Text buttons are unallowed in the inline keyboard')
  return { ...value, text }
}

function checkedData(data: unknown): string {
  if (typeof data !== 'string') throw refused('Field "callback_data" must be of type String')
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > maxCallbackDataBytes) throw badRequest('BUTTON_DATA_INVALID')
  return data
}

const refused = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`)
