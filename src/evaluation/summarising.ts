// How fast workers have articles summarised by a model that takes its time, one worker or several on the same store.

import { OutsideError } from '../errors.ts'
import { answerHonestly, readPrompt } from './honest-writer.ts'
import { loadInvented } from './loading.ts'
import { startModel } from './model-server.ts'
import { startKhabar } from './program.ts'

/** As long as a model takes for a short answer. */
export const modelDelayMs = 1_000

/** Articles a second, from the first question to the last answer, and how often the model was asked. `concurrency`: calls at once of each worker. */
export async function measureSummarising(
  dataDir: string,
  { workers, concurrency, articles }: { workers: number; concurrency: number; articles: number },
): Promise<{ perSecond: number; calls: number }> {
  const model = await startModel((user) => answerHonestly(readPrompt(user)), modelDelayMs)
  const env = {
    OPENAI_BASE_URL: model.baseURL,
    OPENAI_MODEL: 'always-the-same',
    MODEL_CONCURRENCY: String(concurrency),
  }
  try {
    await loadInvented(dataDir, articles, env)
    const all = Array.from({ length: workers }, () => startKhabar(['start', 'worker'], { dataDir, env }))
    const enough = untilAnswered(model, articles)
    // A worker that ends by itself has failed; together they would never answer enough.
    await Promise.race([enough, ...all.map((it) => it.ended)])
    await Promise.all(all.map((it) => it.stop()))
    const ms = (model.answered[articles - 1] ?? 0) - model.firstAsked()
    return { perSecond: articles / (ms / 1_000), calls: model.answered.length }
  } finally {
    await model.close()
  }
}

const summariseTimeoutMs = 10 * 60_000
const lookPauseMs = 50

async function untilAnswered({ answered }: { answered: readonly number[] }, count: number): Promise<void> {
  const deadline = performance.now() + summariseTimeoutMs
  while (answered.length < count) {
    if (performance.now() > deadline)
      throw new OutsideError(`The worker asked the model ${answered.length} times only, not ${count}`)
    await new Promise((resolve) => {
      setTimeout(resolve, lookPauseMs)
    })
  }
}
