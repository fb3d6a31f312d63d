// A process that uses the embedded server, for embedded.test.ts to start, question and kill. It says what happens as lines
// of JSON. `query` and `release` are read from its input; SIGINT makes it finish its work before it leaves, as the bot does.

import { createInterface } from 'node:readline'
import { z } from 'zod'
import { openDatabase } from '../../src/database/database.ts'
import { startEmbedded } from '../../src/database/embedded.ts'

const say = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)
const Server = z.object({ server: z.number(), sockets: z.string() })

try {
  const startedAt = performance.now()
  const log = {
    info: () => {},
    warn: (_fields: object, warning: string) => say({ event: 'warned', warning }),
  }
  const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '', log })
  const tookMs = Math.round(performance.now() - startedAt)
  const db = openDatabase({ config: embedded.config, recover: embedded.ensure, max: 2 })

  const query = () => db.first(Server)`
    select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as server,
           btrim(current_setting('unix_socket_directories'), '"') as sockets`
  const leave = async () => {
    await db.close()
    await embedded.release()
    say({ event: 'released' })
    process.exit(0)
  }
  process.on('SIGINT', () => {
    void (async () => {
      await db.write`select pg_sleep(0.3)`
      say({ event: 'drained', ...(await query()) })
      await leave()
    })()
  })
  createInterface(process.stdin).on('line', (command) => {
    if (command === 'release') void leave()
    else void query().then((answer) => say({ event: 'answered', ...answer }))
  })
  say({ event: 'ready', tookMs, ...(await query()) })
} catch (error) {
  say({ event: 'failed', name: error instanceof Error ? error.name : '', message: String(error) })
  process.exit(1)
}
