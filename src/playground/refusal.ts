// How the Bot API says no: a code, its own words and, for floods and moved groups, parameters to act on.

export type RefusalParameters = { retry_after?: number; migrate_to_chat_id?: number }

export class Refusal extends Error {
  readonly code: number
  readonly parameters: RefusalParameters | undefined

  constructor(code: number, description: string, parameters?: RefusalParameters, cause?: unknown) {
    super(description, { cause })
    this.name = 'Refusal'
    this.code = code
    this.parameters = parameters
  }
}

/** 400, worded as the real server words it. */
export const badRequest = (reason: string, cause?: unknown): Refusal =>
  new Refusal(400, `Bad Request: ${reason}`, undefined, cause)

export const forbidden = (reason: string): Refusal => new Refusal(403, `Forbidden: ${reason}`)

export const tooManyRequests = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
