// What can be said to the bot, and who answers it. Handlers look, decide and send; nothing slow runs in them.

import type { Document } from 'telegraf/types'
import { type Context, Telegraf, TelegramError } from 'telegraf'
import { editedMessage, message } from 'telegraf/filters'
import { moveChat, retireChat } from '../chats/store.ts'
import { TelegramAwayError } from '../delivery/refusal.ts'
import type { Sender } from '../delivery/sender.ts'
import { recognise } from '../readings/recognise.ts'
import { traced } from '../tracing.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import {
  allow,
  appointAdmin,
  banSomebody,
  dismissAdmin,
  invite,
  mayUse,
  unbanSomebody,
  users,
} from './access.ts'
import { audit, noteAdmin } from './audit.ts'
import { writeBroadcast } from './broadcasts.ts'
import { budgetNow, queueNow, reload, stats, whoami } from './admin.ts'
import { type BotNeeds, type Here, meet, send, sendLine } from './chat.ts'
import { greetChannel, manageChannel } from './channels.ts'
import { digestNow, settings, stopDigests, subscriptions } from './digests.ts'
import { subscribing } from './subscribing.ts'
import { readDeepLink } from './deep-links.ts'
import { following, showFollowed } from './following.ts'
import { answerInline } from './inline.ts'
import { byManagers, type Handler } from './managing.ts'
import { health, resummarize } from './operations.ts'
import { people } from './people.ts'
import { forget, myData, privacy } from './privacy.ts'
import { ask, askAgain, latest, sources } from './questions.ts'
import { readDocumentInPlace, readInPlace } from './readings.ts'
import { addOpml, isOpml, manageSources } from './sources.ts'
import { act, onTap } from './taps.ts'
import { blindspot, trust } from './trust.ts'
import { welcome } from './welcome.ts'

/** Commands that everybody has. */
const commands: Record<string, Handler> = {
  start,
  help,
  latest: (ctx, needs, here) => latest(ctx, needs, here, 0),
  said,
  subscribe: byManagers(subscribing),
  topics: byManagers((ctx, needs, here) => subscribing(ctx, needs, here, '')),
  subscriptions: byManagers(subscriptions),
  digest: (ctx, needs, here) => digestNow(ctx, needs, here),
  settings: byManagers(settings),
  stop: byManagers(stopDigests),
  language: chooseLanguage,
  whoami,
  trust,
  blindspot,
  follow: byManagers(following),
  following: byManagers(showFollowed),
  channel: inPrivate(manageChannel),
  privacy,
  mydata: inPrivate(myData),
  forget: inPrivate(forget),
}

/** What is kept of a group is no one person's to take away. */
function inPrivate(handler: Handler): Handler {
  return (ctx, needs, here, words) =>
    here.isPrivate
      ? handler(ctx, needs, here, words)
      : sendLine(ctx, texts[here.language].groups.privateOnly, here.language)
}

/** Commands that only admins have; to everybody else they are as unknown as any word. */
const adminCommands: Record<string, Handler> = {
  stats,
  reload,
  sources: manageSources,
  queue: queueNow,
  budget: budgetNow,
  users,
  ban: banSomebody,
  unban: unbanSomebody,
  allow,
  invite,
  appoint: appointAdmin,
  dismiss: dismissAdmin,
  broadcast: writeBroadcast,
  audit,
  health,
  resummarize,
  people,
}

export function createBot(token: string, sender: Sender, needs: BotNeeds): Telegraf {
  const bot = new Telegraf(token)
  // Both: telegraf makes a new client for each update and takes this one over it.
  bot.telegram = sender
  Object.assign(bot.context, { telegram: sender })

  bot.use(async (ctx, next) => {
    const began = performance.now()
    const done = (outcome: 'ok' | 'failed') =>
      needs.metrics?.update(ctx.updateType, outcome, (performance.now() - began) / 1000)
    try {
      await traced(`update ${ctx.updateType}`, { 'khabar.update': ctx.update.update_id }, next)
      done(ctx.state[failed] === true ? 'failed' : 'ok')
    } catch (error) {
      done('failed')
      throw error
    }
  })
  bot.use(async (ctx, next) => {
    // Who blocks the bot, or takes it out of a group, need not be let in for that.
    if (ctx.updateType === 'my_chat_member' || (await mayUse(ctx, needs))) await next()
  })
  bot.on(message('text'), (ctx) => handle(ctx, needs, (here) => onText(ctx, needs, here, ctx.message.text)))
  bot.on(editedMessage('text'), (ctx) =>
    handle(ctx, needs, (here) => onEdited(ctx, needs, here, ctx.editedMessage.text)),
  )
  bot.on('callback_query', (ctx) => handle(ctx, needs, (here) => onTap(ctx, needs, here)))
  bot.on('inline_query', (ctx) => answerInline(ctx, needs))
  bot.on('my_chat_member', async (ctx) => {
    const { new_chat_member: member, chat } = ctx.myChatMember
    const key = { server: needs.server, chatId: chat.id }
    if (member.status === 'kicked' || member.status === 'left') await retireChat(needs.db, key, member.status)
    else if (await mayUse(ctx, needs)) {
      const here = await meet(ctx, needs)
      if (here && member.status === 'administrator') await greetChannel(ctx, needs, here)
    }
  })
  bot.on(message('migrate_to_chat_id'), (ctx) =>
    handle(ctx, needs, ({ key }) => moveChat(needs.db, key, ctx.message.migrate_to_chat_id)),
  )
  bot.on('message', (ctx) =>
    handle(ctx, needs, async (here) => {
      if (!here.isPrivate) return
      // A channel's post with a picture has its text below it.
      const { message: sent } = ctx
      if ('document' in sent) await onDocument(ctx, needs, here, sent.document)
      else if ('caption' in sent) await onText(ctx, needs, here, sent.caption)
      else await sendLine(ctx, texts[here.language].textOnly, here.language)
    }),
  )
  // What could not be sent is not done: the inbox tries it again. Nothing else gets out.
  bot.catch((error, ctx) => {
    if (error instanceof TelegramAwayError) throw error
    needs.log.error(
      { update: ctx.update.update_id, kind: ctx.updateType, error: describe(error) },
      'an update failed',
    )
  })
  return bot
}

/** The reader was told that it went wrong: so the metrics count it too. */
const failed = 'failed'

/** Knows the chat, does the work, and tells the reader when it failed: no message stays without an answer. */
async function handle(ctx: Context, needs: BotNeeds, work: (here: Here) => Promise<void>): Promise<void> {
  const here = await meet(ctx, needs)
  if (!here) return
  try {
    await work(here)
  } catch (error) {
    // Nobody could be told now.
    if (error instanceof TelegramAwayError) throw error
    ctx.state[failed] = true
    needs.log.error(
      { update: ctx.update.update_id, kind: ctx.updateType, error: describe(error) },
      'an update failed',
    )
    // Whoever has blocked the bot is told nothing more.
    if (error instanceof TelegramError && error.code === 403) return
    await sendLine(ctx, texts[here.language].trouble, here.language)
  }
}

/** A list of sources is an admin's; whatever else is to be read. */
async function onDocument(ctx: Context, needs: BotNeeds, here: Here, document: Document): Promise<void> {
  if (!here.isAdmin || !isOpml(document)) return readDocumentInPlace(ctx, needs, here, document)
  await noteAdmin(ctx, needs, { action: 'opml', detail: '' })
  await addOpml(ctx, needs, here, document)
}

/** Only questions: a command that was edited has done its work. */
async function onEdited(ctx: Context, needs: BotNeeds, here: Here, written: string): Promise<void> {
  const question = here.isPrivate ? written : addressed(ctx, written)
  if (question === undefined || question.trim().startsWith('/')) return
  await askAgain(ctx, needs, here, question)
}

async function onText(ctx: Context, needs: BotNeeds, here: Here, text: string): Promise<void> {
  const command = /^\/(\w+)(?:@(\w+))?(?:\s+([\s\S]*))?$/.exec(text.trim())
  if (command) {
    const [, name = '', addressee, words = ''] = command
    if (addressee !== undefined && addressee.toLowerCase() !== ctx.botInfo.username.toLowerCase()) return
    return onCommand(ctx, needs, here, { name: name.toLowerCase(), words: words.trim() })
  }
  const question = here.isPrivate ? text : addressed(ctx, text)
  if (question === undefined) return
  const toRead = here.isPrivate ? recognise(question, { isForwarded: isForwarded(ctx) }) : null
  if (toRead) return readInPlace(ctx, needs, here, toRead)
  const bare = bareWord(question)
  if (bare === 'sources') return sources(ctx, needs, here)
  if (bare) return onCommand(ctx, needs, here, { name: bare, words: '' })
  return ask(ctx, needs, here, question)
}

function onCommand(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  { name, words }: { name: string; words: string },
): Promise<void> {
  const own = here.isAdmin ? adminCommands[name] : undefined
  if (own) return asAdmin(ctx, needs, here, { name, words, handler: own })
  const handler = commands[name]
  // In a group other bots' commands are none of ours.
  if (!handler) return here.isPrivate ? help(ctx, needs, here) : Promise.resolve()
  return handler(ctx, needs, here, words)
}

/** Written down before it is done; of a text to readers only that there was one. */
async function asAdmin(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  { name, words, handler }: { name: string; words: string; handler: Handler },
): Promise<void> {
  const detail = name === 'broadcast' ? '' : words
  await noteAdmin(ctx, needs, { action: name, detail })
  await handler(ctx, needs, here, words)
}

const isForwarded = ({ message: sent }: Context): boolean => sent !== undefined && 'forward_origin' in sent

/** «مساعدة» alone is the command; inside a sentence it is a word. */
function bareWord(text: string): string | undefined {
  const word = text.trim().toLowerCase()
  for (const { bareWords } of Object.values(texts))
    for (const [name, words] of Object.entries(bareWords)) if (words.includes(word)) return name
  return undefined
}

/** In a group the bot is spoken to by its name or by a reply to it; undefined for talk among others. */
function addressed(ctx: Context, text: string): string | undefined {
  const mention = new RegExp(`@${ctx.botInfo.username}\\b`, 'i')
  if (mention.test(text)) return text.replace(mention, '').trim()
  const sent = ctx.message ?? ctx.editedMessage
  const reply = sent && 'reply_to_message' in sent ? sent.reply_to_message : undefined
  return reply?.from?.id === ctx.botInfo.id ? text : undefined
}

/** A link from elsewhere opens the chat at its place; whatever else comes with /start is greeted. */
function start(ctx: Context, needs: BotNeeds, here: Here, words: string): Promise<void> {
  const link = readDeepLink(words)
  if (!link) return welcome(ctx, needs, here)
  if ('id' in link) return act(ctx, needs, here, { name: link.name, values: [link.id] })
  if (link.name === 'sources') return sources(ctx, needs, here)
  return onCommand(ctx, needs, here, { name: link.name, words: '' })
}

async function help(ctx: Context, _needs: BotNeeds, here: Here): Promise<void> {
  const t = texts[here.language]
  const [first = '', ...examples] = t.help
  const lines: Line[] = [[bold(first)], ...examples.map((it): Line => [it]), blank]
  lines.push(...t.helpCommands.map((it): Line => [it]), blank, [t.helpBareWords])
  await send(ctx, { lines, buttons: [] }, here.language)
}

async function said(ctx: Context, needs: BotNeeds, here: Here, words: string): Promise<void> {
  if (words === '') return sendLine(ctx, texts[here.language].emptyQuestion, here.language)
  await ask(ctx, needs, here, words)
}

async function chooseLanguage(ctx: Context, _needs: BotNeeds, here: Here): Promise<void> {
  const row = [
    { text: texts.ar.name, data: 'lang:ar' },
    { text: texts.en.name, data: 'lang:en' },
  ]
  await send(ctx, { lines: [[texts[here.language].chooseLanguage]], buttons: [row] }, here.language)
}

/** The stack for us; telegraf's error objects also hold the message's text, which is nobody's business in a log. */
const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
