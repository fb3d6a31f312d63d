// Structured log lines on stderr: stdout belongs to results. Secrets never get in: what may hold one is redacted here.

import { pino } from 'pino'

export type Log = {
  debug: (fields: object, message: string) => void
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Shorter ones stand in too many other words. */
const secretCharsMin = 6

/** A text of the outside world may repeat a key or a token that it was given. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret.length >= secretCharsMin)
    .reduce((it, secret) => it.replaceAll(secret, '[secret]'), text)

/** `secrets` are replaced wherever they turn up in a line: a token may stand in the text of an error. */
export function createLog(level: LogLevel, secrets: readonly string[] = []): Log {
  const stream = { write: (line: string) => void process.stderr.write(withoutSecrets(line, secrets)) }
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
