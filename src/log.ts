// Structured log lines on stderr: stdout belongs to results. Secrets never get in: what may hold one is redacted here.

import { pino } from 'pino'

export type Log = {
  debug: (fields: object, message: string) => void
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** `secrets` are replaced wherever they turn up in a line: a token may stand in the text of an error. */
export function createLog(level: LogLevel, secrets: readonly string[] = []): Log {
  const hidden = secrets.filter((secret) => secret.length >= 6)
  const stream = {
    write: (line: string) =>
      void process.stderr.write(hidden.reduce((it, secret) => it.replaceAll(secret, '[secret]'), line)),
  }
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'event',
    },
    stream,
  )
}
