// A server's answer that is not what was asked for.

import { OutsideError } from '../errors.ts'

/** What a server answered instead of what was asked for. */
export class AnswerError extends OutsideError {
  /** Gone for good (410). */
  readonly gone: boolean
  /** How long it asks to be left alone (Retry-After). */
  readonly retryAfterMs: number | undefined

  constructor(
    message: string,
    { status, retryAfterMs }: { status: number; retryAfterMs: number | undefined },
  ) {
    super(message, { permanent: [400, 401, 403, 404, 405, 406, 410, 451].includes(status) })
    this.name = 'AnswerError'
    this.gone = status === 410
    this.retryAfterMs = retryAfterMs
  }
}
