import http from 'node:http'
import { Telegraf } from 'telegraf'
import { afterEach, describe, expect, test } from 'vitest'
import { createBotApi, type BotApi } from '../../src/playground/bot-api.ts'
import type { Message } from '../../src/playground/message.ts'
import { portOf } from '../../src/playground/transport.ts'

// Real telegraf traffic, in both ways that a bot can receive updates.

const token = '7000000001:test-token'
const noor = { id: 42, first_name: 'نور', language_code: 'ar' }
const endings: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end()
})

describe.each(['polling', 'webhook'])('a telegraf bot by %s', (mode) => {
  test('gets the payload and the language of /start', async () => {
    const { api } = await startedBot(mode)
    api.startWith(api.user(noor), 'topic_ports-1')
    expect((await sent(api)).text).toBe('hello topic_ports-1 ar')
  })

  test('sends a keyboard, hears the tap, answers it and edits in place', async () => {
    const { api } = await startedBot(mode)
    const user = api.user(noor)
    api.say(user, '/pick')
    const question = await sent(api)
    expect(question.entities).toEqual([{ type: 'bold', offset: 0, length: 4 }])
    api.tap(user, question, 'عربي')
    await api.waitFor((call) => call.method === 'answerCallbackQuery')
    await api.waitFor((call) => call.method === 'editMessageText')
    expect(api.messagesOf(42).at(-1)).toMatchObject({
      message_id: question.message_id,
      text: 'language: ar',
      edit_date: expect.any(Number),
    })
    expect(api.messagesOf(42).at(-1)?.reply_markup).toBeUndefined()
    expect(api.unansweredQueries()).toBe(0)
  })

  test('answers an inline query', async () => {
    const { api } = await startedBot(mode)
    api.inline(api.user(noor), 'ميناء')
    const call = await api.waitFor(({ method }) => method === 'answerInlineQuery')
    expect(call.error).toBeUndefined()
    expect(JSON.stringify(call.params['results'])).toContain('ميناء')
  })

  test('stays in the topic of a forum', async () => {
    const { api } = await startedBot(mode)
    const user = api.user(noor)
    const group = api.group(user, { id: -1001, title: 'غرفة', topics: [[7, 'موانئ']] })
    api.say(user, 'plain talk that the bot must not see', { chat: group.id, thread: 7 })
    api.say(user, '/pick@another_bot', { chat: group.id, thread: 7 })
    api.say(user, '/pick@khabar_bot', { chat: group.id, thread: 7 })
    expect(await sent(api)).toMatchObject({
      message_thread_id: 7,
      chat: { type: 'supergroup', is_forum: true },
    })
    expect(api.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1)
  })

  test('uploads a document', async () => {
    const { api } = await startedBot(mode)
    api.say(api.user(noor), '/file')
    const { message } = await api.waitFor(({ method }) => method === 'sendDocument')
    expect(message).toMatchObject({ document: { file_name: 'notes.txt', file_size: 5 }, caption: 'ملف' })
    expect(api.file(message?.document?.file_id ?? '')?.data.toString()).toBe('words')
  })

  test('hears that it was blocked and let in again', async () => {
    const { api, bot, heard } = await startedBot(mode)
    const user = api.user(noor)
    api.block(user)
    await expect.poll(() => heard).toEqual(['kicked'])
    await expect(bot.telegram.sendMessage(42, 'x')).rejects.toThrow(
      '403: Forbidden: bot was blocked by the user',
    )
    api.unblock(user)
    await expect.poll(() => heard).toEqual(['kicked', 'member'])
    await expect(bot.telegram.sendMessage(42, 'x')).resolves.toMatchObject({ text: 'x' })
  })

  test('hears an edited message and replies to the one it was', async () => {
    const { api } = await startedBot(mode)
    const user = api.user(noor)
    const message = api.say(user, 'first')
    expect(await sent(api)).toMatchObject({ text: 'echo first', reply_to_message: { text: 'first' } })
    api.edit(user, message, 'second')
    expect(await sent(api)).toMatchObject({ text: 'edited second' })
  })
})

async function startedBot(mode: string): Promise<{ api: BotApi; bot: Telegraf; heard: string[] }> {
  const api = createBotApi({ token })
  const { apiRoot, close } = await api.listen()
  endings.push(close)
  const bot = new Telegraf(token, { telegram: { apiRoot, webhookReply: false } })
  const heard: string[] = []
  teach(bot, heard)
  await (mode === 'polling' ? poll(bot) : serveWebhook(bot))
  return { api, bot, heard }
}

function teach(bot: Telegraf, heard: string[]): void {
  bot.start((context) => context.reply(`hello ${context.payload} ${context.from.language_code}`))
  bot.command('pick', (context) =>
    context.reply('اختر', {
      entities: [{ type: 'bold', offset: 0, length: 4 }],
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'English', callback_data: 'language:en' },
            { text: 'عربي', callback_data: 'language:ar' },
          ],
        ],
      },
    }),
  )
  bot.action(/^language:(..)$/, async (context) => {
    await context.answerCbQuery('ok')
    await context.editMessageText(`language: ${context.match[1]}`)
  })
  bot.command('file', (context) =>
    context.replyWithDocument({ source: Buffer.from('words'), filename: 'notes.txt' }, { caption: 'ملف' }),
  )
  bot.on('inline_query', (context) =>
    context.answerInlineQuery([
      {
        type: 'article',
        id: '1',
        title: 'result',
        input_message_content: { message_text: context.inlineQuery.query },
      },
    ]),
  )
  bot.on('my_chat_member', (context) => {
    if (context.chat.type === 'private') heard.push(context.myChatMember.new_chat_member.status)
  })
  bot.on('edited_message', (context) =>
    context.reply(`edited ${'text' in context.editedMessage ? context.editedMessage.text : ''}`),
  )
  bot.on('message', (context) =>
    context.reply(`echo ${'text' in context.message ? context.message.text : ''}`, {
      reply_parameters: { message_id: context.message.message_id },
    }),
  )
}

async function poll(bot: Telegraf): Promise<void> {
  await new Promise<void>((resolve) => {
    const launched = bot.launch(resolve)
    endings.push(async () => {
      bot.stop()
      await launched
    })
  })
}

async function serveWebhook(bot: Telegraf): Promise<void> {
  const server = http.createServer((request, response) => {
    void bot.webhookCallback('/hook', { secretToken: 'secret' })(request, response)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  endings.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => void server.close(resolve))
  })
  await bot.telegram.setWebhook(`http://127.0.0.1:${portOf(server)}/hook`, { secret_token: 'secret' })
}

async function sent(api: BotApi): Promise<Message> {
  const { message, error } = await api.waitFor(({ method }) => method === 'sendMessage')
  if (!message) throw new Error('The message was refused', { cause: error })
  return message
}
