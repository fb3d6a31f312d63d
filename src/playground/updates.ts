// The bot's inbox. An update stays until a later `offset` confirms it, so a bot that dies in between gets it again.

import { maxPendingUpdates, maxPollSeconds, maxUpdatesPerPoll } from './limits.ts'
import { integerOf, jsonOf, textOf, type Parameters } from './parameters.ts'
import { badRequest, Refusal } from './refusal.ts'

export type Update = { update_id: number; [kind: string]: unknown }

/** `lane`: updates with the same lane go to a webhook one after another (a chat, or the person behind an inline query). */
export type PendingUpdate = { update: Update; lane: number }

export type Updates = ReturnType<typeof createUpdates>

/** Sent only to bots that ask for them by name. */
const onlyOnRequest = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

export function createUpdates(firstUpdateId: number) {
  let pending: PendingUpdate[] = []
  let nextUpdateId = firstUpdateId
  let allowed: string[] = []
  let poll: { answer: () => void; refuse: (refusal: Refusal) => void } | undefined
  const listeners = new Set<() => void>()

  const push = (kind: string, content: unknown, lane: number): void => {
    if (allowed.length > 0 ? !allowed.includes(kind) : onlyOnRequest.has(kind)) return
    pending.push({ update: { update_id: nextUpdateId++, [kind]: content }, lane })
    if (pending.length > maxPendingUpdates) pending.shift()
    poll?.answer()
    for (const listener of listeners) listener()
  }

  /** An empty list means "the usual ones"; no list leaves things as they are. */
  const allow = (parameters: Parameters): void => {
    const list = jsonOf(parameters, 'allowed_updates', 'allowed updates')
    if (list === undefined) return
    if (!Array.isArray(list)) throw badRequest('expected an Array as allowed_updates')
    allowed = list.map(String)
  }

  const confirm = (offset: number): void => {
    if (offset > 0) pending = pending.filter(({ update }) => update.update_id >= offset)
    if (offset < 0) pending = pending.slice(offset)
  }

  const get = (parameters: Parameters, signal: AbortSignal): Update[] | Promise<Update[]> => {
    poll?.refuse(
      new Refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    )
    allow(parameters)
    confirm(integerOf(parameters, 'offset'))
    const limit = readLimit(parameters)
    const seconds = Math.min(maxPollSeconds, Math.max(0, integerOf(parameters, 'timeout')))
    const batch = () => pending.slice(0, limit).map(({ update }) => update)
    if (pending.length > 0 || seconds === 0) return batch()
    const { promise, resolve, reject } = Promise.withResolvers<Update[]>()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', answer)
      if (poll === own) poll = undefined
    }
    const answer = () => (end(), resolve(batch()))
    const refuse = (refusal: Refusal) => (end(), reject(refusal))
    const own = { answer, refuse }
    const timer = setTimeout(answer, seconds * 1000)
    signal.addEventListener('abort', answer)
    poll = own
    return promise
  }

  return {
    push,
    allow,
    get,
    pending: (): readonly PendingUpdate[] => pending,
    take: (updateId: number): void => {
      pending = pending.filter(({ update }) => update.update_id !== updateId)
    },
    drop: (): void => {
      pending = []
    },
    /** Ends a waiting poll with what there is. */
    wake: (): void => poll?.answer(),
    onPush: (listener: () => void): void => void listeners.add(listener),
  }
}

function readLimit(parameters: Parameters): number {
  if (textOf(parameters, 'limit') === '') return maxUpdatesPerPoll
  return Math.min(maxUpdatesPerPoll, Math.max(1, integerOf(parameters, 'limit')))
}
