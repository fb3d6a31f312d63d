// The other side of the chat: what people do in their app, and which updates the bot gets of it.

import { changeMembership, placeOf } from './groups.ts'
import { maxTextCharacters } from './limits.ts'
import type { BotUser, Button, Chat, Message, User } from './message.ts'
import type { Queries } from './queries.ts'
import type { UploadedFile } from './parameters.ts'
import { forbidden } from './refusal.ts'
import { characters, typedText } from './text.ts'
import type { Updates } from './updates.ts'
import type { World } from './world.ts'

export type Saying = {
  /** A group's id; the private chat with the bot without it. */
  chat?: number
  /** A forum topic of that group. */
  thread?: number
  replyTo?: Message
  /** The name of somebody whose message it is; Telegram then tells no more of them. */
  forwardedFrom?: string
  /** The group that an admin hides behind. */
  inNameOf?: Chat
}

export function createReaders(world: World, updates: Updates, queries: Queries) {
  return {
    /** Someone who has opened the private chat with the bot, so that it may write to them. */
    user: (profile: Omit<User, 'is_bot'>): User => {
      const user = { ...profile, is_bot: false }
      world.users.set(user.id, user)
      if (!world.places.has(user.id)) world.open(privateChat(user))
      return user
    },
    say: (user: User, text: string, saying: Saying = {}) => say(world, updates, user, { text, ...saying }),
    /** Sends a document, with words below it or none. */
    sendFile: (user: User, file: UploadedFile, caption = ''): Message => {
      const place = placeOf(world, user.id)
      const message = world.put(place, {
        from: user,
        document: world.keepFile(file),
        ...(caption !== '' && { caption }),
      })
      updates.push('message', message, place.chat.id)
      return message
    },
    startWith: (user: User, payload: string): Message => {
      if (!/^[\w-]{1,64}$/.test(payload)) throw new Error('A start payload is 1-64 of A-Z a-z 0-9 _ -')
      return say(world, updates, user, { text: `/start ${payload}` })
    },
    edit: (user: User, message: Message, text: string) => edit(world, updates, user, { message, text }),
    /** Taps a button by its label or its data. Returns the query's id; the answer comes as the change `tapAnswered`. */
    tap: (user: User, message: Message, button: string): string => {
      const place = placeOf(world, message.chat.id)
      const current = place.messages.get(message.message_id)
      const data = buttonOf(current, button).callback_data
      if (data === undefined) throw new Error('This button is handled in the app: it sends the bot nothing')
      const id = queries.ask('tap', place.chat.id)
      const query = { id, from: user, message: current, chat_instance: String(place.chat.id), data }
      updates.push('callback_query', query, place.chat.id)
      return id
    },
    inline: (user: User, query: string, offset = ''): string => {
      const id = queries.ask('inline', user.id)
      updates.push('inline_query', { id, from: user, chat_type: 'private', query, offset }, user.id)
      return id
    },
    block: (user: User): void => {
      const place = placeOf(world, user.id)
      place.refusal = forbidden('bot was blocked by the user')
      changeMembership(world, updates, user, { place, from: 'member', to: 'kicked' })
    },
    unblock: (user: User): void => {
      const place = placeOf(world, user.id)
      place.refusal = undefined
      changeMembership(world, updates, user, { place, from: 'kicked', to: 'member' })
    },
  }
}

function say(
  world: World,
  updates: Updates,
  user: User,
  { text: typed, chat, thread, replyTo, forwardedFrom, inNameOf }: Saying & { text: string },
): Message {
  const place = placeOf(world, chat ?? user.id)
  if (place.refusal) throw new Error(`Nothing can be said here: ${place.refusal.message}`)
  const { text, entities } = readable(typed)
  const message = world.put(place, {
    from: user,
    ...(inNameOf && { sender_chat: inNameOf }),
    text,
    ...(entities.length > 0 && { entities }),
    ...(forwardedFrom !== undefined && {
      forward_origin: {
        type: 'hidden_user',
        date: Math.floor(world.now() / 1000),
        sender_user_name: forwardedFrom,
      },
    }),
    ...(replyTo && { reply_to_message: withoutReply(replyTo) }),
    ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
  })
  if (reachesBot(world.me, message)) updates.push('message', message, place.chat.id)
  return message
}

function edit(
  world: World,
  updates: Updates,
  user: User,
  change: { message: Message; text: string },
): Message {
  const place = placeOf(world, change.message.chat.id)
  const current = place.messages.get(change.message.message_id)
  if (!current || current.from.id !== user.id) throw new Error('Only own messages can be edited')
  const { text, entities } = readable(change.text)
  if (text === current.text) return current
  const { entities: _entities, ...rest } = current
  const edited = world.replace(place, {
    ...rest,
    text,
    ...(entities.length > 0 && { entities }),
    edit_date: Math.floor(world.now() / 1000),
  })
  if (reachesBot(world.me, edited)) updates.push('edited_message', edited, place.chat.id)
  return edited
}

/** Privacy mode: in a group a bot sees commands for it, mentions of it and replies to it. */
function reachesBot(me: BotUser, message: Message): boolean {
  if (message.chat.type === 'private' || me.can_read_all_group_messages) return true
  if (message.reply_to_message?.from.id === me.id) return true
  const { text = '', entities = [] } = message
  return entities.some(({ type, offset, length }) => {
    const [command, addressee] = text.slice(offset, offset + length).split('@')
    const toMe = addressee?.toLowerCase() === me.username.toLowerCase()
    return type === 'bot_command' ? toMe || !addressee : type === 'mention' && command === '' && toMe
  })
}

/** A quoted message comes without the one that it quotes itself. */
function withoutReply({ reply_to_message: _nested, ...message }: Message): Message {
  return message
}

function readable(typed: string) {
  const formatted = typedText(typed)
  if (formatted.text === '') throw new Error('An empty message cannot be sent')
  if (characters(formatted.text) > maxTextCharacters)
    throw new Error(`A message has at most ${maxTextCharacters} characters`)
  return formatted
}

function buttonOf(message: Message | undefined, wanted: string): Button {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? []
  const found =
    buttons.find((button) => button.callback_data === wanted) ??
    buttons.find((button) => button.text === wanted)
  if (found) return found
  const there = buttons.map((button) => button.text).join(' | ')
  throw new Error(`No button "${wanted}"; there are: ${there || 'none'}`)
}

const privateChat = ({ id, first_name, username }: User): Chat => ({
  id,
  type: 'private',
  first_name,
  ...(username !== undefined && { username }),
})
