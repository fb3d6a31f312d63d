// The real program against a database and a Bot API of the test's own, to be killed in the midst of things.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, vi } from 'vitest'
import { type BotApi, createBotApi } from '../../src/playground/bot-api.ts'
import type { Message } from '../../src/playground/message.ts'
import { addressOf } from './commandline.ts'
import { adminId, labels, read, useApp } from './khabar.ts'
import { khabar, type Process } from './process.ts'

export const folder = mkdtempSync(path.join(tmpdir(), 'khabar-journeys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type User = ReturnType<BotApi['user']>

/** A restart takes seconds on a busy machine, a dead worker's job ten more. */
export const patience = { timeout: 90_000, interval: 50 }
const token = '7000000001:test-token-of-the-journeys'

/** The program against a database and a Bot API of the test's own; `interrupted` kills it in the midst of something. */
export async function useProgram() {
  const app = await useApp()
  const api = createBotApi({ token })
  const { apiRoot, close } = await api.listen()
  afterAll(close)
  const settings = {
    DATABASE_URL: addressOf(app.db.databaseConfig),
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    ADMIN_IDS: String(adminId),
    LOG_LEVEL: 'silent',
  }
  const start = () => khabar(folder, ['start'], settings)
  let running = start()
  afterAll(() => running.kill())
  return {
    app,
    api,
    /** Does something and kills the program a moment later; the next one is started at once. */
    interrupted: async (act: () => void | Promise<void>, afterMs: number) => {
      await act()
      await new Promise((resolve) => setTimeout(resolve, afterMs))
      await running.kill()
      running = start()
    },
    ready: () => (running satisfies Process).until(/Ctrl-C stops/),
  }
}

/** What the bot has sent to a chat, as it stands now, oldest first. */
function shownTo(api: BotApi, user: User): Message[] {
  const byId = new Map<number, Message>()
  for (const { message, method } of api.calls)
    if (message?.chat.id === user.id && /^(?:sendMessage|editMessageText)$/i.test(method))
      byId.set(message.message_id, message)
  return [...byId.values()]
}

/** Waits until the bot shows something that fits, and answers the newest of it. */
export const shown = (api: BotApi, user: User, fits: RegExp): Promise<Message> =>
  vi.waitFor(() => {
    const found = shownTo(api, user).findLast((it) => fits.test(read(it)))
    if (!found) throw new Error(`nothing fits ${fits}`)
    return found
  }, patience)

export const buttonOf = (message: Message, label: RegExp): string =>
  labels(message)
    .flat()
    .find((it) => label.test(it)) ?? `no button ${label}`
