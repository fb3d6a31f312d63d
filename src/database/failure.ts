// What a failure was, by its code. Most of all: whether the server is gone, the one thing that is worth a repetition.

/** Codes of the socket, and of Postgres: class 08 is the connection, class 57P the server's own stops and starts. */
const goneCodes = new Set(
  'ECONNREFUSED ECONNRESET ENOENT EPIPE ENOTCONN ETIMEDOUT EHOSTUNREACH EAI_AGAIN 57P01 57P02 57P03'.split(
    ' ',
  ),
)

/** What `pg` says, without any code, when a connection breaks under a query or has broken before it. */
const goneMessages = [
  'Connection terminated',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
]

/** Two transactions in each other's way: Postgres has undone one and asks for its repetition. */
const conflictCodes = new Set(['40001', '40P01'])

export function isGone(error: unknown): boolean {
  // A name with several addresses fails with all their errors in one.
  if (error instanceof AggregateError) return error.errors.every(isGone)
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return (
    (code !== undefined && (goneCodes.has(code) || code.startsWith('08'))) ||
    goneMessages.some((message) => error.message.startsWith(message))
  )
}

export function isConflict(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && conflictCodes.has(code)
}

/** The code that the system or Postgres gave the error: 'ENOENT', '57P01'. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
