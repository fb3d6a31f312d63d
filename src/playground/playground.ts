// The playground: a chat page on loopback that drives the very same bot through a Bot API of our own. It holds nothing
// that outlives the process; what the bot remembers is in the bot's database.

import { readAssets } from './assets.ts'
import { createBotApi } from './bot-api.ts'
import { createFeed } from './feed.ts'
import { type MoveClock, pageActions } from './page-actions.ts'
import { servePage } from './page-server.ts'
import { peopleFor } from './people.ts'

export type PlaygroundOptions = {
  /** Of the page; another one is taken when it is in use. 0 takes a free one. */
  port: number
  /** What the bot must use; make it random, it is the only key to the Bot API's port. */
  token: string
  adminIds: readonly number[]
  moveClock: MoveClock
  log: { info: (details: object, message: string) => void }
}

export type Playground = {
  /** The page's address. */
  url: string
  /** For telegraf's `telegram.apiRoot`. */
  apiRoot: string
  close: () => Promise<void>
}

/** Starts both servers on 127.0.0.1. Every person of the playground has an open private chat with the bot. */
export async function startPlayground({
  port,
  token,
  adminIds,
  moveClock,
  log,
}: PlaygroundOptions): Promise<Playground> {
  const api = createBotApi({ token })
  const people = new Map(
    Object.entries(peopleFor(adminIds)).map(([person, profile]) => [person, api.user(profile)]),
  )
  const feed = createFeed(api, people)
  const botApi = await api.listen()
  const actions = pageActions(api, people, moveClock)
  const page = await servePage({ assets: await readAssets(), actions, feed, file: api.file }, port)
  log.info({ url: page.url }, 'playground is open')
  return {
    url: page.url,
    apiRoot: botApi.apiRoot,
    close: async () => {
      feed.close()
      await page.close()
      await botApi.close()
    },
  }
}
