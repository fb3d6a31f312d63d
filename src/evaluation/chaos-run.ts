// One run of the chaos: the load, the kills, the wait until nothing is left to do, and the accounts.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Account,
  type Chaos,
  countKills,
  digestsIn,
  type Kills,
  onStage,
  screensOfSubscribing,
  type Stage,
  subscribeAll,
  until,
} from './chaos-stage.ts'
import { inventArticles, inventQuestions } from './invented.ts'
import { runKhabar } from './program.ts'
import { countForAccount, countUndone, makeDigestsDue } from './store.ts'

const articlesPerBatch = 20
const batchEveryMs = 2_000
const readers = 30
const questionEveryMs = 400
/** Each kill waits for the last one's victim to be up again, more or less. */
const killEveryMs = [700, 2_500] as const

export function runChaos(chaos: Chaos): Promise<Account> {
  return onStage(chaos, async (stage) => {
    const load = createLoad(stage)
    await load.subscribe()
    const stop = new AbortController()
    const loading = load.run(stop.signal)
    const killing = stage.startKilling(killEveryMs)
    await sleep(chaos.seconds * 1_000)
    const kills = await killing.stop()
    stop.abort()
    const asked = await loading
    const settledMs = await untilDone(stage, asked.articles)
    return { kills, ...(await closeAccounts({ ...stage, asked, kills, settledMs })) }
  })
}

type Asked = { articles: number; questions: { chatId: number; text: string }[]; subscribers: number[] }

function createLoad({ api, db, dataDir, env }: Stage) {
  const users = Array.from({ length: readers }, (_, n) =>
    api.user({ id: 2_000 + n, first_name: `Reader ${n}`, language_code: 'en' }),
  )
  const subscribers = users.filter((_, n) => n % 2 === 0)
  const questions: Asked['questions'] = []
  const today = new Date().toISOString().slice(0, 10)
  // More than a run has time for.
  const invented = inventArticles(2_000).map((it) => ({ ...it, publishedAt: today }))
  let articles = 0

  /** Repeated until it has worked, as whoever feeds Khabar does: what is there already is no second article. */
  async function loadBatch(batch: number): Promise<void> {
    const some = invented.slice(batch * articlesPerBatch, (batch + 1) * articlesPerBatch)
    if (some.length === 0) return
    const file = path.join(dataDir, `batch-${batch}.jsonl`)
    await writeFile(file, some.map((it) => JSON.stringify(it)).join('\n'))
    articles += some.length
    const load = () => runKhabar(['load', file, '--jsonl'], { dataDir, env })
    await until(() => load().then(() => true))
  }

  async function ask(signal: AbortSignal): Promise<void> {
    const texts = inventQuestions(400).map((it) => it.text)
    for (let n = 0; !signal.aborted; n++) {
      const user = users[n % users.length]
      // Each is another question, so that one can tell which answer is whose.
      const text = `${texts[n % texts.length]} ${n}`
      if (user) {
        questions.push({ chatId: user.id, text })
        api.say(user, text)
      }
      await sleep(questionEveryMs)
    }
  }

  async function feed(signal: AbortSignal): Promise<void> {
    for (let batch = 0; !signal.aborted; batch++) {
      await loadBatch(batch)
      await sleep(batchEveryMs)
    }
  }

  return {
    subscribe: async (): Promise<void> => {
      await subscribeAll({ api, db }, subscribers)
    },
    run: async (signal: AbortSignal): Promise<Asked> => {
      const feeding = feed(signal)
      const asking = ask(signal)
      // The morning comes in the middle of it, for each at another moment.
      await until(async () => (await makeDigestsDue(db, 20)) === subscribers.length)
      await Promise.all([feeding, asking])
      return { articles, questions, subscribers: subscribers.map((it) => it.id) }
    },
  }
}

/** What Telegram still has for a bot that is being started again is not done either. */
async function untilDone({ api, db }: Stage, articles: number): Promise<number> {
  const start = Date.now()
  await until(async () => {
    const { stored, ...undone } = await countUndone(db)
    const isHandled = api.pendingUpdates() === 0 && Object.values(undone).every((it) => it === 0)
    return stored >= articles && isHandled
  })
  return Date.now() - start
}

type Closing = Pick<Stage, 'db' | 'api' | 'model'> & { asked: Asked; kills: Kills; settledMs: number }

/** What must be so, and what is. A message that Telegram has taken in the moment of a kill may be sent again: one a kill at most. */
async function closeAccounts({
  db,
  api,
  model,
  asked,
  kills,
  settledMs,
}: Closing): Promise<Pick<Account, 'lines' | 'faults'>> {
  const counted = await countForAccount(db)
  const { stored: _, ...undone } = await countUndone(db)
  const left = Object.entries(undone).filter(([, count]) => count > 0)
  const allKills = countKills(kills)
  const answered = new Set(counted.answered)
  const lostQuestions = asked.questions.filter(({ text }) => !answered.has(text)).length
  const chats = new Set(asked.questions.map((it) => it.chatId))
  const twice = [...chats].reduce((sum, chatId) => sum + Math.max(0, surplus({ api, asked }, chatId)), 0)
  const digests = asked.subscribers.map((chatId) => digestsIn(api, chatId))
  const lostDigests = digests.filter((it) => it === 0).length
  const digestsTwice = digests.reduce((sum, it) => sum + Math.max(0, it - 1), 0)
  const inFlight = model.answered.length - counted.calls
  const faults = [
    counted.articles === asked.articles
      ? ''
      : `${asked.articles} articles were loaded and ${counted.articles} are stored`,
    counted.repeated === 0 ? '' : `${counted.repeated} articles are stored more than once`,
    counted.unsummarised === 0 ? '' : `${counted.unsummarised} articles lack a summary in one language`,
    left.length === 0
      ? ''
      : `left undone after ${settledMs / 1_000} s: ${left.map(([name, count]) => `${count} ${name}`).join(', ')}`,
    lostQuestions === 0 ? '' : `${lostQuestions} questions have no answer`,
    lostDigests === 0 ? '' : `${lostDigests} digests were not sent`,
    twice + digestsTwice <= allKills
      ? ''
      : `${twice + digestsTwice} messages came twice, of ${allKills} kills`,
    inFlight >= 0 && inFlight <= counted.unsettled * callsPerReservation
      ? ''
      : `the model was asked ${model.answered.length} times, the ledger has ${counted.calls} and ${counted.unsettled} unsettled`,
  ].filter((it) => it !== '')
  return {
    lines: [
      `${counted.articles} of ${asked.articles} articles stored once, ${counted.articles - counted.unsummarised} summarised in both languages`,
      `${asked.questions.length} questions, ${lostQuestions} lost, ${twice} answered twice; ${asked.subscribers.length} digests, ${lostDigests} lost, ${digestsTwice} sent twice (${allKills} kills)`,
      `the model answered ${model.answered.length} times; ledger: ${counted.calls} settled calls, ${counted.unsettled} reservations of unknown outcome stay spent`,
      `all done ${(settledMs / 1_000).toFixed(1)} s after the last kill`,
    ],
    faults,
  }
}

/** The first try, and the one that lists what was wrong with it. */
const callsPerReservation = 2

/** Messages of the bot in a chat beyond one for each question, each digest and each word about the subscription. */
function surplus({ api, asked }: Pick<Closing, 'api' | 'asked'>, chatId: number): number {
  const messages = api.messagesOf(chatId).filter((it) => it.from.is_bot).length
  const questions = asked.questions.filter((it) => it.chatId === chatId).length
  const screens = asked.subscribers.includes(chatId) ? screensOfSubscribing : 0
  return messages - digestsIn(api, chatId) - questions - screens
}
