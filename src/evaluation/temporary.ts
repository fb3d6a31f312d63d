// A folder and a database that live as long as one measurement: nothing of it touches the reader's own store.

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkServer } from '../database/check.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { startEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import { createLog } from '../log.ts'

export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'khabar-eval-'))
  // As root, the server runs as somebody else and has to get in.
  await chmod(folder, 0o755)
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** An empty store on an embedded Postgres of its own; `dataDir` is what a second process would be told. */
export function withTemporaryStore<Result>(
  work: (store: { db: Database; dataDir: string; connection: Connection }) => Promise<Result>,
): Promise<Result> {
  return inTemporaryFolder(async (dataDir) => {
    const embedded = await startEmbedded({ dataDir, log: createLog('warn') })
    const db = openDatabase({ config: embedded.config, recover: () => embedded.ensure() })
    try {
      await checkServer(db)
      await migrate(db)
      return await work({ db, dataDir, connection: embedded.config })
    } finally {
      await db.close()
      await embedded.release()
    }
  })
}
type Connection = Awaited<ReturnType<typeof startEmbedded>>['config']
