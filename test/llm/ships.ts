// A client at a scripted server, asked for ships: an object of two fields is enough to see how it asks and fails.

import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { type Completed, type Task, createLlm } from '../../src/llm/client.ts'
import { LlmError } from '../../src/llm/failure.ts'
import { type Step, startModelServer } from '../support/model-server.ts'

export const Ship = z.object({
  name: z.string().refine((it) => it.length <= 20, 'must be at most 20 characters'),
  masts: z.int(),
})
export type Ship = z.infer<typeof Ship>
export const dove: Ship = { name: 'Dove', masts: 2 }

/** Closed when the test is over. */
export async function serve(...script: Step[]) {
  const server = await startModelServer(script)
  onTestFinished(server.close)
  // Short where the server is to keep one waiting; a busy machine may take its time elsewhere.
  const timeoutMs = script.some((step) => step.trouble) ? 400 : 20_000
  const llm = createLlm({ apiKey: 'k-1', baseURL: server.baseURL, name: 'sail-1', timeoutMs })
  const ask = (task: Partial<Task<Ship>> = {}): Promise<Completed<Ship>> =>
    llm.complete({
      name: 'ship',
      schema: Ship,
      system: 'You name ships.',
      user: 'Name one.',
      maxOutputTokens: 100,
      ...task,
    })
  const fails = async (task: Partial<Task<Ship>> = {}): Promise<LlmError> => {
    const error: unknown = await ask(task).catch((thrown: unknown) => thrown)
    if (error instanceof LlmError) return error
    throw new Error('It was to fail with an LlmError', { cause: error })
  }
  const body = (index: number) => server.requests[index]?.body
  return { ask, fails, body, requests: server.requests }
}
