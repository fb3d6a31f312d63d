// What exists on this server: people, chats, messages, files. Messages are never changed in place, so what was answered
// or recorded earlier stays as it was.

import { randomUUID } from 'node:crypto'
import { maxMessagesPerChat, maxStoredFiles } from './limits.ts'
import type { BotUser, Chat, Entity, Message, StoredFile, User } from './message.ts'
import { textOf, type Parameters, type UploadedFile } from './parameters.ts'
import { badRequest, type Refusal } from './refusal.ts'

export type Status = 'creator' | 'administrator' | 'member' | 'left'

/** A chat as the server keeps it; `members` are those of a group or a channel by their ids, the bot among them; `refusal` is what the bot gets instead of an answer (blocked, kicked, migrated). */
export type Place = {
  chat: Chat
  topics: Map<number, string>
  members: Map<number, Status>
  /** Ids of pinned messages. */
  pinned: Set<number>
  refusal: Refusal | undefined
  messages: Map<number, Message>
}

/** What an onlooker is told, so that a page or a test need not ask again and again. */
export type Change =
  | { kind: 'message' | 'edited'; chatId: number; message: Message }
  | { kind: 'deleted'; chatId: number; messageId: number }
  | { kind: 'action'; chatId: number; action: string }
  | { kind: 'draft'; chatId: number; draftId: number; text: string; entities: Entity[] }
  | { kind: 'reaction'; chatId: number; messageId: number; emoji: string[] }
  | { kind: 'tapAnswered'; chatId: number; queryId: string; text: string; alert: boolean; url: string }
  | { kind: 'inlineAnswered'; chatId: number; queryId: string; results: unknown[] }
  | { kind: 'profile' }

const newPlace = (chat: Chat, topics: Map<number, string>): Place => ({
  chat,
  topics,
  members: new Map(),
  pinned: new Set(),
  refusal: undefined,
  messages: new Map(),
})

export type World = ReturnType<typeof createWorld>

export function createWorld(settings: { me: BotUser; now: () => number; firstMessageId: number }) {
  const places = new Map<number, Place>()
  const users = new Map<number, User>()
  const files = new Map<string, StoredFile & { data: Buffer }>()
  const listeners = new Set<(change: Change) => void>()
  let nextMessageId = settings.firstMessageId

  const announce = (change: Change): void => {
    for (const listener of listeners) listener(change)
  }

  const open = (chat: Chat, topics: Map<number, string> = new Map<number, string>()): Place => {
    const place = newPlace(chat, topics)
    places.set(chat.id, place)
    return place
  }

  const put = (place: Place, content: Omit<Message, 'message_id' | 'date' | 'chat'>): Message => {
    const message = {
      message_id: nextMessageId++,
      date: Math.floor(settings.now() / 1000),
      chat: place.chat,
      ...content,
    }
    place.messages.set(message.message_id, message)
    const oldest = place.messages.keys().next().value
    if (place.messages.size > maxMessagesPerChat && oldest !== undefined) place.messages.delete(oldest)
    announce({ kind: 'message', chatId: place.chat.id, message })
    return message
  }

  const replace = (place: Place, message: Message): Message => {
    place.messages.set(message.message_id, message)
    announce({ kind: 'edited', chatId: place.chat.id, message })
    return message
  }

  const remove = (place: Place, messageId: number): void => {
    place.messages.delete(messageId)
    announce({ kind: 'deleted', chatId: place.chat.id, messageId })
  }

  const keepFile = (upload: UploadedFile): StoredFile => {
    const id = randomUUID()
    const file = {
      file_id: id,
      file_unique_id: id.slice(0, 8),
      file_size: upload.data.length,
      file_name: upload.fileName,
      mime_type: upload.mimeType,
    }
    files.set(id, { ...file, data: upload.data })
    const oldest = files.keys().next().value
    if (files.size > maxStoredFiles && oldest !== undefined) files.delete(oldest)
    return file
  }

  return {
    me: settings.me,
    now: settings.now,
    users,
    places,
    open,
    put,
    replace,
    remove,
    keepFile,
    file: (id: string) => files.get(id),
    announce,
    listen: (listener: (change: Change) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/**
 * The chat that a request is for.
 * @throws {Refusal} unknown chats, and chats that the bot may not write to any more
 */
export function placeFor(world: World, parameters: Parameters): Place {
  const id = textOf(parameters, 'chat_id')
  if (id === '') throw badRequest('chat_id is empty')
  const place = id.startsWith('@')
    ? [...world.places.values()].find(({ chat }) => chat.type !== 'private' && `@${chat.username}` === id)
    : world.places.get(Number(id))
  if (!place) throw badRequest('chat not found')
  if (place.refusal) throw place.refusal
  return place
}
