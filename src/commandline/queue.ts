// The work that is put off, as an operator sees it: how much there is, what has died of what, and another try.

import type { Queue } from '../queue.ts'
import { type Command, misuse, using } from './command.ts'
import { print } from './lines.ts'

/** Dead jobs on the screen; with --json there are more. */
const shownMax = 20
const listedMax = 1_000

export const queue: Command = {
  name: 'queue',
  usage: '[retry] [--json]',
  options: { json: { type: 'boolean' } },
  run: async ({ positionals: [action, ...more], values }, program) => {
    if (more.length > 0 || (action !== undefined && action !== 'retry')) throw misuse(queue)
    const asJson = values['json'] === true
    return using(program.openApp(), async (app) => {
      if (action === 'retry') {
        const retried = await app.queue.retryFailed()
        print(asJson ? { retried } : `${retried} dead jobs put back; whoever runs \`khabar start\` does them`)
      } else if (asJson) {
        print({ counts: await app.queue.counts(), dead: await app.queue.failed(listedMax) })
      } else {
        for (const line of await describe(app.queue)) print(line)
      }
      return true
    })
  },
}

async function describe({ counts, failed }: Pick<Queue, 'counts' | 'failed'>): Promise<string[]> {
  const { waiting, active, delayed, failed: dead, completed } = await counts()
  const lines = [
    `${waiting} waiting, ${active} in hand, ${delayed} to be tried again, ${dead} dead, ${completed} done within the hour`,
  ]
  if (dead === 0) return lines
  for (const { id, reason, attempts } of await failed(shownMax))
    lines.push(`  ${id}  died at try ${attempts}: ${reason.split('\n')[0]}`)
  if (dead > shownMax) lines.push(`  … and ${dead - shownMax} more: khabar queue --json`)
  lines.push('Put them back: npx khabar queue retry')
  return lines
}
