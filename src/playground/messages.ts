// What a bot does with messages: send, edit, delete, upload. Every refusal is in the real server's words.

import { readKeyboard } from './keyboard.ts'
import { deletableForSeconds, maxCaptionCharacters, maxDownloadBytes, maxTextCharacters } from './limits.ts'
import type { Message, StoredFile } from './message.ts'
import { flagOf, integerOf, isFile, isRecord, jsonOf, textOf, type Parameters } from './parameters.ts'
import { badRequest } from './refusal.ts'
import { readText } from './text.ts'
import { placeFor, type Place, type World } from './world.ts'

const textNames = { text: 'text', entities: 'entities' }
const captionNames = { text: 'caption', entities: 'caption_entities' }

const chatActions = new Set([
  'cancel',
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
])

/** The message methods of the Bot API, by their names in lower case. */
export function messageMethods(world: World) {
  return {
    sendmessage: (parameters: Parameters) => sendMessage(world, parameters),
    senddocument: (parameters: Parameters) => sendMedia(world, parameters, 'document'),
    pinchatmessage: (parameters: Parameters) => pin(world, parameters),
    unpinchatmessage: (parameters: Parameters) => unpin(world, parameters),
    getfile: (parameters: Parameters) => getFile(world, parameters),
    sendphoto: (parameters: Parameters) => sendMedia(world, parameters, 'photo'),
    editmessagetext: (parameters: Parameters) => editText(world, parameters),
    editmessagereplymarkup: (parameters: Parameters) => editKeyboard(world, parameters),
    deletemessage: (parameters: Parameters) => deleteMessage(world, parameters),
    sendchataction: (parameters: Parameters) => sendChatAction(world, parameters),
    sendmessagedraft: (parameters: Parameters) => sendDraft(world, parameters),
    setmessagereaction: (parameters: Parameters) => setReaction(world, parameters),
  }
}

/** The newest pinned message is the one that a chat shows first. */
function pin(world: World, parameters: Parameters): true {
  const place = placeFor(world, parameters)
  const messageId = integerOf(parameters, 'message_id')
  if (!place.messages.has(messageId)) throw badRequest('message to pin not found')
  place.pinned.add(messageId)
  return true
}

function unpin(world: World, parameters: Parameters): true {
  const place = placeFor(world, parameters)
  if (!place.pinned.delete(integerOf(parameters, 'message_id')))
    throw badRequest('message to unpin not found')
  return true
}

/** Where a file can be had from for an hour: `/file/bot<token>/<file_path>`. */
function getFile(world: World, parameters: Parameters) {
  const file = world.file(textOf(parameters, 'file_id'))
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if (file.file_size > maxDownloadBytes) throw badRequest('file is too big')
  const { file_id, file_unique_id, file_size } = file
  return { file_id, file_unique_id, file_size, file_path: `documents/${file_id}` }
}

function sendMessage(world: World, parameters: Parameters): Message {
  const place = placeFor(world, parameters)
  const { text, entities } = readText(parameters, textNames, maxTextCharacters)
  return world.put(place, {
    ...addressed(world, place, parameters),
    text,
    ...(entities.length > 0 && { entities }),
    ...keyboardPart(parameters),
  })
}

function sendMedia(world: World, parameters: Parameters, kind: 'document' | 'photo'): Message {
  const place = placeFor(world, parameters)
  const caption = readCaption(parameters)
  const to = addressed(world, place, parameters)
  const keyboard = keyboardPart(parameters)
  const file = readFile(world, parameters[kind], kind)
  return world.put(place, {
    ...to,
    ...(kind === 'photo' ? { photo: [file] } : { document: file }),
    ...caption,
    ...keyboard,
  })
}

/** An upload, or the id of an earlier one. */
function readFile(world: World, value: unknown, kind: string): StoredFile {
  if (isFile(value)) return world.keepFile(value)
  if (typeof value !== 'string' || value === '') throw badRequest(`there is no ${kind} in the request`)
  const stored = world.file(value)
  if (!stored) throw badRequest('wrong remote file identifier specified')
  const { data: _data, ...file } = stored
  return file
}

function readCaption(parameters: Parameters): Pick<Message, 'caption' | 'caption_entities'> {
  if (textOf(parameters, 'caption') === '') return {}
  const { text, entities } = readText(parameters, captionNames, maxCaptionCharacters)
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) }
}

function editText(world: World, parameters: Parameters): Message {
  const { place, message } = ownMessage(world, parameters)
  const { text, entities } = readText(parameters, textNames, maxTextCharacters)
  if (message.text === undefined) throw badRequest('there is no text in the message to edit')
  const { reply_markup: _keyboard, entities: _entities, ...rest } = message
  const edited = {
    ...rest,
    text,
    ...(entities.length > 0 && { entities }),
    ...keyboardPart(parameters),
  }
  if (sameContent(message, edited)) throw notModified()
  return world.replace(place, { ...edited, edit_date: Math.floor(world.now() / 1000) })
}

function editKeyboard(world: World, parameters: Parameters): Message {
  const { place, message } = ownMessage(world, parameters)
  const { reply_markup: _keyboard, ...rest } = message
  const edited = { ...rest, ...keyboardPart(parameters) }
  if (sameContent(message, edited)) throw notModified()
  return world.replace(place, edited)
}

function deleteMessage(world: World, parameters: Parameters): true {
  const place = placeFor(world, parameters)
  const message = place.messages.get(integerOf(parameters, 'message_id'))
  if (!message) throw badRequest('message to delete not found')
  if (world.now() / 1000 - message.date > deletableForSeconds) throw badRequest("message can't be deleted")
  world.remove(place, message.message_id)
  return true
}

function sendChatAction(world: World, parameters: Parameters): true {
  const { chat } = placeFor(world, parameters)
  const action = textOf(parameters, 'action').toLowerCase()
  if (!chatActions.has(action)) throw badRequest('wrong parameter action in request')
  world.announce({ kind: 'action', chatId: chat.id, action })
  return true
}

/** A preview of a message that is still being written: for 30 seconds, in private chats only. Empty means "Thinking…". */
function sendDraft(world: World, parameters: Parameters): true {
  const { chat } = placeFor(world, parameters)
  if (chat.type !== 'private') throw badRequest('drafts can be sent only to private chats')
  const draftId = integerOf(parameters, 'draft_id')
  if (draftId === 0) throw badRequest('draft_id must be non-zero')
  const draft =
    textOf(parameters, 'text') === ''
      ? { text: '', entities: [] }
      : readText(parameters, textNames, maxTextCharacters)
  world.announce({ kind: 'draft', chatId: chat.id, draftId, ...draft })
  return true
}

function setReaction(world: World, parameters: Parameters): true {
  const place = placeFor(world, parameters)
  const messageId = integerOf(parameters, 'message_id')
  if (!place.messages.has(messageId)) throw badRequest('message to react not found')
  const reactions = jsonOf(parameters, 'reaction', 'reaction types') ?? []
  if (!Array.isArray(reactions)) throw badRequest('expected an Array of ReactionType')
  const emoji = reactions.map((reaction) => {
    if (!isRecord(reaction) || typeof reaction['emoji'] !== 'string') throw badRequest('REACTION_INVALID')
    return reaction['emoji']
  })
  if (emoji.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  world.announce({ kind: 'reaction', chatId: place.chat.id, messageId, emoji })
  return true
}

type Addressed = Pick<
  Message,
  'from' | 'reply_to_message' | 'quote' | 'message_thread_id' | 'is_topic_message'
>

/** Who sends, in which topic, and in reply to what. */
function addressed(world: World, place: Place, parameters: Parameters): Addressed {
  const thread = integerOf(parameters, 'message_thread_id')
  if (thread !== 0 && !place.topics.has(thread)) throw badRequest('message thread not found')
  return {
    from: botAsUser(world),
    ...replyPart(place, parameters),
    ...(thread !== 0 && { message_thread_id: thread, is_topic_message: true }),
  }
}

const botAsUser = ({ me }: World) => ({
  id: me.id,
  is_bot: true,
  first_name: me.first_name,
  username: me.username,
})

function replyPart(place: Place, parameters: Parameters): Pick<Message, 'reply_to_message' | 'quote'> {
  const reply = jsonOf(parameters, 'reply_parameters', 'reply parameters') ?? {
    message_id: integerOf(parameters, 'reply_to_message_id'),
    allow_sending_without_reply: flagOf(parameters, 'allow_sending_without_reply'),
  }
  if (!isRecord(reply)) throw badRequest('object expected as reply parameters')
  const messageId = integerOf(reply, 'message_id')
  if (messageId === 0) return {}
  const original = place.messages.get(messageId)
  if (!original) {
    if (flagOf(reply, 'allow_sending_without_reply')) return {}
    throw badRequest('message to be replied not found')
  }
  const { reply_to_message: _nested, ...shallow } = original
  const quote = textOf(reply, 'quote')
  const position = (original.text ?? original.caption ?? '').indexOf(quote)
  if (position < 0) throw badRequest('QUOTE_TEXT_INVALID')
  return { reply_to_message: shallow, ...(quote !== '' && { quote: { text: quote, position } }) }
}

function keyboardPart(parameters: Parameters): Pick<Message, 'reply_markup'> {
  const keyboard = readKeyboard(parameters)
  return keyboard ? { reply_markup: keyboard } : {}
}

function ownMessage(world: World, parameters: Parameters): { place: Place; message: Message } {
  const place = placeFor(world, parameters)
  const messageId = integerOf(parameters, 'message_id')
  if (messageId <= 0) throw badRequest('message identifier is not specified')
  const message = place.messages.get(messageId)
  if (!message) throw badRequest('message to edit not found')
  if (message.from.id !== world.me.id) throw badRequest("message can't be edited")
  return { place, message }
}

function sameContent(one: Message, two: Message): boolean {
  return contentOf(one) === contentOf(two)
}

const contentOf = ({ text, entities = [], reply_markup: keyboard }: Message): string =>
  JSON.stringify([text, entities, keyboard?.inline_keyboard ?? []])

const notModified = () =>
  badRequest(
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  )
