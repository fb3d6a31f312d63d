// All methods of the server in one table, and the one way through which they are called: found, metered, run, recorded.

import { finished, type Call, type Calls } from './calls.ts'
import { memberMethods } from './members.ts'
import { messageMethods } from './messages.ts'
import type { Parameters } from './parameters.ts'
import type { Profile } from './profile.ts'
import type { Queries } from './queries.ts'
import { createRateMeter, isMetered } from './rate-meter.ts'
import { Refusal, tooManyRequests } from './refusal.ts'
import type { Updates } from './updates.ts'
import { createWebhook } from './webhook.ts'
import { placeFor, type World } from './world.ts'

type Method = (parameters: Parameters, signal: AbortSignal) => unknown

type Server = {
  world: World
  updates: Updates
  queries: Queries
  profile: Profile
  calls: Calls
  rateLimited: boolean
  webhookRetryMs: number
}

/** The methods of a server. `execute` throws a {@link Refusal} where the bot is to be refused. */
export function createMethods(server: Server) {
  const { world, updates, queries, profile } = server
  const webhook = createWebhook(
    updates,
    (method, parameters) => executeQuietly(method, parameters),
    server.webhookRetryMs,
  )
  const methods = new Map<string, Method>(
    Object.entries({
      ...messageMethods(world),
      ...memberMethods(world),
      ...profile.methods,
      answercallbackquery: queries.answerTap,
      answerinlinequery: queries.answerInline,
      setwebhook: webhook.set,
      deletewebhook: webhook.remove,
      getwebhookinfo: webhook.info,
      getupdates: (parameters: Parameters, signal: AbortSignal) => {
        if (webhook.active()) throw webhookIsActive()
        return updates.get(parameters, signal)
      },
    }),
  )
  const secondsToWait = createRateMeter(world.now)

  const run = async (method: string, parameters: Parameters, signal: AbortSignal): Promise<unknown> => {
    const found = methods.get(method.toLowerCase())
    if (!found) throw new Refusal(404, 'Not Found: method not found')
    if (server.rateLimited && isMetered(method)) {
      const seconds = secondsToWait(placeFor(world, parameters).chat)
      if (seconds > 0) throw tooManyRequests(seconds)
    }
    return found(parameters, signal)
  }

  const recorded = async (call: Call, signal: AbortSignal): Promise<unknown> => {
    try {
      const result = await run(call.method, call.params, signal)
      server.calls.record(finished(call, result))
      return result
    } catch (error) {
      if (error instanceof Refusal) server.calls.record({ ...call, error })
      throw error
    }
  }

  /** For a webhook's answer: nobody waits for the result, a refusal is only recorded. */
  const executeQuietly = async (method: string, params: Parameters): Promise<void> => {
    const call: Call = { method, params, via: 'webhook', at: world.now() }
    try {
      await recorded(call, new AbortController().signal)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }

  return {
    execute: (method: string, params: Parameters, signal: AbortSignal) =>
      recorded({ method, params, via: 'http', at: world.now() }, signal),
    stop: (): void => {
      webhook.stop()
      updates.wake()
    },
  }
}

const webhookIsActive = () =>
  new Refusal(
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  )
