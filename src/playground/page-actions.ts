// What the page may ask for: to say, edit and tap as one of the playground's people, to move the clock, and to see what passes between bot and server.

import { z } from 'zod'
import type { BotApi } from './bot-api.ts'
import { maxTextCharacters } from './limits.ts'
import type { Message, User } from './message.ts'
import { trafficOf } from './traffic.ts'

/** A request of the page that cannot be met; the reason is shown to the person. */
export class ActionRefused extends Error {}

const text = z.string().min(1).max(maxTextCharacters)
const person = z.string()
const fileNameCharsMax = 200
const messageId = z.number().int().positive()

const Say = z.object({ person, text, replyTo: messageId.optional() })
const Edit = z.object({ person, messageId, text })
const Tap = z.object({ person, messageId, data: z.string().min(1).max(64) })
const SendFile = z.object({
  person,
  name: z.string().min(1).max(fileNameCharsMax),
  type: z.string().max(fileNameCharsMax),
  data: z.base64(),
})
const AsPerson = z.object({ person })
const Start = z.object({ person, payload: z.string().regex(/^[\w-]{1,64}$/) })

export type PageAction = (body: unknown) => object | Promise<object>

/** Makes the digest that is due next in a chat due now, and tells when that would be; null where none is. */
export type MoveClock = (chatId: number) => Promise<{ at: Date; zone: string } | null>

/**
 * The actions by the last part of their path. Each answers with what the page needs to go on.
 * @throws {ActionRefused | z.ZodError}
 */
export function pageActions(
  api: BotApi,
  people: Map<string, User>,
  moveClock: MoveClock,
): Map<string, PageAction> {
  const userOf = (key: string): User => {
    const user = people.get(key)
    if (!user) throw new ActionRefused('No such person')
    return user
  }

  const messageOf = (user: User, id: number): Message => {
    const message = api.messagesOf(user.id).find((one) => one.message_id === id)
    if (!message) throw new ActionRefused('This message is gone')
    return message
  }

  return new Map<string, PageAction>([
    [
      'say',
      (body) => {
        const wanted = Say.parse(body)
        const user = userOf(wanted.person)
        const replyTo = wanted.replyTo === undefined ? {} : { replyTo: messageOf(user, wanted.replyTo) }
        return { messageId: attempt(() => api.say(user, wanted.text, replyTo)).message_id }
      },
    ],
    [
      'edit',
      (body) => {
        const wanted = Edit.parse(body)
        const user = userOf(wanted.person)
        const message = messageOf(user, wanted.messageId)
        return { messageId: attempt(() => api.edit(user, message, wanted.text)).message_id }
      },
    ],
    [
      'tap',
      (body) => {
        const wanted = Tap.parse(body)
        const user = userOf(wanted.person)
        const message = messageOf(user, wanted.messageId)
        return { queryId: attempt(() => api.tap(user, message, wanted.data)) }
      },
    ],
    [
      'file',
      (body) => {
        const { name: fileName, type: mimeType, data, ...wanted } = SendFile.parse(body)
        const file = { fileName, mimeType, data: Buffer.from(data, 'base64') }
        return { messageId: attempt(() => api.sendFile(userOf(wanted.person), file)).message_id }
      },
    ],
    [
      'start',
      (body) => {
        const wanted = Start.parse(body)
        return { messageId: attempt(() => api.startWith(userOf(wanted.person), wanted.payload)).message_id }
      },
    ],
    ['clock', async (body) => ({ moved: await moveClock(userOf(AsPerson.parse(body).person).id) })],
    ['traffic', (body) => ({ calls: trafficOf(api, userOf(AsPerson.parse(body).person).id) })],
  ])
}

/** What a person cannot do in their app is told to them, not thrown at the server. */
function attempt<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new ActionRefused(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
