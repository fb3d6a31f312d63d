// `khabar queue`: an operator sees what died and of what, and gives it another try.

import { expect, onTestFinished, test, vi } from 'vitest'
import { startWorker } from '../../jobs/worker.ts'
import { readWords, type Program } from '../../src/commandline/command.ts'
import { queue } from '../../src/commandline/queue.ts'
import { OutsideError, UsageError } from '../../src/errors.ts'
import { useApp } from '../support/khabar.ts'

const app = await useApp()

const nothing = () => Promise.reject(new Error('not needed'))

/** Runs the command; answers its lines. */
async function khabar(...argv: string[]): Promise<string[]> {
  const lines: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(...String(text).trimEnd().split('\n'))
    return true
  })
  const program: Program = {
    config: app.config,
    openStore: nothing,
    openApp: async () => ({ ...app, close: async () => {} }),
    analyse: nothing,
    placeInStories: nothing,
    startWorker: nothing,
    startDelivery: () => Promise.reject(new Error('nothing is delivered here')),
    startSchedule: nothing,
  }
  try {
    expect(await queue.run(readWords(queue, argv), program)).toBe(true)
    return lines
  } finally {
    write.mockRestore()
  }
}

const dying = async () => {
  throw new OutsideError('The model is gone', { permanent: true, cause: new Error('ECONNREFUSED') })
}

test('dead jobs are listed with their cause, and put back', async () => {
  expect(await khabar()).toEqual([
    '0 waiting, 0 in hand, 0 to be tried again, 0 dead, 0 done within the hour',
  ])
  const worker = await startWorker({ ...app, queue: { ...app.queue, clean: dying } }, 1)
  onTestFinished(() => worker.close())
  await app.enqueue('sweep', {}, 'now')
  await vi.waitFor(async () => expect(await app.queue.counts()).toMatchObject({ failed: 1 }))
  await worker.close()

  expect(await khabar()).toEqual([
    '0 waiting, 0 in hand, 0 to be tried again, 1 dead, 0 done within the hour',
    '  sweep-now  died at try 1: The model is gone: ECONNREFUSED',
    'Put them back: npx khabar queue retry',
  ])
  const [json = ''] = await khabar('--json')
  expect(JSON.parse(json)).toEqual({
    counts: { waiting: 0, active: 0, delayed: 0, failed: 1, completed: 0 },
    dead: [
      { id: 'sweep-now', name: 'sweep', data: {}, reason: 'The model is gone: ECONNREFUSED', attempts: 1 },
    ],
  })
  expect(await khabar('retry', '--json')).toEqual(['{"retried":1}'])
  expect(await app.queue.counts()).toMatchObject({ waiting: 1, failed: 0 })
})

test('other words are told what is right', async () => {
  await expect(khabar('kill')).rejects.toThrow(UsageError)
  await expect(khabar('retry', 'all')).rejects.toThrow('Usage: khabar queue [retry] [--json]')
})
