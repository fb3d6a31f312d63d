// The bot of `npm run bench -- updates`, in a process of its own: Khabar whole, its store and queue included, or a telegraf bot that does nothing but echo.
// Its task comes as JSON on its standard input; `ready PORT` says that updates may come, and it ends when its input does.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { Telegraf } from 'telegraf'
import { z } from 'zod'
import { openApp } from '../app.ts'
import { createBot } from '../bot/bot.ts'
import { startPolling } from '../bot/polling.ts'
import { startWebhook } from '../bot/webhook.ts'
import { readConfig } from '../config.ts'
import type { Pace } from '../delivery/pace.ts'
import { Sender } from '../delivery/sender.ts'

export const Updating = z.object({
  bot: z.enum(['khabar', 'echo']),
  by: z.enum(['polling', 'webhook']),
  dataDir: z.string(),
  apiRoot: z.string(),
  token: z.string(),
})
export type Updating = z.infer<typeof Updating>

/** Telegram's limits would be what is measured: a local server has none. */
const unpaced: Pace = { turn: async () => {}, hold: async () => {} }
export const webhookPath = '/telegram'

async function runKhabar({ by, dataDir, apiRoot, token }: Updating): Promise<number> {
  const app = await openApp(
    readConfig({ DATA_DIR: dataDir, TIME_ZONE: 'UTC', LOG_LEVEL: 'error', PLAYGROUND: '0' }, '/'),
  )
  const sender = new Sender(token, apiRoot, { pace: unpaced, log: app.log, onGone: async () => {} })
  const bot = createBot(token, sender, { ...app, server: 'telegram', adminIds: [] })
  const needs = { bot, sender, db: app.db, server: 'telegram', log: app.log } as const
  if (by === 'polling') {
    await startPolling(needs)
    return 0
  }
  const webhook = { url: `https://khabar.example${webhookPath}`, host: '127.0.0.1', port: 0 }
  return (await startWebhook({ ...needs, token, webhook })).port
}

async function runEcho({ by, apiRoot, token }: Updating): Promise<number> {
  const bot = new Telegraf(token, { telegram: { apiRoot } })
  bot.on('text', (ctx) => ctx.reply(ctx.message.text))
  if (by === 'polling') {
    void bot.launch({ dropPendingUpdates: false })
    return 0
  }
  bot.botInfo = await bot.telegram.getMe()
  const answer = bot.webhookCallback(webhookPath)
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server on a port has such an address
  return (server.address() as AddressInfo).port
}

if (import.meta.main) {
  const lines = createInterface({ input: process.stdin })
  lines.once('line', (line) => {
    const task = Updating.parse(JSON.parse(line))
    const run = task.bot === 'khabar' ? runKhabar : runEcho
    void run(task).then((port) => process.stdout.write(`ready ${port}\n`))
  })
  lines.once('close', () => process.exit())
}
