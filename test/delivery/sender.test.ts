import http from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { Sender } from '../../src/delivery/sender.ts'
import { createLog } from '../../src/log.ts'
import { withoutWaiting } from '../support/khabar.ts'
import { portOf } from '../../src/playground/transport.ts'

test.each(['', '/', '/behind/a/proxy', '/behind/a/proxy/'])(
  'a Bot API server is reached at its address, its path included: "%s"',
  async (prefix) => {
    const asked: (string | undefined)[] = []
    const server = http.createServer((request, response) => {
      asked.push(request.url)
      response.end(JSON.stringify({ ok: true, result: { id: 1, is_bot: true, first_name: 'Khabar' } }))
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const needs = { pace: withoutWaiting(), log: createLog('silent'), onGone: async () => {} }

    await new Sender('1:token', `http://127.0.0.1:${portOf(server)}${prefix}`, needs).getMe()

    expect(asked).toEqual([`${prefix.replace(/\/$/, '')}/bot1:token/getMe`])
  },
)
