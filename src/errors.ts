// Failures that are not bugs: the outside world failed us, something else has to come first, or a person asked for what can't be done.
// Anything else that is thrown is a bug in this program.

/** A feed, the model, Telegram or the database's machine failed. */
export class OutsideError extends Error {
  /** True when trying again cannot help: the page is gone, the reader blocked the bot. */
  readonly permanent: boolean

  constructor(message: string, { permanent = false, cause }: { permanent?: boolean; cause?: unknown } = {}) {
    super(message, { cause })
    this.name = 'OutsideError'
    this.permanent = permanent
  }
}

/** Something else has to be done first: the job is put off for this long, and none of its tries is used up. */
export class TooEarlyError extends Error {
  readonly waitMs: number

  constructor(message: string, waitMs: number) {
    super(message)
    this.name = 'TooEarlyError'
    this.waitMs = waitMs
  }
}

/** Wrong words on the command line or in the environment. Its message names the thing and the remedy, and is all that is shown. */
export class UsageError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'UsageError'
  }
}

/** What went wrong and what was behind it, in one line: the last cause is often the only word that helps. */
export function reasonOf(error: Error): string {
  const { message, cause } = error
  // A name with several addresses fails with all their errors in one, which itself says nothing.
  if (error instanceof AggregateError && message === '') return error.errors.map(String).join(', ')
  if (error instanceof UsageError || !(cause instanceof Error)) return message
  const behind = reasonOf(cause)
  return message.includes(behind) ? message : `${message}: ${behind}`
}
