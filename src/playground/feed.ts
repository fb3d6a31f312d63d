// What the page is told while it is open, as Server-Sent Events: first how everything stands, then every change.

import type { ServerResponse } from 'node:http'
import type { BotApi } from './bot-api.ts'
import type { Message, User } from './message.ts'
import type { Command } from './profile.ts'
import type { Change } from './world.ts'

/** How everything stands: what a page needs to draw itself anew. */
export type State = {
  people: {
    person: string
    user: User
    botName: string
    messages: Message[]
    commands: Command[]
    description: string
  }[]
}

export type Feed = ReturnType<typeof createFeed>

/** Pages open at once; the oldest is let go. */
const maxPages = 16

/** Proxies and browsers take a silent connection for a dead one. */
const heartbeatMs = 20_000

export function createFeed(api: BotApi, people: Map<string, User>) {
  const chatIds = new Set([...people.values()].map(({ id }) => id))
  const pages = new Set<ServerResponse>()

  const tellAll = (change: Change): void => {
    if (change.kind !== 'profile' && !chatIds.has(change.chatId)) return
    const event = change.kind === 'profile' ? stateEvent() : eventOf('change', change)
    for (const page of pages) page.write(event)
  }

  const stateEvent = (): string => eventOf('state', stateOf(api, people))

  /** Off the list first: writing to an ended page would be an error. */
  const letGo = (page: ServerResponse): void => {
    pages.delete(page)
    page.end()
  }

  const stopListening = api.on('change', tellAll)
  const heartbeat = setInterval(() => {
    for (const page of pages) page.write(':\n\n')
  }, heartbeatMs)
  heartbeat.unref()

  return {
    open: (response: ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
      response.write(`retry: 1000\n\n${stateEvent()}`)
      pages.add(response)
      response.on('close', () => pages.delete(response))
      const [oldest] = pages
      if (pages.size > maxPages && oldest) letGo(oldest)
    },
    close: (): void => {
      stopListening()
      clearInterval(heartbeat)
      for (const page of pages) letGo(page)
    },
  }
}

function stateOf(api: BotApi, people: Map<string, User>): State {
  return {
    people: [...people].map(([person, user]) => ({
      person,
      user,
      botName: api.name(user.language_code ?? ''),
      messages: api.messagesOf(user.id),
      commands: api.menu(user.language_code ?? ''),
      description: api.description(user.language_code ?? ''),
    })),
  }
}

/** JSON has no line breaks of its own, so one data line is enough. */
const eventOf = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
