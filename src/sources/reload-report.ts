// How far a reload has come, and its account at the end. Pure.

import type { Reply } from '../answers/reply.ts'
import { bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import type { Reload, ReloadCounts, ReloadResult } from './store.ts'

/** Reasons shown in the chat; the message must stay one message. */
const reasonsMax = 12
const reasonCharsMax = 200

export function composeReload(
  { language, sources, done, seconds }: Pick<Reload, 'language' | 'sources' | 'done' | 'seconds'>,
  results: readonly ReloadResult[],
): Reply {
  const t = texts[language].reload
  const total = results.reduce<ReloadCounts>(
    (sum, it) => ({
      new: sum.new + it.new,
      changed: sum.changed + it.changed,
      duplicate: sum.duplicate + it.duplicate,
      failed: sum.failed + it.failed,
      filtered: sum.filtered + it.filtered,
    }),
    { new: 0, changed: 0, duplicate: 0, failed: 0, filtered: 0 },
  )
  const lines: Line[] = [
    [bold(done < sources ? t.running(done, sources) : t.finished(sources, Math.round(seconds)))],
    [t.account(total)],
  ]
  const reasons = results.flatMap((it) => it.reasons)
  for (const reason of reasons.slice(0, reasonsMax))
    lines.push([
      `• ${reason.length > reasonCharsMax ? `${reason.slice(0, reasonCharsMax).toWellFormed()}…` : reason}`,
    ])
  if (total.failed > reasonsMax) lines.push([t.moreFailed(total.failed - reasonsMax)])
  return { lines, buttons: [] }
}
