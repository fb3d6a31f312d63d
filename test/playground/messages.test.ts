import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { button, refusal, startServer, token } from './server.ts'

// What the real server says to a message, in its own words, over HTTP as a bot meets it.

const bold = (offset: number, length: number) => [{ type: 'bold', offset, length }]
const manyRows = Array.from({ length: 101 }, () => [{ text: 'b', callback_data: 'a' }])
let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
  const reader = server.api.user({ id: 42, first_name: 'Noor', language_code: 'en' })
  server.api.group(reader, { id: -1001, title: 'Room', topics: [[7, 'Ports']] })
})
afterAll(() => server.close())

const send = (parameters: Record<string, unknown>) =>
  server.call('sendMessage', { chat_id: 42, ...parameters })

describe('a message is refused', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['without a chat', { chat_id: '', text: 'x' }, 'chat_id is empty'],
    ['to a chat never opened', { chat_id: 777, text: 'x' }, 'chat not found'],
    ['without a text', {}, 'message text is empty'],
    ['of white space', { text: ' \n \u200b' }, 'text must be non-empty'],
    ['of direction marks alone', { text: '\u200f\u2068\u2069' }, 'text must be non-empty'],
    ['of 4097 letters', { text: 'خ'.repeat(4097) }, 'message is too long'],
    ['with half a character', { text: 'a\ud83d' }, 'strings must be encoded in UTF-8'],
    ['in a markup language', { text: '<b>x</b>', parse_mode: 'Markdowned' }, 'unsupported parse_mode'],
    [
      'in reply to nothing',
      { text: 'x', reply_parameters: { message_id: 99 } },
      'message to be replied not found',
    ],
    ['in no such topic', { chat_id: -1001, text: 'x', message_thread_id: 8 }, 'message thread not found'],
    [
      'with an entity past the end',
      { text: 'hello', entities: bold(3, 5) },
      'entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 8',
    ],
    [
      'with an entity that begins past the end',
      { text: 'hello', entities: bold(9, 1) },
      'entity begins after the end of the text at UTF-16 offset 9',
    ],
    [
      'with an entity that splits a character',
      { text: 'a😀b', entities: bold(2, 2) },
      'entity begins in a middle of a UTF-16 symbol at byte offset 1',
    ],
    [
      'with an entity that ends within a character',
      { text: 'a😀b', entities: bold(0, 2) },
      'entity ends in a middle of a UTF-16 symbol at byte offset 1',
    ],
    [
      'with an unknown entity',
      { text: 'hello', entities: [{ type: 'sparkle', offset: 0, length: 2 }] },
      "can't parse MessageEntity: Unsupported type specified",
    ],
    [
      'with a link to nowhere',
      { text: 'hello', entities: [{ type: 'text_link', offset: 0, length: 2 }] },
      `can't parse MessageEntity: Can't find field "url"`,
    ],
    [
      'with a link to a bare name',
      { text: 'hello', entities: [{ type: 'text_link', offset: 0, length: 2, url: 'localhost' }] },
      "entity URL 'localhost' is invalid: Wrong HTTP URL",
    ],
    [
      'with a link that is a program',
      { text: 'hello', entities: [{ type: 'text_link', offset: 0, length: 2, url: 'javascript:alert(1)' }] },
      "entity URL 'javascript:alert(1)' is invalid: Unsupported URL protocol",
    ],
    ['with empty button data', { text: 'x', reply_markup: button('') }, 'BUTTON_DATA_INVALID'],
    [
      'with 66 bytes of button data',
      { text: 'x', reply_markup: button('ع'.repeat(33)) },
      'BUTTON_DATA_INVALID',
    ],
    [
      'with a button that does nothing',
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'b' }]] } },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'with a button without a label',
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: ' ', callback_data: 'a' }]] } },
      'inline keyboard button text must be non-empty',
    ],
    [
      'with 101 buttons',
      { text: 'x', reply_markup: { inline_keyboard: manyRows } },
      'reply markup is too long',
    ],
    ['with broken JSON inside', { text: 'x', entities: '[{' }, "can't parse entities JSON object"],
  ])('%s', async (_what, parameters, reason) => {
    expect(await send(parameters)).toEqual(refusal(reason))
  })
})

describe('a message is accepted', () => {
  test('with 4096 code points, though they are 8192 UTF-16 units', async () => {
    expect((await send({ text: '😀'.repeat(4096) })).result?.text).toHaveLength(8192)
  })

  test('with 64 bytes of button data', async () => {
    expect((await send({ text: 'x', reply_markup: button('ع'.repeat(32)) })).ok).toBe(true)
  })

  test('cleaned: embeddings and carriage returns go, tabs become spaces, marks and isolates stay', async () => {
    const { result } = await send({ text: '\u200fأ\u202bب\u202c\r\n\tج \u2068X\u2069\u2028 ' })
    expect(result?.text).toBe('\u200fأب\n ج \u2068X\u2069')
  })

  test('with entities that move along when something before them is removed', async () => {
    const { result } = await send({ text: '  \u202aab cd', entities: bold(6, 2) })
    expect(result).toMatchObject({ text: 'ab cd', entities: bold(3, 2) })
  })

  test('with an entity cut where the text is trimmed', async () => {
    const { result } = await send({ text: 'ab \n', entities: bold(0, 4) })
    expect(result).toMatchObject({ text: 'ab', entities: bold(0, 2) })
  })

  test('with 100 entities, and the rest dropped without a word', async () => {
    const text = 'a '.repeat(150)
    const entities = Array.from({ length: 150 }, (_, index) => bold(index * 2, 1)).flat()
    expect((await send({ text, entities })).result?.entities).toHaveLength(100)
  })

  test('with a quotation within a quotation flattened', async () => {
    const entities = [
      { type: 'expandable_blockquote', offset: 0, length: 9 },
      { type: 'blockquote', offset: 2, length: 3 },
      { type: 'italic', offset: 2, length: 3 },
    ]
    const { result } = await send({ text: 'a quoted b', entities })
    expect(result?.entities?.map(({ type }) => type)).toEqual(['expandable_blockquote', 'italic'])
  })

  test('with commands, mentions and addresses found in it', async () => {
    const { result } = await send({ text: 'اكتب /latest أو @khabar_bot أو https://example.org/a، #خبر' })
    expect(
      result?.entities?.map(({ type, offset, length }) => [type, result.text?.substr(offset, length)]),
    ).toEqual([
      ['bot_command', '/latest'],
      ['mention', '@khabar_bot'],
      ['url', 'https://example.org/a'],
      ['hashtag', '#خبر'],
    ])
  })

  test('without a reply when the original is gone and that is allowed', async () => {
    const reply_parameters = { message_id: 99, allow_sending_without_reply: true }
    expect((await send({ text: 'x', reply_parameters })).result?.reply_to_message).toBeUndefined()
  })

  test('with everything written as strings in a form, as some clients do', async () => {
    const form = new URLSearchParams({ chat_id: '42', text: 'ab', entities: JSON.stringify(bold(0, 1)) })
    const response = await fetch(`${server.apiRoot}/bot${token}/SENDMESSAGE`, { method: 'POST', body: form })
    expect(await response.json()).toMatchObject({ ok: true, result: { text: 'ab', entities: bold(0, 1) } })
  })
})
