import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from '../../src/commandline/pipeline.ts'

async function* numbers(count: number) {
  for (let n = 0; n < count; n++) yield n
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const it of items) all.push(it)
  return all
}

test('results come in the order of the items, no more of them under way than allowed', async () => {
  let [active, most] = [0, 0]
  const work = async (n: number) => {
    most = Math.max(most, ++active)
    await sleep((7 - n) % 5)
    active--
    return n * 2
  }
  expect(await collect(inOrder(numbers(12), 3, work))).toEqual(Array.from({ length: 12 }, (_, n) => n * 2))
  expect(most).toBe(3)
})

async function failing(n: number): Promise<number> {
  if (n === 2) throw new Error('the third is bad')
  await sleep(2)
  return n
}

test('a failure comes in its turn, after what stood before it', async () => {
  const seen: number[] = []
  const run = async () => {
    for await (const it of inOrder(numbers(6), 4, failing)) seen.push(it)
  }
  await expect(run()).rejects.toThrow('the third is bad')
  expect(seen).toEqual([0, 1])
})

test('results that are nothing are results too', async () => {
  expect(await collect(inOrder(numbers(3), 2, async (n) => (n === 1 ? undefined : n)))).toEqual([
    0,
    undefined,
    2,
  ])
})
