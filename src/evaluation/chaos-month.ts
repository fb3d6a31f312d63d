// A simulated month of daily digests under chaos: each day every chat's digest is due once more, and the next day begins when all are settled. One a chat and day,
// none lost, and none twice but for what Telegram had taken in the moment of a kill.

import { setTimeout as sleep } from 'node:timers/promises'
import { openQueue } from '../queue.ts'
import {
  type Account,
  type Chaos,
  countKills,
  digestsIn,
  onStage,
  type Stage,
  subscribeAll,
  until,
} from './chaos-stage.ts'
import { countDigestsOfMonth, countUndone, makeDigestsDue, passDay } from './store.ts'

const days = 30
const chats = 250
/** The digests of a day are due within so many seconds. */
const morningSeconds = 6
/** A hundred kills a month and more. */
const killEveryMs = [2_000, 6_000] as const
/** As the schedule does every minute: a day is seconds here. */
const lookEveryMs = 1_000

export function runMonth(chaos: Pick<Chaos, 'backend' | 'seed'>): Promise<Account> {
  return onStage(chaos, async (stage) => {
    const { api, db } = stage
    const users = Array.from({ length: chats }, (_, n) =>
      api.user({ id: 3_000 + n, first_name: `Reader ${n}`, language_code: 'en' }),
    )
    await subscribeAll(stage, users)
    const clock = startClock(stage)
    const killing = stage.startKilling(killEveryMs)
    for (let day = 1; day <= days; day++) await liveThrough(stage, day)
    const kills = await killing.stop()
    await clock.stop()
    const arrived = users.reduce((sum, { id }) => sum + digestsIn(api, id), 0)
    const { made, told, reasons } = await countDigestsOfMonth(db)
    const twice = arrived - told
    const faults = [
      made === days * chats ? '' : `${days * chats} digests were due and ${made} were made`,
      told + reasons.length === made ? '' : `${made - told - reasons.length} digests were never settled`,
      twice >= 0 ? '' : `${-twice} digests count as sent and never arrived`,
      twice <= countKills(kills) ? '' : `${twice} digests came twice, of ${countKills(kills)} kills`,
    ].filter((it) => it !== '')
    return {
      kills,
      lines: [
        `${days} days, ${chats} chats: ${made} of ${days * chats} digests made, ${told} sent, ${reasons.length} given up (${[...new Set(reasons)].join(', ') || 'none'}), ${twice} arrived twice, of ${countKills(kills)} kills`,
      ],
      faults,
    }
  })
}

async function liveThrough({ db }: Stage, day: number): Promise<void> {
  await until(async () => (await makeDigestsDue(db, morningSeconds)) === chats)
  await until(async () => {
    const { unsent, unmade } = await countUndone(db)
    const { today } = await countDigestsOfMonth(db)
    return unsent === 0 && unmade === 0 && today === chats
  })
  await until(async () => (await passDay(db, days + 1 - day)) > 0)
}

/** Asks for the digests that are due, as the schedule of a worker does. */
function startClock({ queueStore }: Stage): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }

  async function run(): Promise<void> {
    const queue = await openQueue(queueStore, () => {})
    for (let tick = 0; !stopping.signal.aborted; tick++) {
      await queue.enqueue('digest', {}, `chaos-${tick}`).catch(() => {})
      await sleep(lookEveryMs)
    }
    await queue.close()
  }
}
