import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { User } from '../../src/playground/message.ts'
import { button, refusal, startServer } from './server.ts'

// What the real server says to edits, taps, menus and webhooks, in its own words.

const unchanged =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
let server: Awaited<ReturnType<typeof startServer>>
let reader: User

beforeAll(async () => {
  server = await startServer()
  reader = server.api.user({ id: 42, first_name: 'Noor', language_code: 'en' })
  server.api.group(reader, { id: -1001, title: 'Room', topics: [[7, 'Ports']] })
})
afterAll(() => server.close())

async function sendId(parameters: Record<string, unknown>): Promise<number> {
  const { result } = await server.call('sendMessage', { chat_id: 42, ...parameters })
  return result?.message_id ?? 0
}

describe('an edit is refused', () => {
  test('when nothing changes', async () => {
    const message_id = await sendId({ text: 'same', reply_markup: button('a') })
    const same = { chat_id: 42, message_id, text: 'same', reply_markup: button('a') }
    expect((await server.call('editMessageText', same)).description).toBe(unchanged)
    expect((await server.call('editMessageReplyMarkup', same)).description).toBe(unchanged)
    expect((await server.call('editMessageText', { ...same, reply_markup: button('b') })).ok).toBe(true)
  })

  test('when there is no such message, or it is not the bot’s', async () => {
    const theirs = server.api.say(reader, 'mine').message_id
    const edit = { chat_id: 42, text: 'x' }
    expect((await server.call('editMessageText', edit)).description).toBe(
      'Bad Request: message identifier is not specified',
    )
    expect((await server.call('editMessageText', { ...edit, message_id: 5 })).description).toBe(
      'Bad Request: message to edit not found',
    )
    expect((await server.call('editMessageText', { ...edit, message_id: theirs })).description).toBe(
      "Bad Request: message can't be edited",
    )
  })

  test('after the message was deleted', async () => {
    const message_id = await sendId({ text: 'short-lived' })
    expect((await server.call('deleteMessage', { chat_id: 42, message_id })).ok).toBe(true)
    expect((await server.call('deleteMessage', { chat_id: 42, message_id })).description).toBe(
      'Bad Request: message to delete not found',
    )
  })
})

describe('other calls are refused', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'an unknown action',
      'sendChatAction',
      { chat_id: 42, action: 'dancing' },
      'wrong parameter action in request',
    ],
    ['a draft without an id', 'sendMessageDraft', { chat_id: 42, text: 'x' }, 'draft_id must be non-zero'],
    [
      'a draft in a group',
      'sendMessageDraft',
      { chat_id: -1001, draft_id: 1, text: 'x' },
      'drafts can be sent only to private chats',
    ],
    [
      'an answer to no tap',
      'answerCallbackQuery',
      { callback_query_id: '1' },
      'query is too old and response timeout expired or query ID is invalid',
    ],
    ['a long answer to a tap', 'answerCallbackQuery', { text: 'x'.repeat(201) }, 'MESSAGE_TOO_LONG'],
    [
      '51 inline results',
      'answerInlineQuery',
      { results: Array.from({ length: 51 }, (_, id) => ({ type: 'photo', id: String(id) })) },
      'RESULTS_TOO_MUCH',
    ],
    [
      'an Arabic command name',
      'setMyCommands',
      { commands: [{ command: 'خبر', description: 'd' }] },
      'BOT_COMMAND_INVALID',
    ],
    [
      'a command without a description',
      'setMyCommands',
      { commands: [{ command: 'a', description: ' ' }] },
      'BOT_COMMAND_DESCRIPTION_INVALID',
    ],
    [
      'a language of three letters',
      'setMyCommands',
      { commands: [], language_code: 'arb' },
      'invalid language code specified',
    ],
    [
      'a long short description',
      'setMyShortDescription',
      { short_description: 'x'.repeat(121) },
      'bot short description is too long',
    ],
    ['a document that is not there', 'sendDocument', { chat_id: 42 }, 'there is no document in the request'],
    [
      'a webhook without TLS',
      'setWebhook',
      { url: 'http://example.org/' },
      'bad webhook: An HTTPS URL must be provided for webhook',
    ],
    [
      'a webhook on an odd port',
      'setWebhook',
      { url: 'https://example.org:8080/' },
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    [
      'a webhook secret with a plus',
      'setWebhook',
      { url: 'https://example.org/', secret_token: 'a+b' },
      'secret token contains unallowed characters',
    ],
  ])('%s', async (_what, method, parameters, reason) => {
    expect(await server.call(method, parameters)).toEqual(refusal(reason))
  })

  test('a second answer to the same tap', async () => {
    await sendId({ text: 'x', reply_markup: button('a') })
    const asked = server.api.messagesOf(42).at(-1)
    const callback_query_id = asked && server.api.tap(reader, asked, 'b')
    expect((await server.call('answerCallbackQuery', { callback_query_id })).ok).toBe(true)
    expect((await server.call('answerCallbackQuery', { callback_query_id })).description).toMatch(
      /query is too old/,
    )
  })

  test('unknown methods and other tokens', async () => {
    expect(await server.call('sendSandwich')).toMatchObject({
      error_code: 404,
      description: 'Not Found: method not found',
    })
    const response = await fetch(`${server.apiRoot}/bot1:other/getMe`)
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
    expect((await fetch(`${server.apiRoot}/`)).status).toBe(404)
  })

  test('writing to a group that has moved, which says where', async () => {
    const old = server.api.group(reader, { id: -55, title: 'Old' })
    server.api.migrate(old, -100555)
    expect(await server.call('sendMessage', { chat_id: -55, text: 'x' })).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -100555 },
    })
    expect((await server.call('sendMessage', { chat_id: -100555, text: 'x' })).ok).toBe(true)
  })
})
